import { Ctx, Field, Float, Int, ObjectType } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { type Language, pick } from '../../kernel/language.js';
import { DayScalar, DecimalScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import { ObservationStatusEnum } from '../observations/print.type.js';
import { Boundary } from '../territories/boundary.type.js';
import { Unit } from '../units/unit.type.js';
import type { AxisItem, TableRole } from './table-axis.js';

export const TableRoleEnum = describedEnum('TableRole', 'What the items of a dimension are.', {
  INDICATOR: 'Indicators, by code.',
  TERRITORY: 'Territories, by (code, validFrom).',
  BREAKDOWN: "Items of a breakdown dimension, in the classification's order.",
  PUBLISHER: 'Publishers, by code; only where two of them speak of one figure.',
  PERIOD: 'Periods, by (end, length).',
  MEASURE: 'What the cells show; only where more than one measure is asked.',
});

@ObjectType({ description: 'One item of a dimension of a table.' })
export class TableItem {
  constructor(
    private readonly item: AxisItem,
    /** Power of ten of the numbers of an INDICATOR item. */
    private readonly multiplier: number | null,
  ) {}

  @Field(() => String, {
    simple: true,
    description: 'Code: of the indicator, territory, item, publisher, period or measure.',
  })
  get code(): string {
    return this.item.code;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return this.item.name(language);
  }

  @Field(() => Unit, { simple: true, nullable: true, description: 'Unit of an INDICATOR item; null for others.' })
  get unit(): Unit | null {
    return this.item.unit ?? null;
  }

  @Field(() => Int, {
    simple: true,
    nullable: true,
    description:
      'Power of ten of the values and planned levels of an INDICATOR item: the smallest among its cells; null where no cell has a value, and for other items.',
  })
  get unitMultiplier(): number | null {
    return this.multiplier;
  }

  @Field(() => DayScalar, {
    simple: true,
    nullable: true,
    description:
      'First day of a TERRITORY item, which tells apart units of one code; null before our records, and for other items.',
  })
  get validFrom(): string | null {
    return this.item.validFrom ?? null;
  }

  @Field(() => Boundary, {
    simple: true,
    nullable: true,
    description:
      'How the unit of a TERRITORY item stands to those of today; null unless `boundaries: TODAY` is asked, and for other items.',
  })
  get boundary(): Boundary | null {
    return this.item.boundary ?? null;
  }

  @Field(() => DayScalar, { simple: true, nullable: true, description: 'First day of a PERIOD item; null for others.' })
  get start(): string | null {
    return this.item.start ?? null;
  }

  @Field(() => DayScalar, { simple: true, nullable: true, description: 'Last day of a PERIOD item; null for others.' })
  get end(): string | null {
    return this.item.end ?? null;
  }
}

@ObjectType({ description: 'One dimension of a table.' })
export class TableDimension {
  constructor(
    role: TableRole,
    code: string,
    private readonly label: AxisItem['name'],
    items: TableItem[],
  ) {
    this.role = role;
    this.code = code;
    this.items = items;
  }

  @Field(() => TableRoleEnum, { simple: true, description: 'What its items are.' })
  readonly role: TableRole;

  @Field(() => String, { simple: true, description: 'Code of the breakdown dimension, else the role.' })
  readonly code: string;

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return this.label(language);
  }

  @Field(() => [TableItem], { simple: true, description: 'Items of which at least one figure is there.' })
  readonly items: TableItem[];
}

@ObjectType({ description: 'A note on a cell.' })
export class TableNote {
  constructor(
    cell: number,
    private readonly vietnamese: string,
    private readonly english: string | null,
  ) {
    this.cell = cell;
  }

  @Field(() => Int, { simple: true, description: 'Index of the cell in `values`.' })
  readonly cell: number;

  @Field(() => String, { description: 'The note.' })
  text(@InLanguage() language: Language): string {
    return pick(language, this.vietnamese, this.english);
  }
}

export interface TableParts {
  dimensions: TableDimension[];
  values: (string | null)[];
  statuses: (ObservationStatus | null)[];
  notes: TableNote[];
}

@ObjectType({
  description:
    'Figures as columns: every list of cells is row-major, the last dimension fastest, each cell the newest print of its figure. An empty cell is null.',
})
export class Table {
  constructor(private readonly parts: TableParts) {}

  @Field(() => [TableDimension], {
    simple: true,
    description: 'INDICATOR, TERRITORY, breakdowns asked, PUBLISHER where needed, PERIOD, MEASURE where needed.',
  })
  get dimensions(): TableDimension[] {
    return this.parts.dimensions;
  }

  @Field(() => [Int], { simple: true, description: 'How many items each dimension has.' })
  get size(): number[] {
    return this.parts.dimensions.map(({ items }) => items.length);
  }

  @Field(() => Int, {
    simple: true,
    description: 'How many cells there are: the product of `size`, never more than `service.limits.tableCells`.',
  })
  get cells(): number {
    return this.parts.values.length;
  }

  @Field(() => [DecimalScalar], { simple: true, nullable: 'items', description: 'One exact decimal a cell.' })
  get values(): (string | null)[] {
    return this.parts.values;
  }

  @Field(() => [Float], {
    simple: true,
    nullable: 'items',
    description: 'The same as floating-point numbers, for charts.',
  })
  get numbers(): (number | null)[] {
    return this.parts.values.map((value) => (value === null ? null : Number(value)));
  }

  @Field(() => ObservationStatusEnum, {
    simple: true,
    nullable: true,
    description: 'The status of all figures, where it is the same; else null.',
  })
  get status(): ObservationStatus | null {
    const [only, ...others] = this.#distinct;
    return others.length === 0 ? (only ?? null) : null;
  }

  @Field(() => [ObservationStatusEnum], {
    simple: true,
    nullable: 'itemsAndList',
    description: 'One status a cell, where they differ; else null.',
  })
  get statuses(): (ObservationStatus | null)[] | null {
    return this.#distinct.length > 1 ? this.parts.statuses : null;
  }

  @Field(() => [TableNote], { description: 'Notes on cells, in their order, as many as a page holds.' })
  notes(@Ctx() { limits }: Context): TableNote[] {
    return this.parts.notes.slice(0, limits.maxPage);
  }

  get #distinct(): ObservationStatus[] {
    return [...new Set(this.parts.statuses)].filter((status) => status !== null);
  }
}
