import { Field, InputType } from 'type-graphql';
import type { PlanTarget } from '../features/plans/plan.entity.js';
import { PlanTargetEnum } from '../features/plans/plan.type.js';
import { DecimalScalar } from '../kernel/scalars.js';
import { optional, StatementInput } from './statement.input.js';

@InputType({ description: 'What one document states of one plan: a value, a range, or that there is a plan.' })
export class PlanInput extends StatementInput {
  @Field(() => PlanTargetEnum, { description: 'What the plan aims at; the number of a GROWTH is in percent.' })
  target!: PlanTarget;

  @Field(() => String, optional('Code of the agency that set it; null where that is unknown.'))
  setBy?: string | null;

  @Field(() => DecimalScalar, optional('The lower end, where a range is planned; then there is no value.'))
  low?: string | null;

  @Field(() => DecimalScalar, optional('The upper end.'))
  high?: string | null;
}
