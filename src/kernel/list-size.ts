import { createParameterDecorator, Int } from 'type-graphql';
import type { Context } from './context.js';
import { pageSize } from './page.js';

/** A parameter that is the checked `first` of a short list inside an object. */
export const ListSize = (usual: number): ParameterDecorator =>
  createParameterDecorator<Context>(({ args, context }) => pageSize('first', args['first'] as number, context.limits), {
    arg: {
      name: 'first',
      typeFunc: () => Int,
      options: {
        defaultValue: usual,
        description: `How many at most; ${usual} unless told, and never more than a page.`,
      },
    },
  }) as ParameterDecorator;
