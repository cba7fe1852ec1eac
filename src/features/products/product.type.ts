import { Field, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kernel/described-enum.js';
import { globalId } from '../../kernel/global-id.js';
import { type Language, pick, pickIfAny } from '../../kernel/language.js';
import { Node } from '../../kernel/node.js';
import { InLanguage } from '../../kernel/translated.js';
import { ProductGroup } from '../groups/group.type.js';
import { Producer } from '../producers/producer.type.js';
import { Territory } from '../territories/territory.type.js';

export const AllergenEnum = describedEnum(
  'Allergen',
  'Foods that labels must name, by the Codex standard for labels.',
  {
    GLUTEN: 'Cereals with gluten.',
    CRUSTACEANS: 'Crustaceans.',
    EGGS: 'Eggs.',
    FISH: 'Fish.',
    PEANUTS: 'Peanuts.',
    SOYBEANS: 'Soybeans.',
    MILK: 'Milk, lactose included.',
    TREE_NUTS: 'Tree nuts.',
    SESAME: 'Sesame.',
    MOLLUSCS: 'Molluscs.',
    SULPHITES: 'Sulphites of 10 mg/kg or more.',
  },
);
export type Allergen = keyof typeof AllergenEnum;

export interface ProductParts {
  id: number;
  slug: string;
  name_vi: string;
  name_en: string | null;
  sort_key: string;
  code: string | null;
  is_group_assigned: boolean;
  place: string | null;
  description_vi: string | null;
  description_en: string | null;
  packaging_vi: string | null;
  packaging_en: string | null;
  shelf_life: string | null;
  allergens: Allergen[] | null;
  keywords: string[] | null;
}

/** What a product is linked to, in memory or joined. */
export interface ProductLinks {
  producer: Producer | null;
  territory: Territory | null;
  group: ProductGroup | null;
}

@ObjectType({
  implements: Node,
  description:
    'One product of one producer, however many recognitions it has. The same name by two producers is two products. What is not known is null.',
})
export class Product extends Node {
  constructor(
    readonly row: ProductParts,
    readonly links: ProductLinks,
  ) {
    super();
  }

  get id(): string {
    return globalId('Product', this.row.slug);
  }

  @Field(() => String, { simple: true, description: 'Stable name in addresses: a-z, 0-9 and hyphens.' })
  get slug(): string {
    return this.row.slug;
  }

  @Field(() => String, { description: 'Name.' })
  name(@InLanguage() language: Language): string {
    return pick(language, this.row.name_vi, this.row.name_en);
  }

  @Field(() => Producer, {
    simple: true,
    nullable: true,
    description: 'Who makes it; null where no document says, or where many do, as under a mark.',
  })
  get producer(): Producer | null {
    return this.links.producer;
  }

  @Field(() => Territory, {
    simple: true,
    nullable: true,
    description: 'The most exact unit known that it comes from, as it was when that was written.',
  })
  get territory(): Territory | null {
    return this.links.territory;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Where in that unit, as printed: a commune that is not among our units.',
  })
  get place(): string | null {
    return this.row.place;
  }

  @Field(() => ProductGroup, {
    simple: true,
    nullable: true,
    description: 'Its place in the tree of goods: a set, or only a family or group where no more is known.',
  })
  get group(): ProductGroup | null {
    return this.links.group;
  }

  @Field(() => Boolean, {
    simple: true,
    description: 'Whether the group was chosen by its name when it was entered, because no document states it.',
  })
  get isGroupAssigned(): boolean {
    return this.row.is_group_assigned;
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'Number that the programme gave it; may hold codes of units that are no more.',
  })
  get code(): string | null {
    return this.row.code;
  }

  @Field(() => String, { nullable: true, description: 'What it is.' })
  description(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.description_vi, this.row.description_en);
  }

  @Field(() => String, { nullable: true, description: 'How it is packed.' })
  packaging(@InLanguage() language: Language): string | null {
    return pickIfAny(language, this.row.packaging_vi, this.row.packaging_en);
  }

  @Field(() => String, {
    simple: true,
    nullable: true,
    description: 'How long it keeps, as an ISO 8601 duration: `P12M` is twelve months, `P7D` seven days.',
  })
  get shelfLife(): string | null {
    return this.row.shelf_life;
  }

  @Field(() => [AllergenEnum], {
    simple: true,
    nullable: true,
    description: 'Allergens it states; empty where it states that there are none, null where nothing is known.',
  })
  get allergens(): Allergen[] | null {
    return this.row.allergens;
  }

  @Field(() => [String], {
    simple: true,
    description: 'Words by which it is found besides its name.',
  })
  get keywords(): string[] {
    return this.row.keywords ?? [];
  }
}
