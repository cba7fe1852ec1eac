import type { Qualifier } from '../../kernel/printed-change.js';
import { storedDate, type UncertainDate } from '../../kernel/uncertain-date.js';
import type { CodeTable } from '../../kernel/code-table.js';
import { Citation } from '../sources/citation.type.js';
import type { Source } from '../sources/source.type.js';
import type { Unit } from '../units/unit.type.js';
import type { PartyRole } from './event.entity.js';
import type { DetailsRow } from './event-details-rows.js';
import { EventCallOff, EventParty, EventRegistration, EventVenue, type Said } from './event-parts.type.js';
import { type Count, type EventResults, EventScale, EventZone, turnoverOf } from './event-scale.type.js';

/** What a list of events does not read: each fact made when it is asked. What is not known is null. */
export class EventDetails {
  constructor(
    readonly row: DetailsRow,
    private readonly sources: CodeTable<Source>,
    private readonly units: CodeTable<Unit>,
  ) {}

  date(column: 'planned_start' | 'planned_end' | 'actual_start' | 'actual_end'): UncertainDate | null {
    const text = this.row[column];
    return text === null ? null : storedDate(text, this.row.are_dates_inferred);
  }

  get theme(): Said | null {
    return said(this.row.theme_vi, this.row.theme_en);
  }

  get openingHours(): Said | null {
    return said(this.row.opening_hours_vi, this.row.opening_hours_en);
  }

  get note(): Said | null {
    return said(this.row.note_vi, this.row.note_en);
  }

  get venues(): EventVenue[] {
    return this.row.venues.map((venue) => new EventVenue(venue));
  }

  parties(role: PartyRole): EventParty[] {
    return this.row.parties.filter((party) => party.role === role).map((party) => new EventParty(party));
  }

  get citations(): Citation[] {
    return this.row.sources.map(({ id, locator }) => new Citation(this.sources.row(id), locator));
  }

  get scale(): EventScale | null {
    const { row } = this;
    const zones = row.zones.map(({ vi, en, booths, qualifier }) => new EventZone(vi, en, count(booths, qualifier)));
    const counts = {
      booths: count(row.booths, row.booths_qualifier),
      firms: count(row.firms, row.firms_qualifier),
      displayedProducts: count(row.displayed_products, row.displayed_products_qualifier),
      localities: count(row.localities, row.localities_qualifier),
    };
    return zones.length > 0 || isSomethingIn(counts) ? new EventScale(counts, zones) : null;
  }

  get registration(): EventRegistration | null {
    const { registration_contact: contact, is_registration_exempt: isExempt } = this.row;
    const deadline = this.row.registration_deadline === null ? null : storedDate(this.row.registration_deadline, false);
    const how = said(this.row.registration_how_vi, this.row.registration_how_en);
    const isKnown = isSomethingIn({ deadline, how, contact, isExempt });
    return isKnown ? new EventRegistration(deadline, how, contact, isExempt) : null;
  }

  get results(): EventResults | null {
    const { row } = this;
    const results = {
      visitors: count(row.visitors, row.visitors_qualifier),
      contracts: count(row.contracts, row.contracts_qualifier),
      turnover:
        row.turnover === null
          ? null
          : turnoverOf({
              value: row.turnover,
              unitMultiplier: row.turnover_multiplier!,
              unit: this.units.row(row.turnover_unit_id!),
              qualifier: row.turnover_qualifier,
            }),
    };
    return isSomethingIn(results) ? results : null;
  }

  get callOff(): EventCallOff | null {
    const { call_off: kind, called_off_on: on } = this.row;
    if (kind === null) return null;
    return new EventCallOff(kind, on!, said(this.row.call_off_reason_vi, this.row.call_off_reason_en));
  }
}

const said = (vi: string | null, en: string | null): Said | null => (vi === null ? null : { vi, en });

const count = (value: number | null, qualifier: Qualifier | null): Count | null =>
  value === null ? null : { value, qualifier };

const isSomethingIn = (facts: object): boolean => Object.values(facts).some((fact) => fact !== null);
