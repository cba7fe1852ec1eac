import { Field, ID, InterfaceType } from 'type-graphql';
import type { Context } from './context.js';

@InterfaceType({ description: 'Anything that can be fetched again by its id.' })
export abstract class Node {
  @Field(() => ID, { simple: true, description: 'Opaque, stable, unique over all types; `node` takes it.' })
  abstract readonly id: string;
}

/** Finds one node by the key of its id, null where it does not exist for the reader. */
export type NodeFinder = (key: string, context: Context, asOf: string | null) => Promise<Node | null>;

const finders = new Map<string, NodeFinder>();

/** Each feature tells how its nodes are found again. */
export const findNodesOf = (type: string, finder: NodeFinder): void => void finders.set(type, finder);

export const nodeFinder = (type: string): NodeFinder | undefined => finders.get(type);
