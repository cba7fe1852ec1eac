import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'One alternative of a filter, and how many products it would give.' })
export class FacetValue {
  @Field(() => String, { description: 'What the filter takes: `4`, `1.3`, `58`, `COOPERATIVE`.' })
  value!: string;

  @Field(() => String, { description: 'How it is called.' })
  label!: string;

  @Field(() => Int, { description: 'Products that match it and all other parts of the filter.' })
  count!: number;
}

/** How many products fall on each value, whatever is asked of the value itself. */
export type Facet = 'stars' | 'groups' | 'territories' | 'producerKinds' | 'recognitionKinds';

/** Counts by the row id, number or word that stands for each value. */
export type FacetCounts = ReadonlyMap<string, number>;

@ObjectType({
  description:
    'Alternatives of the filter with their numbers of products, each counted with all other parts of the filter on. Stars and kinds of recognition are those of the day.',
})
export class ProductFacets {
  constructor(
    readonly counts: (facet: Facet) => Promise<FacetCounts>,
    readonly day: string,
  ) {}
}
