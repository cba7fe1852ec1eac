import { Migration } from '@mikro-orm/migrations';

/** Of which units we know every one whose area they took over, so that figures of those may be summed. */
export class WholeTerritories extends Migration {
  override name = '0007-whole-territories';

  override up(): void {
    this.addSql('alter table territory add column has_all_predecessors boolean not null default false');
  }
}
