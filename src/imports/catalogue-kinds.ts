import 'reflect-metadata';
import { kindOf } from './bring-in.js';
import { EVENT_PARTIES, EVENT_SOURCES, EVENT_VENUES, EVENT_ZONES, EXHIBITS } from './event-parts.js';
import { EVENTS } from './events.js';
import type { ImportKind } from './kind.js';
import { PRODUCER_CONTACTS, PRODUCERS } from './producers.js';
import { PRODUCT_PHOTOS, PRODUCT_PRICES, PRODUCTS, SALES_CHANNELS } from './products.js';
import { PROJECT_CAPITALS, PROJECT_PROGRESS, PROJECTS } from './projects.js';
import { CERTIFICATES, RECOGNITIONS } from './recognitions.js';
import { AGENCIES, AGENCY_NAMES, INDICATORS, TERRITORIES } from './references.js';
import { SOURCES } from './sources.js';

/** What can be brought in beside figures and plans; what others name comes before them. */
export const CATALOGUE_KINDS: readonly ImportKind[] = [
  TERRITORIES,
  AGENCIES,
  AGENCY_NAMES,
  SOURCES,
  INDICATORS,
  PRODUCERS,
  PRODUCER_CONTACTS,
  PRODUCTS,
  PRODUCT_PRICES,
  PRODUCT_PHOTOS,
  SALES_CHANNELS,
  CERTIFICATES,
  RECOGNITIONS,
  EVENTS,
  EVENT_VENUES,
  EVENT_PARTIES,
  EVENT_ZONES,
  EVENT_SOURCES,
  EXHIBITS,
  PROJECTS,
  PROJECT_CAPITALS,
  PROJECT_PROGRESS,
].map(kindOf);
