import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Page } from './page.js';

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more stands after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether more stands before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first node; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last node; null on an empty page.' })
  endCursor!: string | null;
}

/** What the edges of a list tell of a node besides; null unless `Page.marked` tells it. */
export interface EdgeField {
  name: string;
  type: () => ClassType;
  description: string;
}

/** The GraphQL types of a list of `node`: `<Name>Connection` and `<Name>Edge`. Values are `Page`s. */
export function connectionOf<T extends object>(
  name: string,
  node: () => ClassType<T>,
  edgeFields: readonly EdgeField[] = [],
): ClassType<Page<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} in a list, with its place.` })
  class Edge {
    @Field(() => node(), { description: `The ${name}.` })
    node!: T;

    @Field(() => String, { description: 'Opaque place in this list and order; `after` and `before` take it.' })
    cursor!: string;
  }
  for (const { name: field, type, description } of edgeFields) {
    Field(type, { simple: true, nullable: true, description })(Edge.prototype, field);
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    @Field(() => [node()], { simple: true, description: 'What the page holds, in the order of the list.' })
    nodes!: T[];

    @Field(() => [Edge], { simple: true, description: 'The same with a cursor each.' })
    edges!: Edge[];

    @Field(() => PageInfo, { simple: true, description: 'Where the page stands in the list.' })
    pageInfo!: PageInfo;

    private count!: () => number | Promise<number>;

    @Field(() => Int, { description: 'How many the whole list holds, whatever the page.' })
    totalCount(): number | Promise<number> {
      return this.count();
    }
  }
  return Connection as unknown as ClassType<Page<T>>;
}
