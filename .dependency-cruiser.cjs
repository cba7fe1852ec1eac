/**
 * The arrows of the house: main → cli → http → schema.ts, entities.ts → imports → features → kernel.
 * The order of features: each knows itself and those before it, no others.
 */
const FEATURES = [
  'nodes',
  'audit',
  'keys',
  'units',
  'territories',
  'dimensions',
  'agencies',
  'releases',
  'sources',
  'periods',
  'indicators',
  'observations',
  'totals',
  'plans',
  'checks',
  'publishing',
  'sentences',
  'tables',
  'availability',
  'groups',
  'producers',
  'products',
  'events',
  'projects',
  'search',
  'service',
];

const inFeatures = (names) => `^src/features/(${names.join('|')})/`;

/** What src/ holds beside kernel and features: the server, and the lists that it is made of. All else are doors. */
const SERVER = '(http|portal)/';
const IMPORTS = 'imports/';
const LISTS = '(schema|entities|config|package-version)\\.ts$';

/** Everything of ours except tests and these parts of src/. */
const allBut = (...parts) => `^(src/(?!${parts.join('|')})|seeds/|schema/)`;

/** A rule that a build breaks on: what lies at `from` may not know what lies at `to`. */
const forbidden = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const laterFeatures = FEATURES.slice(0, -1).map((name, place) =>
  forbidden(
    `${name}-knows-no-later-feature`,
    'See the order of features in .dependency-cruiser.cjs: what joins two of them lives in the later one.',
    { path: inFeatures([name]) },
    { path: inFeatures(FEATURES.slice(place + 1)) },
  ),
);

const arrows = [
  forbidden(
    'a-feature-has-a-place',
    'A new feature needs its line in the order of features in .dependency-cruiser.cjs.',
    { pathNot: '^node_modules/' },
    { path: '^src/features/', pathNot: inFeatures(FEATURES) },
  ),
  forbidden(
    'kernel-knows-itself',
    'The kernel stands on packages alone.',
    { path: '^src/kernel/' },
    { path: allBut('kernel/') },
  ),
  forbidden(
    'features-know-features-and-kernel',
    'A feature does not know who serves it.',
    { path: '^src/features/' },
    { path: allBut('kernel/', 'features/') },
  ),
  forbidden(
    'lists-know-features-and-kernel',
    'What the server is made of stands below it.',
    { path: `^src/${LISTS}` },
    { path: allBut('kernel/', 'features/', IMPORTS, LISTS) },
  ),
  forbidden(
    'imports-know-features-and-seeds',
    'What comes in by files is checked and written as the seeds are.',
    { path: `^src/${IMPORTS}` },
    { path: '^(src/(?!kernel/|features/|imports/)|schema/)' },
  ),
  forbidden(
    'backup-knows-lists-and-kernel',
    'A backup holds tables, whatever they are about: it knows none of them by its noun.',
    { path: '^src/backup/' },
    { path: '^(src/(?!kernel/|backup/|entities\\.ts$|features/audit/)|seeds/)' },
  ),
  forbidden(
    'http-knows-no-doors',
    'The server does not know who starts it.',
    { path: `^src/${SERVER}` },
    { path: allBut('kernel/', 'features/', IMPORTS, LISTS, SERVER) },
  ),
  forbidden(
    'seeds-know-tables',
    'Seeds need tables and pure modules, not the API.',
    { path: '^seeds/' },
    { path: '^src/(?!kernel/|features/|entities\\.ts$)' },
  ),
  forbidden(
    'contracts-know-no-server',
    'Migrations and the printed schema need no running server.',
    { path: '^schema/' },
    { path: `^(src/(?!kernel/|features/|${IMPORTS}|${LISTS})|seeds/)` },
  ),
  forbidden(
    'nothing-knows-tests',
    'What runs needs no test and no benchmark.',
    { path: '^(src|seeds|schema)/' },
    { path: '^(test|bench)/' },
  ),
];

const hygiene = [
  forbidden('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
  forbidden(
    'no-orphans',
    'What nobody imports and imports nothing is a door, or is not needed.',
    { orphan: true, pathNot: ['^src/main\\.ts$', '^test/support/run-on-postgres\\.ts$', '\\.(test|d)\\.ts$'] },
    {},
  ),
  forbidden('no-dead-ends', 'An import leads to a file.', {}, { couldNotResolve: true }),
  forbidden(
    'packages-are-declared',
    'A package that is imported stands in package.json.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  forbidden(
    'src-runs-on-production-packages',
    'What runs must run after `npm ci --omit=dev`.',
    { path: '^src/', pathNot: '^src/bundle' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...laterFeatures, ...arrows, ...hygiene],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count: a file that needs another's type needs that file.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules/' },
    // The peers are a package of their own.
    exclude: { path: '^(dist|data|coverage|test/generated|bench/peers)/|^[^/]+\\.c?js$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
