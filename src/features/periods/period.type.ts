import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import type { Language } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import {
  isYearToDate,
  type Period as Interval,
  periodCode,
  periodDays,
  periodKind,
  type PeriodKind,
  previousPeriod,
  samePeriodLastYear,
} from '../../kernel/period.js';
import { periodLabel } from '../../kernel/period-label.js';
import { DayScalar } from '../../kernel/scalars.js';
import { InLanguage } from '../../kernel/translated.js';

export const PeriodKindEnum = describedEnum('PeriodKind', 'What kind of interval a period is.', {
  MONTH: 'A calendar month, `2024-M06`.',
  QUARTER: 'A calendar quarter, `2024-Q2`.',
  HALF_YEAR: 'A half-year, `2024-S1`.',
  YEAR: 'A calendar year, `2024`.',
  YEAR_TO_DATE:
    'From 1 January to the end of a month, `2024-YTD10`. As a filter it takes every such interval, also the first month, quarter, half and the year.',
  SPAN: 'Any other interval, as an ISO 8601 range: `2021-01-01/P2Y`, `2025-01-01/P52D`.',
});

/** How many periods are kept; no publication has more. */
const MOST = 20_000;
const kept = new Map<string, Period>();

@ObjectType('Period', {
  implements: Node,
  description: 'An interval of days that a figure is about. The same interval is one period whatever it was called.',
})
export class Period extends Node implements Interval {
  #code: string | undefined;

  constructor(private readonly interval: Interval) {
    super();
  }

  /** The one period of an interval that many figures share. */
  static of(start: Day, end: Day): Period {
    const name = `${start}/${end}`;
    const known = kept.get(name);
    if (known) return known;
    if (kept.size >= MOST) kept.clear();
    const period = new Period({ start, end });
    kept.set(name, period);
    return period;
  }

  get id(): string {
    return globalId('Period', `${this.start}.${this.end}`);
  }

  @Field(() => String, {
    simple: true,
    description: 'Canonical code: `2024-M06`, `2024-Q2`, `2024-S1`, `2024`, `2024-YTD10`, or an ISO 8601 range.',
  })
  get code(): string {
    return (this.#code ??= periodCode(this.interval));
  }

  @Field(() => PeriodKindEnum, { simple: true, description: 'What kind of interval it is.' })
  get kind(): PeriodKind {
    return periodKind(this.interval);
  }

  @Field(() => DayScalar, { simple: true, description: 'First day.' })
  get start(): Day {
    return this.interval.start;
  }

  @Field(() => DayScalar, { simple: true, description: 'Last day.' })
  get end(): Day {
    return this.interval.end;
  }

  @Field(() => Int, { simple: true, description: 'How many days it has.' })
  get days(): number {
    return periodDays(this.interval);
  }

  @Field(() => Boolean, { simple: true, description: "Whether it runs from 1 January to a month's end." })
  get isYearToDate(): boolean {
    return isYearToDate(this.interval);
  }

  @Field(() => String, { description: 'Name for people: *First half of 2024*.' })
  label(@InLanguage() language: Language): string {
    return periodLabel(this.interval, language);
  }

  @Field(() => Period, {
    simple: true,
    nullable: true,
    description: 'The period before of the same kind; null for a longer year-to-date, which has none.',
  })
  get previous(): Period | null {
    const previous = previousPeriod(this.interval);
    return previous && new Period(previous);
  }

  @Field(() => Period, { simple: true, description: 'The same period of the year before.' })
  get lastYear(): Period {
    return new Period(samePeriodLastYear(this.interval));
  }
}
