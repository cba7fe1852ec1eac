import { Migration } from '@mikro-orm/migrations';
import { citation, counted, id, named, namedIndexes, partialDate, slug } from './statements.js';

/** The catalogue of OCOP and specialty products: what they are, who makes them, by whom they are recognised. */
export class Products extends Migration {
  override name = '0003-products';

  override up(): void {
    for (const statement of [...groups, ...producers, ...products, ...recognitions, ...counted(tables)])
      this.addSql(statement);
  }
}

const tables = [
  'ocop_criteria', 'product_group', 'producer', 'producer_contact', 'product', 'product_price', 'product_photo',
  'sales_channel', 'standard', 'certificate', 'recognition',
]; // prettier-ignore

const groups = [
  `create table ocop_criteria (
    id ${id},
    code text not null unique,
    decision text not null,
    name_vi text not null,
    name_en text,
    valid_from date,
    valid_to date,
    score_parts integer[] not null,
    star_bands integer[] not null check (cardinality(star_bands) = 5),
    check (valid_from < valid_to)
  )`,
  `create table product_group (
    id ${id},
    criteria_id integer not null references ocop_criteria,
    code text not null check (code ~ '^[0-9]+([.][0-9]+){0,2}$'),
    level text not null check (level in ('GROUP', 'FAMILY', 'SET')),
    parent_id integer references product_group,
    position integer not null,
    name_vi text not null,
    name_en text,
    is_verified boolean not null default false,
    unique (criteria_id, code),
    check ((level = 'GROUP') = (parent_id is null))
  )`,
];

const producers = [
  `create table producer (
    id ${id},
    slug ${slug},
    ${named()},
    kind text check (kind in ('COOPERATIVE', 'COOPERATIVE_GROUP', 'ENTERPRISE', 'FARM', 'HOUSEHOLD', 'ESTABLISHMENT')),
    territory_id integer references territory,
    place text,
    ${citation}
  )`,
  ...namedIndexes('producer'),
  `create index producer_by_territory on producer (territory_id)`,
  `create table producer_contact (
    id ${id},
    producer_id integer not null references producer on delete cascade,
    position integer not null,
    kind text not null check (kind in ('PHONE', 'EMAIL', 'WEBSITE', 'ADDRESS', 'SOCIAL')),
    value text not null,
    unique (producer_id, position)
  )`,
];

const products = [
  `create table product (
    id ${id},
    slug ${slug},
    ${named(`coalesce(joined(keywords), '')`)},
    code text,
    group_id integer references product_group,
    is_group_assigned boolean not null default false,
    producer_id integer references producer,
    territory_id integer references territory,
    place text,
    description_vi text,
    description_en text,
    packaging_vi text,
    packaging_en text,
    shelf_life text check (shelf_life ~ '^P[0-9]+[DWMY]$'),
    allergens text[],
    keywords text[]
  )`,
  ...namedIndexes('product'),
  `create index product_by_group on product (group_id)`,
  `create index product_by_producer on product (producer_id, sort_key, id)`,
  `create index product_by_territory on product (territory_id, sort_key, id)`,
  `create index product_by_keyword on product using gin (keywords)`,
  `create table product_price (
    id ${id},
    product_id integer not null references product on delete cascade,
    position integer not null,
    amount numeric not null check (amount >= 0 and amount not in ('NaN', 'Infinity')),
    currency_id integer not null references unit,
    per_vi text not null,
    per_en text,
    ${partialDate('stated_on')} not null,
    ${citation},
    unique (product_id, position)
  )`,
  `create table product_photo (
    id ${id},
    product_id integer not null references product on delete cascade,
    position integer not null,
    address text not null check (address ~ '^https?://'),
    alt_vi text not null,
    alt_en text,
    credit text,
    unique (product_id, position)
  )`,
  `create table sales_channel (
    id ${id},
    product_id integer not null references product on delete cascade,
    position integer not null,
    kind text not null check (kind in ('SHOP', 'SUPERMARKET', 'MARKETPLACE', 'WEBSITE', 'EXPORT', 'OTHER')),
    name text not null,
    address text,
    unique (product_id, position)
  )`,
];

/** The last day of what is valid for 36 months from a day. */
const months36 = (day: string): string => `(${day} + interval '36 months')::date`;

const recognitions = [
  `create table standard (
    id ${id},
    code text not null unique,
    name_vi text not null,
    name_en text
  )`,
  `create table certificate (
    id ${id},
    product_id integer references product on delete cascade,
    producer_id integer references producer on delete cascade,
    standard_id integer not null references standard,
    number text,
    issuer_vi text,
    issuer_en text,
    ${partialDate('issued_on')},
    ${partialDate('valid_until')},
    ${citation},
    certain_from date generated always as (latest_day(issued_on)) stored,
    certain_until date generated always as (earliest_day(valid_until)) stored,
    possible_from date generated always as (earliest_day(issued_on)) stored,
    possible_until date generated always as (case when issued_on is null then null else coalesce(latest_day(valid_until), 'infinity') end) stored,
    check ((product_id is null) <> (producer_id is null)),
    unique nulls not distinct (product_id, producer_id, standard_id, number, issued_on)
  )`,
  `create index certificate_by_product on certificate (product_id)`,
  `create index certificate_by_producer on certificate (producer_id)`,
  // In force on a day: certainly from the last day on which it may have begun to the first on which it may have ended.
  // Mirrors features/products/validity.ts.
  `create table recognition (
    id ${id},
    product_id integer not null references product on delete cascade,
    kind text not null check (kind in ('OCOP', 'OCOP_POTENTIAL_FIVE_STAR', 'GEOGRAPHICAL_INDICATION', 'COLLECTIVE_MARK',
      'CERTIFICATION_MARK', 'SPECIALTY', 'SPECIALTY_CANDIDATE', 'OCOP_CANDIDATE')),
    stars smallint check (stars between 1 and 5),
    score numeric check (score between 0 and 100),
    criteria_id integer references ocop_criteria,
    authority_vi text,
    authority_en text,
    authority_level text check (authority_level in ('DISTRICT', 'PROVINCE', 'CENTRAL')),
    decision text,
    ${partialDate('issued_on')},
    issued_inferred boolean not null default false,
    ${partialDate('valid_until')},
    area_vi text,
    area_en text,
    owner_vi text,
    owner_en text,
    list_vi text,
    list_en text,
    note_vi text,
    note_en text,
    source_id integer not null references source,
    locator text,
    certain_from date generated always as (latest_day(issued_on)) stored,
    certain_until date generated always as (case
      when issued_on is null then null
      when valid_until is not null then earliest_day(valid_until)
      when kind in ('OCOP', 'OCOP_POTENTIAL_FIVE_STAR') then ${months36('earliest_day(issued_on)')}
      when kind = 'GEOGRAPHICAL_INDICATION' then 'infinity' end) stored,
    possible_from date generated always as (earliest_day(issued_on)) stored,
    possible_until date generated always as (case
      when issued_on is null then null
      when valid_until is not null then latest_day(valid_until)
      when kind in ('OCOP', 'OCOP_POTENTIAL_FIVE_STAR') then ${months36('latest_day(issued_on)')}
      else 'infinity' end) stored,
    constraint stars_are_of_ocop check (stars is null or kind = 'OCOP'),
    unique nulls not distinct (product_id, kind, stars, issued_on, decision, source_id)
  )`,
  `create index recognition_by_product on recognition (product_id)`,
  `create index recognition_by_source on recognition (source_id)`,
  `create index recognition_certain on recognition (kind, certain_from, certain_until, stars, product_id)`,
  `create index recognition_possible on recognition (kind, possible_from, possible_until, stars, product_id)`,
];
