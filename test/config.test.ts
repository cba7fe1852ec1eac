import { expect, test } from '@jest/globals';
import { readConfig, WrongConfig } from '../src/config.js';

test('without any variable everything has its usual value', () => {
  expect(readConfig({})).toMatchObject({
    port: 4000,
    host: 'localhost',
    dataDirectory: './data',
    databaseUrl: null,
    logLevel: 'info',
  });
});

test.each([
  ['PORT', 'http', 'must be a whole number from 0 to 65535'],
  ['PORT', '70000', 'must be a whole number from 0 to 65535'],
  ['HOST', 'a b', 'must be a host name or an IP address'],
  ['LOG_LEVEL', 'loud', 'must be one of trace, debug, info, warn, error, fatal, silent'],
  ['PUBLIC_URL', 'data.example.vn', 'must be an address like https://data.example.vn'],
  ['ANSWER_CACHE_BYTES', '64MB', 'must be a whole number from 0 to 68719476736'],
  ['MAX_PAGE', '0', 'must be a whole number from 1 to 100000'],
  ['MAX_COST', '1e6', 'must be a whole number from 100 to 10000000'],
])('%s="%s" is refused in a line that names it', (name, value, why) => {
  expect(() => readConfig({ [name]: value })).toThrow(new WrongConfig(`${name}: "${value}" ${why}`));
});

test('a wrong DATABASE_URL is told without its password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@host/db' })).toThrow(
    new WrongConfig('DATABASE_URL: must be an address like postgres://user:password@host:5432/database'),
  );
});

test('each wrong variable has its line', () => {
  expect(() => readConfig({ PORT: 'x', MAX_PAGE: 'y' })).toThrow(/^PORT: .*\nMAX_PAGE: .*$/);
});

test('a usual page larger than the largest is refused', () => {
  expect(() => readConfig({ DEFAULT_PAGE: '50', MAX_PAGE: '20' })).toThrow(
    'DEFAULT_PAGE: "50" must not exceed MAX_PAGE, which is 20',
  );
});
