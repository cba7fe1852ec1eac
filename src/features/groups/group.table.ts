import { unknownCode } from '../../kernel/nearest.js';
import { referenceTable, StaleReference } from '../../kernel/reading.js';
import { OcopCriteria, ProductGroup } from './group.type.js';

/** The trees of goods of all versions of the criteria, the newest version first, in the order of the decision. */
export class GroupTable {
  readonly list: readonly ProductGroup[];
  readonly #byRow: Map<number, ProductGroup>;
  readonly #byCode: Map<string, ProductGroup[]>;

  constructor(
    readonly criteria: ReadonlyMap<number, OcopCriteria>,
    groups: readonly ProductGroup[],
  ) {
    this.#byRow = new Map(groups.map((group) => [group.row.id, group]));
    for (const group of groups) {
      group.above = group.row.parent_id === null ? null : this.row(group.row.parent_id);
      group.above?.below.push(group);
    }
    this.list = groups.filter((group) => group.above === null).flatMap(withAllBelow);
    this.#byCode = Map.groupBy(this.list, (group) => group.code);
  }

  row(id: number): ProductGroup {
    const group = this.#byRow.get(id);
    if (!group) throw new StaleReference(`product group ${id}`);
    return group;
  }

  version(id: number): OcopCriteria {
    const version = this.criteria.get(id);
    if (!version) throw new StaleReference(`criteria ${id}`);
    return version;
  }

  /** A version by its code; an unknown one is an error. */
  versionNamed(code: string, argument: string): OcopCriteria {
    const versions = [...this.criteria.values()];
    const version = versions.find((one) => one.code === code);
    if (version) return version;
    throw unknownCode(
      argument,
      'version of the criteria',
      code,
      versions.map((one) => one.code),
    );
  }

  byKey(key: string): ProductGroup | null {
    return this.list.find((group) => group.key === key) ?? null;
  }

  /** Groups of every version meant by a code, or those of one by `1.3@QD148_2023`; an unknown one is an error. */
  named(text: string, argument: string): ProductGroup[] {
    const [code, version] = text.split('@') as [string, string?];
    const groups = (this.#byCode.get(code) ?? []).filter(
      ({ criteria }) => version === undefined || criteria.code === version,
    );
    if (groups.length === 0) throw unknownCode(argument, 'product group', text, this.#byCode.keys());
    return groups;
  }

  /** Row ids of what a code names and of all that lies in it. */
  within(text: string, argument: string): number[] {
    return this.named(text, argument).flatMap((group) => withAllBelow(group).map(({ row }) => row.id));
  }
}

export const withAllBelow = (group: ProductGroup): ProductGroup[] => [group, ...group.below.flatMap(withAllBelow)];

export const groupTable = referenceTable(async ({ db }) => {
  const [versions, groups] = await Promise.all([
    db.selectFrom('ocop_criteria').selectAll().execute(),
    db
      .selectFrom('product_group as g')
      .innerJoin('ocop_criteria as c', 'c.id', 'g.criteria_id')
      .selectAll('g')
      .orderBy('c.valid_from', (order) => order.desc().nullsLast())
      .orderBy('c.code')
      .orderBy('g.position')
      .execute(),
  ]);
  const criteria = new Map(versions.map((row) => [row.id, new OcopCriteria(row)]));
  return new GroupTable(
    criteria,
    groups.map((row) => new ProductGroup(row, criteria.get(row.criteria_id)!)),
  );
});
