import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { ListSize } from '../../kernel/list-size.js';
import { foundBy } from './search.query.js';
import { SearchHit, type SearchKind, SearchKindEnum } from './search.type.js';

@Resolver()
export class SearchResolver {
  @Query(() => [SearchHit], {
    description:
      'Things of every kind whose texts have words that begin with these, in any order, the closest first: a name itself, its beginning, words within it, words apart. Diacritics need not be typed, `đ` is `d`, signs are blanks. Where nothing is found so, what resembles it: a letter wrong, two in a long word.',
  })
  search(
    @Arg('text', () => String, { description: 'Words or their beginnings; 200 characters at most.' }) text: string,
    @Arg('kinds', () => [SearchKindEnum], { nullable: true, description: 'Only things of these kinds; without it, of all.' })
    kinds: SearchKind[] | null | undefined,
    @ListSize(20) first: number,
    @Ctx() context: Context,
  ): Promise<SearchHit[]> {
    return foundBy(context, text, kinds, first);
  }
} // prettier-ignore
