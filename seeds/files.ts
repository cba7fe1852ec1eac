import type { z } from 'zod';
import { readRows, type Row } from './csv.js';
import * as catalogue from './rows-catalogue.js';
import * as events from './rows-events.js';
import * as figures from './rows.js';
import * as projects from './rows-projects.js';

/** The columns of each file; `agencyNames` are those of `agency_names.csv`. */
const FILES = {
  units: figures.unit,
  territories: figures.territory,
  agencies: figures.agency,
  agencyNames: figures.agencyName,
  dimensions: figures.dimension,
  dimensionItems: figures.dimensionItem,
  indicators: figures.indicator,
  relatedIndicators: figures.relatedIndicator,
  releases: figures.release,
  sources: figures.source,
  prints: figures.print,
  plans: figures.plan,
  planShares: figures.planShare,
  ocopCriteria: catalogue.criteria,
  productGroups: catalogue.group,
  producers: catalogue.producer,
  producerContacts: catalogue.contact,
  products: catalogue.product,
  productPrices: catalogue.price,
  productPhotos: catalogue.photo,
  salesChannels: catalogue.channel,
  standards: catalogue.standard,
  certificates: catalogue.certificate,
  recognitions: catalogue.recognition,
  events: events.event,
  eventVenues: events.venue,
  eventParties: events.party,
  eventZones: events.zone,
  eventSources: events.cited,
  exhibits: events.exhibit,
  projects: projects.project,
  projectCapitals: projects.capital,
  projectProgress: projects.progress,
};

type Files = typeof FILES;
export type Seeds = { [F in keyof Files]: Row<z.output<Files[F]>>[] };

const fileName = (key: string): string => `${key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}.csv`;

/** All files of the seeds, their cells checked one by one. */
export async function readSeeds(folder: string): Promise<Seeds> {
  const read = Object.entries(FILES).map(async ([key, shape]) => [key, await readRows(folder, fileName(key), shape)]);
  return Object.fromEntries(await Promise.all(read)) as Seeds;
}
