import { Field, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import { ListSize } from '../../kernel/list-size.js';
import { Node } from '../../kernel/node.js';
import { DayScalar } from '../../kernel/scalars.js';
import type { TerritoryLevel, TerritoryType } from './territory.entity.js';

export const TerritoryLevelEnum = describedEnum('TerritoryLevel', 'Level of administration.', {
  COUNTRY: 'The country.',
  PROVINCE: 'Provinces and centrally run cities.',
  DISTRICT: 'Districts, provincial cities and towns; abolished on 2025-07-01.',
  COMMUNE: 'Communes, wards, townships and special zones.',
});

export const TerritoryTypeEnum = describedEnum('TerritoryType', 'What kind of unit it is.', {
  COUNTRY: 'Quốc gia: the country.',
  PROVINCE: 'Tỉnh: province.',
  CENTRALLY_RUN_CITY: 'Thành phố trực thuộc trung ương: city at the level of a province.',
  DISTRICT: 'Huyện: rural district.',
  PROVINCIAL_CITY: 'Thành phố thuộc tỉnh: city at the level of a district.',
  TOWN: 'Thị xã: town at the level of a district.',
  COMMUNE: 'Xã: rural commune.',
  WARD: 'Phường: urban ward.',
  TOWNSHIP: 'Thị trấn: township at the level of a commune.',
  SPECIAL_ZONE: 'Đặc khu: special zone.',
});

const TYPE_WORDS: Record<TerritoryType, string> = {
  COUNTRY: '',
  PROVINCE: 'Tỉnh ',
  CENTRALLY_RUN_CITY: 'Thành phố ',
  DISTRICT: 'Huyện ',
  PROVINCIAL_CITY: 'Thành phố ',
  TOWN: 'Thị xã ',
  COMMUNE: 'Xã ',
  WARD: 'Phường ',
  TOWNSHIP: 'Thị trấn ',
  SPECIAL_ZONE: 'Đặc khu ',
};

/** Short type words that people put before a name, where they do not begin the long one. */
const SHORT_TYPE_WORDS: Partial<Record<TerritoryType, string>> = {
  CENTRALLY_RUN_CITY: 'TP ',
  PROVINCIAL_CITY: 'TP ',
  TOWN: 'TX ',
  TOWNSHIP: 'TT ',
};

export interface TerritoryRow {
  id: number;
  code: string;
  name: string;
  type: TerritoryType;
  level: TerritoryLevel;
  parent_id: number | null;
  valid_from: Day | null;
  valid_to: Day | null;
  successor_codes: string[];
  has_all_predecessors: boolean;
  abbreviations: string[] | null;
}

/** Links between units, set once all of them are known. */
export interface TerritoryLinks {
  parent: Territory | null;
  children: Territory[];
  predecessors: Territory[];
  successors: Territory[];
  unlistedSuccessorCodes: string[];
}

@ObjectType({
  implements: Node,
  description:
    'An administrative unit as it was from `validFrom` to `validTo`. Codes are reused: a code and a day name one unit. An observation keeps the unit for which it was published.',
})
export class Territory extends Node {
  links!: TerritoryLinks;

  constructor(readonly row: TerritoryRow) {
    super();
  }

  get id(): string {
    return globalId('Territory', this.row.id);
  }

  @Field(() => String, { simple: true, description: 'Code of the national statistics office; the country is `VN`.' })
  get code(): string {
    return this.row.code;
  }

  @Field(() => String, {
    simple: true,
    description: 'Name without the type, the same in every language: *Ninh Thuận*.',
  })
  get name(): string {
    return this.row.name;
  }

  @Field(() => String, { simple: true, description: 'Name with the type: *Tỉnh Ninh Thuận*.' })
  get fullName(): string {
    return TYPE_WORDS[this.row.type] + this.row.name;
  }

  /** The name with a short type, as people write it: *TP Nha Trang*; null where the type has none. */
  get shortName(): string | null {
    const word = SHORT_TYPE_WORDS[this.row.type];
    return word === undefined ? null : word + this.row.name;
  }

  @Field(() => [String], {
    simple: true,
    description: 'Abbreviations that people type for it (`TPHCM`), by which it is found; empty where none are known.',
  })
  get abbreviations(): readonly string[] {
    return this.row.abbreviations ?? [];
  }

  @Field(() => TerritoryTypeEnum, { simple: true, description: 'What kind of unit it is.' })
  get type(): TerritoryType {
    return this.row.type;
  }

  @Field(() => TerritoryLevelEnum, { simple: true, description: 'Level of administration.' })
  get level(): TerritoryLevel {
    return this.row.level;
  }

  @Field(() => DayScalar, { simple: true, nullable: true, description: 'First day; null means before our records.' })
  get validFrom(): Day | null {
    return this.row.valid_from;
  }

  @Field(() => DayScalar, {
    simple: true,
    nullable: true,
    description: 'First day on which it was no more; null while it stands.',
  })
  get validTo(): Day | null {
    return this.row.valid_to;
  }

  @Field(() => Territory, { simple: true, nullable: true, description: 'The unit it lies in; null for the country.' })
  get parent(): Territory | null {
    return this.links.parent;
  }

  @Field(() => [Territory], { description: 'Units that lie directly in it, by (code, validFrom).' })
  children(@ListSize(100) first: number): Territory[] {
    return this.links.children.slice(0, first);
  }

  @Field(() => [Territory], { description: 'Units whose area it took over, by (code, validFrom).' })
  predecessors(@ListSize(100) first: number): Territory[] {
    return this.links.predecessors.slice(0, first);
  }

  @Field(() => Boolean, {
    simple: true,
    description:
      'Whether `predecessors` are known to be all units whose area it took over when it began; false where that is not known.',
  })
  get hasAllPredecessors(): boolean {
    return this.row.has_all_predecessors;
  }

  @Field(() => [Territory], { description: 'Units that took its area over on `validTo`, by (code, validFrom).' })
  successors(@ListSize(100) first: number): Territory[] {
    return this.links.successors.slice(0, first);
  }

  @Field(() => [String], { simple: true, description: 'Codes of successors that are not among our units.' })
  get unlistedSuccessorCodes(): string[] {
    return this.links.unlistedSuccessorCodes;
  }

  isValidOn(day: Day): boolean {
    const { valid_from: from, valid_to: to } = this.row;
    return (from === null || from <= day) && (to === null || day < to);
  }
}
