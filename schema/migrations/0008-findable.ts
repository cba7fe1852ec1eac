import { Migration } from '@mikro-orm/migrations';
import { counted } from './statements.js';

/** What people type for indicators and units, and which indicators are to be looked at beside another. */
export class Findable extends Migration {
  override name = '0008-findable';

  override up(): void {
    for (const statement of [...abbreviations, ...relations, ...counted(['indicator_relation'])])
      this.addSql(statement);
  }
}

const abbreviations = ['indicator', 'territory'].map(
  (table) => `alter table ${table} add column abbreviations text[] check (array_position(abbreviations, '') is null)`,
);

// A relation that reads alike from both sides is one row; PART_OF reads as HAS_PART from the other.
const relations = [
  `create table indicator_relation (
    indicator_id integer not null references indicator,
    related_id integer not null references indicator check (related_id <> indicator_id),
    relation text not null check (relation in ('OTHER_MEASURE', 'COUNTERPART', 'PART_OF')),
    primary key (indicator_id, related_id)
  )`,
  `create unique index indicator_relation_once on indicator_relation
    (least(indicator_id, related_id), greatest(indicator_id, related_id))`,
];
