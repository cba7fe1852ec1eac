import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { ListSize } from '../kernel/list-size.js';
import { Refusal } from '../kernel/refusal.type.js';
import { DifferenceOutcomeEnum } from './difference-outcome.type.js';
import type { Difference, ImportReport } from './kind.js';

@ObjectType({ description: 'What was done with one row, cell by cell.' })
export class UpsertDifference {
  constructor(private readonly difference: Difference) {}

  @Field(() => String, { simple: true, description: 'Its path as it was sent, e.g. `input.3` or `input.3.venues.0`.' })
  get path(): string {
    return this.difference.path;
  }

  @Field(() => DifferenceOutcomeEnum, { simple: true, description: 'What was done.' })
  get outcome(): Difference['outcome'] {
    return this.difference.outcome;
  }

  @Field(() => String, { simple: true, description: 'What it is about: its slug or code, and whatever else names it.' })
  get subject(): string {
    return this.difference.subject;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description:
      'The columns that changed, as they were: `name_vi: …; place: —`; null for what is new. A contact is a hash.',
  })
  get before(): string | null {
    return this.difference.before;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'The same columns as they are; null for what was taken away.',
  })
  get after(): string | null {
    return this.difference.after;
  }
}

@ObjectType({ description: 'What was done with the rows that were sent, those inside others included.' })
export class UpsertReport {
  constructor(private readonly reports: readonly ImportReport[]) {}

  @Field(() => Int, { simple: true, description: 'How many are new.' })
  get added(): number {
    return this.sum('added');
  }

  @Field(() => Int, { simple: true, description: 'How many were there and are different now.' })
  get changed(): number {
    return this.sum('changed');
  }

  @Field(() => Int, { simple: true, description: 'How many were the same already.' })
  get left(): number {
    return this.sum('left');
  }

  @Field(() => [UpsertDifference], { description: 'Those that are new or different, in the order sent.' })
  differences(@ListSize(20) first: number): UpsertDifference[] {
    const all = this.reports.flatMap(({ differences }) => differences);
    return all.slice(0, first).map((difference) => new UpsertDifference(difference));
  }

  private sum(of: 'added' | 'changed' | 'left'): number {
    return this.reports.reduce((sum, report) => sum + report[of], 0);
  }
}

// Told apart by their classes: compiled documents wait for no function that says it.
export const UpsertOutcome = createUnionType({
  name: 'UpsertOutcome',
  description: 'What an upsert did, or why it did nothing at all.',
  types: () => [UpsertReport, Refusal] as const,
});
