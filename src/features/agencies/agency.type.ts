import { Arg, Ctx, Field, ObjectType } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { type Day, dayOf } from '../../kernel/day.js';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import { Node } from '../../kernel/node.js';
import { DayScalar } from '../../kernel/scalars.js';
import { Territory } from '../territories/territory.type.js';
import type { AgencyKind } from './agency.entity.js';

export const AgencyKindEnum = describedEnum('AgencyKind', 'What an agency is.', {
  STATISTICS_OFFICE: 'A statistics office of the country or a province.',
  DEPARTMENT: 'A department of a province (sở).',
  PEOPLES_COMMITTEE: "A people's committee.",
  PEOPLES_COUNCIL: "A people's council.",
  CENTRAL_GOVERNMENT: 'The central government or one of its ministries.',
  MEDIA: 'A newspaper, news agency or news site.',
  OTHER: 'Anything else.',
});

@ObjectType({ simpleResolvers: true, description: 'A name that an agency bore for a time.' })
export class AgencyName {
  @Field(() => String, { description: 'The name, the same in every language.' })
  name!: string;

  @Field(() => DayScalar, { nullable: true, description: 'First day; null means before our records.' })
  validFrom!: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day on which it was no longer the name; null while it is.',
  })
  validTo!: Day | null;
}

export interface AgencyParts {
  code: string;
  kind: AgencyKind;
  territory: Territory | null;
  /** By validity, the oldest first; never empty. */
  names: AgencyName[];
  successor: Agency | null;
}

@ObjectType({
  implements: Node,
  description: 'Who answers for a figure, carries it, or sets a plan. Renaming an agency keeps it the same agency.',
})
export class Agency extends Node {
  constructor(readonly parts: AgencyParts) {
    super();
  }

  get id(): string {
    return globalId('Agency', this.parts.code);
  }

  @Field(() => String, { simple: true, description: 'Stable code, e.g. `NSO`.' })
  get code(): string {
    return this.parts.code;
  }

  @Field(() => String, { description: 'The name it bears on a day, the same in every language.' })
  name(
    @Arg('on', () => DayScalar, { nullable: true, description: 'The day; today in Asia/Ho_Chi_Minh unless told.' })
    on: Day | null,
    @Ctx() { reading }: Context,
  ): string {
    return this.nameOn(on ?? dayOf(reading.moment));
  }

  @Field(() => [AgencyName], { simple: true, description: 'Every name it bore, the oldest first.' })
  get names(): AgencyName[] {
    return this.parts.names;
  }

  @Field(() => AgencyKindEnum, { simple: true, description: 'What it is.' })
  get kind(): AgencyKind {
    return this.parts.kind;
  }

  @Field(() => Territory, {
    simple: true,
    nullable: true,
    description: 'The unit it belongs to, where its name tells.',
  })
  get territory(): Territory | null {
    return this.parts.territory;
  }

  @Field(() => Agency, { simple: true, nullable: true, description: 'The agency that took over from it.' })
  get successor(): Agency | null {
    return this.parts.successor;
  }

  /** The name valid on a day; outside all validity the one before, before all of them the first. */
  nameOn(day: Day): string {
    const { names } = this.parts;
    return (names.findLast(({ validFrom }) => (validFrom ?? '') <= day) ?? names[0]!).name;
  }
}
