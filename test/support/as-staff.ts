import { graphql } from 'graphql';
import { readConfig } from '../../src/config.js';
import type { Role } from '../../src/kernel/actor.js';
import { Clock } from '../../src/kernel/clock.js';
import { Context } from '../../src/kernel/context.js';
import { Readings } from '../../src/kernel/reading.js';
import { buildApiSchema } from '../../src/schema.js';
import type { Server } from './server.js';

const about = { version: '0', licence: '', contact: null, publicUrl: '' };
const schema = buildApiSchema();

/** Asks a document as somebody of a role, past HTTP and its keys. */
export async function askAs(server: Server, role: Role, source: string): Promise<unknown> {
  const { db } = server.database;
  const readings = new Readings(db, new Clock(db, 0));
  const actor = { role, name: role, keyId: null };
  const contextValue = new Context(readings, await readings.now(), 'EN', readConfig({}).limits, about, actor);
  const answer = await graphql({ schema, source, contextValue });
  return JSON.parse(JSON.stringify(answer));
}
