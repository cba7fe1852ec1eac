import type { FastifyInstance } from 'fastify';
import type { Readings } from '../kernel/reading.js';

/** Whether this server should be sent requests: not while it starts, stops, or has no database. */
export interface Readiness {
  isDraining: boolean;
}

export function healthRoutes(app: FastifyInstance, readings: Readings, readiness: Readiness, version: string): void {
  app.get('/health/live', () => ({ status: 'live', version }));
  app.get('/health/ready', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
    if (readiness.isDraining) return reply.code(503).header('retry-after', '1').send({ status: 'stopping' });
    try {
      const { version: dataVersion } = await readings.now();
      return { status: 'ready', version, dataVersion };
    } catch (error) {
      app.log.warn({ err: error }, 'the database does not answer');
      return reply.code(503).header('retry-after', '1').send({ status: 'no database' });
    }
  });
}
