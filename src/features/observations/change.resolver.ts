import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Context } from '../../kernel/context.js';
import { baseOf, changeOf } from './change-of.js';
import { Change, type ChangeMethod, ChangeMethodEnum, ComparisonBasisEnum } from './change.type.js';
import { Observation } from './observation.type.js';
import type { ComparisonBasis } from './print.entity.js';
import { Print } from './print.type.js';

@Resolver(() => Change)
export class ChangeResolver {
  @FieldResolver(() => Print, { nullable: true, description: 'The print that states it; null when none does.' })
  print(@Root() change: Change): Print | null {
    return change.statedBy as Print | null;
  }

  @FieldResolver(() => Observation, {
    nullable: true,
    description:
      'The figure compared with, of the same series and as of the same moment, with its prints: the second operand, where the first is the figure itself. Null where the publisher has none, and in the list of what a print states. It is given beside a printed change too, which need not follow from it.',
  })
  async comparedWith(@Root() change: Change, @Ctx() context: Context): Promise<Observation | null> {
    const figure = change.figure as Observation | null;
    return figure && ((await baseOf(context, figure, change.basis))?.observation ?? null);
  }
}

@Resolver(() => Observation)
export class ObservationChange {
  @FieldResolver(() => Change, {
    description:
      'How the figure compares; never null, but its rate may be, with a `reason`. Both methods side by side show where a publication disagrees with itself.',
  })
  change(
    @Root() observation: Observation,
    @Arg('basis', () => ComparisonBasisEnum, {
      defaultValue: 'SAME_PERIOD_LAST_YEAR',
      description: 'With what it is compared.',
    })
    basis: ComparisonBasis,
    @Arg('method', () => ChangeMethodEnum, {
      nullable: true,
      description: 'Only printed or only computed; without it as printed, and where no print states it, computed.',
    })
    method: ChangeMethod | null | undefined,
    @Ctx() context: Context,
  ): Change | Promise<Change> {
    return changeOf(context, observation, basis, method ?? null);
  }
}
