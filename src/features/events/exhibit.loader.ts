import type { Context } from '../../kernel/context.js';
import { rowLoader } from '../../kernel/kept-rows.js';
import { exhibitRows } from './exhibit-rows.js';
import type { Exhibit } from './exhibit.type.js';

/** Exhibits by row; null where there is none. */
export const exhibitByRow = (context: Context) => rowLoader<Exhibit>(context, 'exhibit', exhibitRows);
