import { graphql } from 'graphql';
import { readConfig } from '../../src/config.js';
import type { Actor } from '../../src/kernel/actor.js';
import { Clock } from '../../src/kernel/clock.js';
import { Context } from '../../src/kernel/context.js';
import { Readings } from '../../src/kernel/reading.js';
import { buildApiSchema } from '../../src/schema.js';
import type { Answer, Server } from './server.js';

const about = { version: '0', licence: 'CC-BY-4.0', contact: null, publicUrl: 'http://localhost' };

/** Asks a document as somebody of whom it is known who they are, past the key that would say so. */
export async function askAs<D>(
  { database }: Server,
  actor: Actor,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<Answer<D>> {
  const readings = new Readings(database.db, new Clock(database.db, 0));
  const contextValue = new Context(readings, await readings.now(), 'EN', readConfig({}).limits, about, actor);
  const result = await graphql({ schema: buildApiSchema(), source, variableValues, contextValue });
  return JSON.parse(JSON.stringify(result)) as Answer<D>;
}
