import { createParameterDecorator, Int } from 'type-graphql';
import type { Context } from './context.js';
import type { Limits } from './limits.js';
import { pageSize } from './page.js';

/** The usual size is no mistake of the client where the installation allows less. */
const sizeOf = (asked: number, usual: number, limits: Limits): number =>
  asked === usual ? Math.min(usual, limits.maxPage) : pageSize('first', asked, limits);

/** A parameter that is the checked `first` of a short list inside an object. */
export const ListSize = (usual: number): ParameterDecorator =>
  createParameterDecorator<Context>(({ args, context }) => sizeOf(args['first'] as number, usual, context.limits), {
    arg: {
      name: 'first',
      typeFunc: () => Int,
      options: {
        defaultValue: usual,
        description: `How many from the start; ${usual} unless told, 500 at most unless \`service.limits\` says otherwise.`,
      },
    },
  }) as ParameterDecorator;
