import { Migration } from '@mikro-orm/migrations';

/**
 * Prints carry the identity of their figure, so that one index holds what a table shows of a series: its prints lie side by
 * side there, and neither figures nor prints are looked up one by one.
 */
export class PrintsBySeries extends Migration {
  override name = '0009-prints-by-series';

  override up(): void {
    for (const statement of [...columns, ...filled, ...kept, index]) this.addSql(statement);
  }
}

const IDENTITY = ['indicator_id', 'territory_id', 'breakdown_id', 'publisher_id', 'period_end', 'period_days'];

const each = (write: (column: string) => string): string => IDENTITY.map(write).join(', ');

const columns = [
  `alter table print
    ${each((column) => `add column ${column} ${column === 'period_end' ? 'date' : 'integer'}`)},
    add column has_note boolean not null generated always as (note_vi is not null) stored`,
];

// What the prints state stays as it is: the triggers that watch over them may rest.
const filled = [
  `set local statement_timeout = 0`,
  `alter table print disable trigger user`,
  `update print p set ${each((column) => `${column} = o.${column}`)} from observation o where o.id = p.observation_id`,
  `alter table print enable trigger user`,
  `alter table print ${each((column) => `alter column ${column} set not null`)}`,
];

// A figure may become another one while all its prints are drafts; they follow it.
const kept = [
  `create function figure_of_print() returns trigger language plpgsql as $$
  begin
    select ${each((column) => `o.${column}`)} into ${each((column) => `new.${column}`)}
      from observation o where o.id = new.observation_id;
    return new;
  end $$`,
  `create trigger figure before insert or update on print for each row execute function figure_of_print()`,
  `create function prints_of_observation() returns trigger language plpgsql as $$
  begin
    update print p set ${each((column) => `${column} = n.${column}`)} from written n
      where p.observation_id = n.id and (${each((column) => `p.${column}`)}) is distinct from (${each((column) => `n.${column}`)});
    return null;
  end $$`,
  `create trigger prints_update after update on observation referencing new table as written
    for each statement execute function prints_of_observation()`,
];

const index = `create index print_by_series on print (${IDENTITY.join(', ')})
  include (id, release_id, source_id, corrects_id, status, value, unit_multiplier, states_value, has_note)`;
