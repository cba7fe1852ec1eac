import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick } from '../../kernel/language.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import { DayScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import type { GroupLevel } from './group.entity.js';

export const GroupLevelEnum = describedEnum('ProductGroupLevel', 'Level of the tree of goods.', {
  GROUP: 'Nhóm: one of the groups, such as food or drinks.',
  FAMILY: 'Phân nhóm: a family of a group.',
  SET: 'Bộ sản phẩm: a set of products that are judged by one list of criteria.',
});

export interface CriteriaRow {
  code: string;
  decision: string;
  name_vi: string;
  name_en: string | null;
  valid_from: Day | null;
  valid_to: Day | null;
  score_parts: number[];
  star_bands: number[];
}

@ObjectType({
  description:
    'A version of the OCOP criteria: its tree of goods, what its score of 100 is made of, and what each star takes.',
})
export class OcopCriteria {
  constructor(readonly row: CriteriaRow) {}

  @Field(() => String, { simple: true, description: 'Stable code, e.g. `QD148_2023`.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { simple: true, description: 'Number of the decision that set it, e.g. `148/QĐ-TTg`.' })
  get decision(): string {
    return this.row.decision;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => DayScalar, { simple: true, nullable: true, description: 'First day in force; null where not known.' })
  get validFrom(): Day | null {
    return this.row.valid_from;
  }

  @Field(() => DayScalar, {
    simple: true,
    nullable: true,
    description: 'First day on which it was no more in force; null while it is.',
  })
  get validTo(): Day | null {
    return this.row.valid_to;
  }

  @Field(() => [Int], {
    simple: true,
    description: 'The most points of its three parts, which make 100: organisation of production, marketing, quality.',
  })
  get scoreParts(): number[] {
    return this.row.score_parts;
  }

  @Field(() => [Int], { simple: true, description: 'The least score of one, two, three, four and five stars.' })
  get starBands(): number[] {
    return this.row.star_bands;
  }
}

export interface GroupRow {
  id: number;
  code: string;
  level: GroupLevel;
  parent_id: number | null;
  position: number;
  name_vi: string;
  name_en: string | null;
  is_verified: boolean;
}

@ObjectType({
  implements: Node,
  description: 'A kind of goods in the tree of a version of the OCOP criteria: a group, a family or a set.',
})
export class ProductGroup extends Node {
  /** Set once all of them are known. */
  above: ProductGroup | null = null;
  readonly below: ProductGroup[] = [];

  constructor(
    readonly row: GroupRow,
    private readonly version: OcopCriteria,
  ) {
    super();
  }

  get id(): string {
    return globalId('ProductGroup', this.key);
  }

  get key(): string {
    return `${this.version.code}-${this.row.code}`;
  }

  @Field(() => String, {
    simple: true,
    description: 'Its place in the tree: group `1`, family `1.3`, set `1.3.1`. Versions of the criteria share codes.',
  })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => GroupLevelEnum, { simple: true, description: 'Level of the tree.' })
  get level(): GroupLevel {
    return this.row.level;
  }

  @Field(() => OcopCriteria, { simple: true, description: 'The version of the criteria that it belongs to.' })
  get criteria(): OcopCriteria {
    return this.version;
  }

  @Field(() => ProductGroup, { simple: true, nullable: true, description: 'What it lies in; null for a group.' })
  get parent(): ProductGroup | null {
    return this.above;
  }

  @Field(() => [ProductGroup], { description: 'What lies directly in it, in the order of the decision.' })
  children(@ListSize(30) first: number): ProductGroup[] {
    return this.below.slice(0, first);
  }

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether its name was read in the decision itself; else it awaits being compared with it.',
  })
  get isVerified(): boolean {
    return this.row.is_verified;
  }
}
