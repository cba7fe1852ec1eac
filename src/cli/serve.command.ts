import { serve } from '../serve.js';
import type { Register, RunCommand } from './command.js';

const EXAMPLES = `
Examples:
  npx solieu serve
  PORT=8080 HOST=0.0.0.0 npx solieu serve
  DATABASE_URL=postgres://user:password@host:5432/database WORKERS=4 npx solieu serve`;

/** `solieu serve`, which is what `npm start` and `solieu` alone do too. */
export const serving =
  (run: RunCommand): Register =>
  (program) => {
    program
      .command('serve')
      .description('serve the API until Ctrl-C; what "solieu" alone does')
      .addHelpText('after', EXAMPLES)
      .action(async () => {
        await serve(process.env, run);
        // It serves until a signal ends the process.
        await new Promise(() => undefined);
      });
  };
