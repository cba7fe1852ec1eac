import { Figures } from './0001-figures.js';
import { WordsAndDates } from './0002-words-and-dates.js';
import { Products } from './0003-products.js';
import { Events } from './0004-events.js';
import { Projects } from './0005-projects.js';
import { Series } from './0006-series.js';
import { WholeTerritories } from './0007-whole-territories.js';
import { Findable } from './0008-findable.js';
import { PrintsBySeries } from './0009-prints-by-series.js';
import { PrintsInTurn } from './0010-prints-in-turn.js';
import { Actors } from './0011-actors.js';
import { ReleaseLife } from './0012-releases.js';
import { Imports } from './0013-imports.js';
import { StandingFunctions } from './0014-standing-functions.js';
import { PrintsInBulk } from './0015-prints-in-bulk.js';
import { FiguresOfSeries } from './0016-figures-of-series.js';
import { CorrectionsInBulk } from './0017-corrections-in-bulk.js';

/** In order, append-only: a migration that has run anywhere is never edited. */
export const migrations = [
  Figures,
  WordsAndDates,
  Products,
  Events,
  Projects,
  Series,
  WholeTerritories,
  Findable,
  PrintsBySeries,
  PrintsInTurn,
  Actors,
  ReleaseLife,
  Imports,
  StandingFunctions,
  PrintsInBulk,
  FiguresOfSeries,
  CorrectionsInBulk,
];
