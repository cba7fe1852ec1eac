/** Places in the middle of the list of all figures, as each program names them. Runs on Node's type stripping: only erasable syntax here. */
import type { Client } from 'pg';
import { CURSORS, post } from './ask-solieu.ts';
import { answerTo } from './load.ts';
import { placesIn, type Series } from './turns.ts';

/** For each series of places, and each figure in it. */
export interface Places {
  /** Columns of the unique index, joined by commas. */
  keys: string[][];
  /** Cursors of the API. */
  cursors: string[][];
}

export async function placesOf(client: Client, api: number, territories: number): Promise<Places> {
  const places: Places = { keys: [], cursors: [] };
  for (const series of placesIn(territories)) {
    places.keys.push(await keysOf(client, series));
    places.cursors.push(await cursorsOf(api, series));
  }
  return places;
}

async function keysOf(client: Client, { indicator, territory }: Series): Promise<string[]> {
  const { rows } = await client.query<{ key: string }>(
    `select concat_ws(',', indicator_id, territory_id, breakdown_id, period_end, period_days, publisher_id) as key
     from observation where indicator_id = (select id from indicator where code = $1)
       and territory_id = (select id from territory where code = $2) order by period_end, period_days`,
    [indicator, territory],
  );
  return rows.map(({ key }) => key);
}

async function cursorsOf(api: number, series: Series): Promise<string[]> {
  const answer = await answerTo(api, post(CURSORS, series));
  const { edges } = (answer as { data: { observations: { edges: { cursor: string }[] } } }).data.observations;
  return edges.map(({ cursor }) => cursor);
}
