import type { BadInput } from '../../kernel/bad-input.js';
import { compareCodes } from '../../kernel/code-table.js';
import { type Day, parseDay } from '../../kernel/day.js';
import { unknownCode } from '../../kernel/nearest.js';
import { referenceTable, StaleReference } from '../../kernel/reading.js';
import { Territory } from './territory.type.js';

/** Orders units by (code, validFrom), an unknown start first. */
export const compareTerritories = (a: Territory, b: Territory): number =>
  compareCodes(a.code, b.code) || compareCodes(a.validFrom ?? '', b.validFrom ?? '');

/** All units that ever were, found by row, by code, or by code and day. */
export class TerritoryTable {
  readonly list: readonly Territory[];
  readonly #byRow: Map<number, Territory>;
  readonly #byCode: Map<string, Territory[]>;

  constructor(territories: Territory[]) {
    this.list = [...territories].sort(compareTerritories);
    this.#byRow = new Map(this.list.map((unit) => [unit.row.id, unit]));
    this.#byCode = Map.groupBy(this.list, (unit) => unit.code);
    for (const unit of this.list) unit.links = emptyLinks();
    for (const unit of this.list) this.#link(unit);
  }

  row(id: number): Territory {
    const unit = this.#byRow.get(id);
    if (!unit) throw new StaleReference(`territory ${id}`);
    return unit;
  }

  visible(id: number): Territory | null {
    return this.#byRow.get(id) ?? null;
  }

  /** The unit that bears a code on a day, null where none does. */
  on(code: string, day: Day): Territory | null {
    return this.#byCode.get(code)?.find((unit) => unit.isValidOn(day)) ?? null;
  }

  /** Units meant by `56` (every unit that ever bore the code) or `56@2025-07-01` (the one of that day, if any). */
  named(text: string, argument: string): Territory[] {
    const [code, day, ...rest] = text.split('@');
    if (rest.length > 0) throw this.unknown(text, argument);
    const units = this.#byCode.get(code!);
    if (!units) throw this.unknown(code!, argument);
    if (day === undefined) return units;
    const valid = parseDay(day);
    return units.filter((unit) => unit.isValidOn(valid));
  }

  /** A unit and all that ever lay in it. */
  withDescendants(unit: Territory): Territory[] {
    return [unit, ...unit.links.children.flatMap((child) => this.withDescendants(child))];
  }

  /** The unit that the catalogue means by a bare code: that which bears it on the day of the question, else the last that did. */
  meant(code: string, day: Day): Territory | undefined {
    return this.on(code, day) ?? this.#byCode.get(code)?.at(-1);
  }

  /** The area meant in the catalogue by `56` (see `meant`), or by `56@2025-07-01` (the unit of that day, if any). */
  area(text: string, day: Day, argument: string): Territory[] {
    const named = this.named(text, argument);
    const unit = text.includes('@') ? named[0] : this.meant(text, day);
    return unit ? this.areaOf(unit) : [];
  }

  /** A unit, all that ever lay in it, and the area of its predecessors. */
  areaOf(unit: Territory): Territory[] {
    const area = new Set<Territory>();
    const add = (one: Territory): void => {
      if (area.has(one)) return;
      area.add(one);
      one.links.children.forEach(add);
      one.links.predecessors.forEach(add);
    };
    add(unit);
    return [...area];
  }

  unknown(text: string, argument: string): BadInput {
    return unknownCode(argument, 'territory', text, this.#byCode.keys());
  }

  #link(unit: Territory): void {
    const { parent_id: parent, successor_codes: successors, valid_to: end } = unit.row;
    if (parent !== null) {
      unit.links.parent = this.row(parent);
      unit.links.parent.links.children.push(unit);
    }
    for (const code of successors) {
      const successor = end === null ? null : this.on(code, end);
      if (!successor) unit.links.unlistedSuccessorCodes.push(code);
      else {
        unit.links.successors.push(successor);
        successor.links.predecessors.push(unit);
      }
    }
    unit.links.successors.sort(compareTerritories);
  }
}

const emptyLinks = () => ({
  parent: null,
  children: [],
  predecessors: [],
  successors: [],
  unlistedSuccessorCodes: [],
});

export const territoryTable = referenceTable(async ({ db }) => {
  const rows = await db.selectFrom('territory').selectAll().execute();
  return new TerritoryTable(rows.map((row) => new Territory(row)));
});
