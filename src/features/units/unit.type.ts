import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { InLanguage } from '../../kernel/translated.js';

export interface UnitRow {
  id: number;
  code: string;
  name_vi: string;
  name_en: string | null;
  symbol: string | null;
}

@ObjectType({
  implements: Node,
  description: 'What a figure counts. The power of ten it is printed in is `unitMultiplier`.',
})
export class Unit extends Node {
  constructor(private readonly row: UnitRow) {
    super();
  }

  get id(): string {
    return globalId('Unit', this.row.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code, e.g. `VND`.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Short sign beside a number; null where there is none.',
  })
  get symbol(): string | null {
    return this.row.symbol;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }
}
