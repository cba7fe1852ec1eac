import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import { InLanguage } from '../../kernel/translated.js';

interface Names {
  code: string;
  name_vi: string;
  name_en: string | null;
}

export const TOTAL = '_T';

@ObjectType({
  implements: Node,
  description: 'A way to break a figure down, with the classification its items come from.',
})
export class Dimension extends Node {
  /** In the classification's order. */
  readonly all: DimensionItem[] = [];

  constructor(readonly row: Names & { classification: string | null }) {
    super();
  }

  get id(): string {
    return globalId('Dimension', this.row.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code, e.g. `INDUSTRY`.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Classification and version, e.g. `VSIC 2018`; null where it is our own list.',
  })
  get classification(): string | null {
    return this.row.classification;
  }

  @Field(() => [DimensionItem], {
    description:
      "Items that occur in published figures, with those they lie in, in the classification's order; the total is `_T`.",
  })
  items(@ListSize(30) first: number): DimensionItem[] {
    return this.all.slice(0, first);
  }
}

@ObjectType({ implements: Node, description: 'One item of a dimension.' })
export class DimensionItem extends Node {
  constructor(
    readonly row: Names & { position: number },
    readonly of: Dimension,
    public lies: DimensionItem | null = null,
  ) {
    super();
  }

  get id(): string {
    return globalId('DimensionItem', this.key);
  }

  get key(): string {
    return `${this.of.code}.${this.row.code}`;
  }

  @Field(() => Dimension, { simple: true, description: 'The dimension it belongs to.' })
  get dimension(): Dimension {
    return this.of;
  }

  @Field(() => String, { simple: true, description: 'Code within the dimension; the total is `_T`.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => DimensionItem, { simple: true, nullable: true, description: 'The item it is a part of.' })
  get parent(): DimensionItem | null {
    return this.lies;
  }
}
