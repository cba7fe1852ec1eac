import { afterAll, beforeAll } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { type App, createApp } from '../../src/http/app.js';
import type { Database } from '../../src/kernel/database.js';
import { Figures } from './figures.js';
import { copyOfTemplate } from './template.js';

export interface Answer<D> {
  data: D;
  errors?: {
    message: string;
    path?: (string | number)[];
    locations?: { line: number; column: number }[];
    extensions: Record<string, unknown>;
  }[];
}

/** The whole server over a database of its own, asked by HTTP. */
export class Server {
  database!: Database;
  app!: App;
  figures!: Figures;

  get http(): App['http'] {
    return this.app.http;
  }

  /** Asks a document by POST as an English reader. */
  async ask<D = Record<string, never>>(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<D>> {
    const response = await this.http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'accept-language': 'en', ...headers },
      payload: { query, variables },
    });
    return response.json<Answer<D>>();
  }

  /** The `extensions` of the first error of an answer. */
  async refusal(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown> | undefined> {
    const { errors } = await this.ask(query, variables);
    return errors?.[0]?.extensions;
  }
}

/** What a server is made of, on a database that is open. */
export async function serverOn(database: Database, environment: Record<string, string> = {}) {
  const settings = { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent', CLOCK_MAX_AGE_MS: '0', ...environment };
  const app = await createApp(readConfig(settings), database);
  return { database, app, figures: new Figures(database) };
}

/** A server for the tests of one file: a copy of the seeded database, its clock read for every request. */
export function testServer(environment: Record<string, string> = {}, isSeeded = true): Server {
  const server = new Server();
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const copy = await copyOfTemplate(isSeeded);
    drop = copy.drop;
    Object.assign(server, await serverOn(copy.database, environment));
  }, 120_000);
  afterAll(async () => {
    await server.app.http.close();
    await drop();
  }, 60_000);
  return server;
}
