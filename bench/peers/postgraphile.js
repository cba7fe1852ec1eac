/** PostGraphile 5 on the tables as they are and on `schema.sql`, served by Grafserv on node:http. */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';

/** Keys that a view does not tell. */
const TAGS = {
  version: 1,
  config: {
    class: {
      'bench_peer.figure': {
        tags: {
          primaryKey: 'id',
          foreignKey: [
            '(indicator_id) references public.indicator (id)',
            '(territory_id) references public.territory (id)',
            '(source_id) references public.source (id)',
          ],
        },
      },
      'bench_peer.product_event': {
        tags: { primaryKey: 'product_id,event_id', foreignKey: '(product_id) references public.product (id)' },
      },
    },
  },
};

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [jsonPgSmartTags(TAGS)],
  pgServices: [
    makePgService({
      connectionString: process.env.DATABASE_URL,
      schemas: ['public', 'bench_peer'],
      poolConfig: { max: Number(process.env.DATABASE_POOL) },
      pubsub: false,
    }),
  ],
  grafserv: { watch: false, graphiql: false, websockets: false, graphqlOverGET: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));

if (process.env.PRINT_SCHEMA) {
  const { printSchema } = await import('postgraphile/graphql');
  (await import('node:fs')).writeFileSync(process.env.PRINT_SCHEMA, printSchema(await instance.getSchema()));
}
