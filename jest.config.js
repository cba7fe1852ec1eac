/** Files that open the databases they need themselves, or none: what DATABASE_URL tells changes nothing in them. */
const WITHOUT_SERVER =
  'answer-cache|backup-commands|certifiers|cli|command-socket|comparison|config|doctor|schema|sentence|start|validity';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: process.env.DATABASE_URL ? [`/test/(${WITHOUT_SERVER})\\.test\\.ts$`] : [],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  // A busy machine is not a failure.
  testTimeout: 30_000,
  // The usual leaves a core to whoever watches, which on two cores is half of the machine.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/longest-first.js',
  workerIdleMemoryLimit: '1GB',
};
