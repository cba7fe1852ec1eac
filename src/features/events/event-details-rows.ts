import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/day.js';
import type { Qualifier } from '../../kernel/printed-change.js';
import type { CallOff, PartyRole } from './event.entity.js';
import type { Said } from './event-parts.type.js';

type Counts = 'booths' | 'firms' | 'displayed_products' | 'localities' | 'visitors' | 'contracts';
type CountColumns = Record<Counts, number | null> & Record<`${Counts}_qualifier`, Qualifier | null>;
type Texts = 'theme' | 'opening_hours' | 'registration_how' | 'call_off_reason' | 'note';
type TextColumns = Record<`${Texts}_vi` | `${Texts}_en`, string | null>;

export interface DetailsRow extends CountColumns, TextColumns {
  id: number;
  planned_start: string | null;
  planned_end: string | null;
  actual_start: string | null;
  actual_end: string | null;
  are_dates_inferred: boolean;
  duration_days: number | null;
  plan_number: string | null;
  is_entry_free: boolean | null;
  registration_deadline: string | null;
  registration_contact: string | null;
  is_registration_exempt: boolean | null;
  turnover: string | null;
  turnover_multiplier: number | null;
  turnover_unit_id: number | null;
  turnover_qualifier: Qualifier | null;
  call_off: CallOff | null;
  called_off_on: Day | null;
  venues: Said[];
  parties: (Said & { role: PartyRole })[];
  zones: (Said & { booths: number | null; qualifier: Qualifier | null })[];
  sources: { id: number; locator: string | null }[];
}

/** Rows of a table below event `e`, in their order, as a list of objects. */
const below = (table: string, columns: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select coalesce(json_agg(json_build_object(${columns}) order by x.position), '[]')
    from ${sql.table(table)} x where x.event_id = e.id)`;

const NAME = sql`'vi', x.name_vi, 'en', x.name_en`;

/** What a list of events does not read of an event `e`: all of it in one row. */
export const DETAILS_COLUMNS: RawBuilder<unknown> = sql`e.id, e.theme_vi, e.theme_en, e.planned_start, e.planned_end,
  e.actual_start, e.actual_end, e.are_dates_inferred, e.duration_days, e.opening_hours_vi, e.opening_hours_en,
  e.plan_number, e.is_entry_free, e.booths, e.booths_qualifier, e.firms, e.firms_qualifier, e.displayed_products,
  e.displayed_products_qualifier, e.localities, e.localities_qualifier, e.visitors, e.visitors_qualifier, e.contracts,
  e.contracts_qualifier, e.registration_deadline, e.registration_how_vi, e.registration_how_en, e.registration_contact,
  e.is_registration_exempt, e.turnover, e.turnover_multiplier, e.turnover_unit_id, e.turnover_qualifier, e.call_off,
  e.called_off_on, e.call_off_reason_vi, e.call_off_reason_en, e.note_vi, e.note_en,
  ${below('event_venue', NAME)} as venues,
  ${below('event_party', sql`'role', x.role, ${NAME}`)} as parties,
  ${below('event_zone', sql`${NAME}, 'booths', x.booths, 'qualifier', x.booths_qualifier`)} as zones,
  ${below('event_source', sql`'id', x.source_id, 'locator', x.locator`)} as sources`;
