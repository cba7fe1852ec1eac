import { defineEntity, p } from '@mikro-orm/core';
import type { InferKyselyTable } from '@mikro-orm/sql';
import type { Qualifier } from '../../kernel/printed-change.js';

export type EventKind =
  | 'TRADE_FAIR'
  | 'EXHIBITION'
  | 'SUPPLY_DEMAND_CONFERENCE'
  | 'CONFERENCE'
  | 'FORUM'
  | 'PRODUCT_WEEK'
  | 'MARKET'
  | 'PRODUCT_DAY'
  | 'FESTIVAL'
  | 'CULTURE_AND_TOURISM_DAY'
  | 'ONLINE_WEEK'
  | 'TRADE_MISSION'
  | 'PRESS_CONFERENCE';
export type CallOff = 'CANCELLED' | 'POSTPONED';
export type PartyRole = 'HOST' | 'ORGANISER' | 'CO_ORGANISER';

/** A trade-promotion event. The dates it is shown with are kept by the database: see the migration. */
export const Events = defineEntity({
  name: 'Event',
  tableName: 'event',
  properties: {
    id: p.integer().primary().autoincrement(),
    slug: p.text().unique(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    kind: p.text().$type<EventKind>(),
    themeVi: p.text().nullable(),
    themeEn: p.text().nullable(),
    parentId: p.integer().nullable(),
    plannedStart: p.text().nullable(),
    plannedEnd: p.text().nullable(),
    actualStart: p.text().nullable(),
    actualEnd: p.text().nullable(),
    areDatesInferred: p.boolean().default(false),
    durationDays: p.integer().nullable(),
    openingHoursVi: p.text().nullable(),
    openingHoursEn: p.text().nullable(),
    territoryId: p.integer().nullable(),
    planNumber: p.text().nullable(),
    isEntryFree: p.boolean().nullable(),
    booths: p.integer().nullable(),
    boothsQualifier: p.text().$type<Qualifier>().nullable(),
    firms: p.integer().nullable(),
    firmsQualifier: p.text().$type<Qualifier>().nullable(),
    displayedProducts: p.integer().nullable(),
    displayedProductsQualifier: p.text().$type<Qualifier>().nullable(),
    localities: p.integer().nullable(),
    localitiesQualifier: p.text().$type<Qualifier>().nullable(),
    visitors: p.integer().nullable(),
    visitorsQualifier: p.text().$type<Qualifier>().nullable(),
    contracts: p.integer().nullable(),
    contractsQualifier: p.text().$type<Qualifier>().nullable(),
    registrationDeadline: p.text().nullable(),
    registrationHowVi: p.text().nullable(),
    registrationHowEn: p.text().nullable(),
    registrationContact: p.text().nullable(),
    isRegistrationExempt: p.boolean().nullable(),
    turnover: p.decimal('string').nullable(),
    turnoverMultiplier: p.smallint().nullable(),
    turnoverUnitId: p.integer().nullable(),
    turnoverQualifier: p.text().$type<Qualifier>().nullable(),
    callOff: p.text().$type<CallOff>().nullable(),
    calledOffOn: p.date().nullable(),
    callOffReasonVi: p.text().nullable(),
    callOffReasonEn: p.text().nullable(),
    noteVi: p.text().nullable(),
    noteEn: p.text().nullable(),
  },
});

/** Where it is held. */
export const EventVenues = defineEntity({
  name: 'EventVenue',
  tableName: 'event_venue',
  properties: {
    id: p.integer().primary().autoincrement(),
    eventId: p.integer(),
    position: p.integer(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
  },
});

/** Who hosts and organises it. */
export const EventParties = defineEntity({
  name: 'EventParty',
  tableName: 'event_party',
  properties: {
    id: p.integer().primary().autoincrement(),
    eventId: p.integer(),
    role: p.text().$type<PartyRole>(),
    position: p.integer(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
  },
});

/** A part of its booths. */
export const EventZones = defineEntity({
  name: 'EventZone',
  tableName: 'event_zone',
  properties: {
    id: p.integer().primary().autoincrement(),
    eventId: p.integer(),
    position: p.integer(),
    nameVi: p.text(),
    nameEn: p.text().nullable(),
    booths: p.integer().nullable(),
    boothsQualifier: p.text().$type<Qualifier>().nullable(),
  },
});

/** Where it is written of. */
export const EventSources = defineEntity({
  name: 'EventSource',
  tableName: 'event_source',
  properties: {
    id: p.integer().primary().autoincrement(),
    eventId: p.integer(),
    position: p.integer(),
    sourceId: p.integer(),
    locator: p.text().nullable(),
  },
});

declare module '../../kernel/tables.js' {
  interface Tables {
    event: InferKyselyTable<typeof Events>;
    event_venue: InferKyselyTable<typeof EventVenues>;
    event_party: InferKyselyTable<typeof EventParties>;
    event_zone: InferKyselyTable<typeof EventZones>;
    event_source: InferKyselyTable<typeof EventSources>;
  }
}
