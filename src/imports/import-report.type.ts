import { Field, Int, ObjectType } from 'type-graphql';
import { ListSize } from '../kernel/list-size.js';
import { DifferenceOutcomeEnum } from './difference-outcome.type.js';
import type { Difference, ImportReport } from './kind.js';

@ObjectType({ description: 'What was done with one print, beside what stood before it.' })
export class PrintDifference {
  constructor(private readonly difference: Difference) {}

  @Field(() => String, { simple: true, description: 'Its path as it was sent, e.g. `prints.3` or `input.3`.' })
  get path(): string {
    return this.difference.path;
  }

  @Field(() => DifferenceOutcomeEnum, { simple: true, description: 'What was done: any but LEFT.' })
  get outcome(): Difference['outcome'] {
    return this.difference.outcome;
  }

  @Field(() => String, {
    simple: true,
    description:
      'The figure or plan by its codes: indicator, territory, items of its breakdown, period, publisher, e.g. `EXPORT_TURNOVER 58 2024-M06 DOIT_NINH_THUAN`; of a plan who set it, where that is known, and its target.',
  })
  get subject(): string {
    return this.difference.subject;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description:
      'What the draft stated of it, or else the newest earlier release, e.g. `50 ×10^6 ESTIMATED, SAME_PERIOD_LAST_YEAR PERCENT 1.26`; null for what is new.',
  })
  get before(): string | null {
    return this.difference.before;
  }

  @Field(() => String, { simple: true, description: 'What the draft states of it now.' })
  get after(): string {
    return this.difference.after ?? '';
  }
}

@ObjectType('ImportReport', { description: 'What was done with the prints that were sent; all of them are in the draft.' })
export class ImportReportType {
  constructor(private readonly report: ImportReport) {}

  @Field(() => Int, { simple: true, description: 'How many are of figures or plans that no earlier release prints.' })
  get added(): number {
    return this.report.added;
  }

  @Field(() => Int, { simple: true, description: 'How many are of figures or plans that an earlier release prints too.' })
  get printedAgain(): number {
    return this.report.printedAgain;
  }

  @Field(() => Int, { simple: true, description: 'How many replaced a print of the same document and place in the draft.' })
  get changed(): number {
    return this.report.changed;
  }

  @Field(() => Int, { simple: true, description: 'How many the draft held already, just as they were sent.' })
  get left(): number {
    return this.report.left;
  }

  @Field(() => [PrintDifference], { description: 'Those that are new or different, in the order sent.' })
  differences(@ListSize(20) first: number): PrintDifference[] {
    return this.report.differences.slice(0, first).map((one) => new PrintDifference(one));
  }
} // prettier-ignore
