import TestSequencer from '@jest/test-sequencer';

/** Files that would keep one worker busy while the others have nothing left to do. */
const LONGEST = ['import-killed', 'start', 'backup', 'imports', 'cli', 'fuzz', 'releases', 'damaged-backups', 'seeds'];

const place = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return found < 0 ? LONGEST.length : found;
};

/** The order in which Jest takes test files on a machine that has not seen them yet, too. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}
