import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../kernel/page.js';

@ArgsType()
export class IndicatorsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that begin words of the name, the English name, the code or an abbreviation (`KNXK`), in any order; no diacritics needed, `đ` is `d`, initials stand for words (`XK` for *xuất khẩu*), signs are blanks. Where nothing at all begins so, what resembles it. Empty asks for all; 200 characters at most.',
  })
  search?: string | null;
}
