import { Command, CommanderError } from 'commander';
import { packageVersion } from '../kernel/package.js';
import { lined, type Shell } from './command.js';
import { COMMANDS, entryOf, isAlone } from './commands.js';
import { complaintOf } from './complaint.js';

const DONE = 0;
const FAILED = 1;
const WRONG_USAGE = 2;

const ENDING = `
Exit codes: 0 done, 1 refused or failed, 2 wrong usage.
Settings are environment variables, the same as the server's: see README.md.

Examples:
  npx solieu                       serve until Ctrl-C
  npx solieu doctor                what is wrong with this installation
  npx solieu help seed             what a command takes, with examples`;

/** Runs a command where the shell is, to its exit code. What goes wrong is told in lines, never as a stack. */
export async function run(argv: readonly string[], shell: Shell): Promise<number> {
  try {
    const program = programOf(shell);
    await register(program, argv[0], shell);
    await program.parseAsync([...argv], { from: 'user' });
    return DONE;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    shell.err(complaintOf(error));
    return FAILED;
  }
}

/** Runs a command in the server that holds the directory. What needs the directory for itself is refused. */
export async function runForCaller(argv: readonly string[], shell: Shell): Promise<number> {
  if (!isAlone(argv[0])) return run(argv, shell);
  shell.err(`"${argv[0]}" needs the directory for itself, and process ${process.pid} serves from it: stop it first.`);
  return FAILED;
}

function programOf(shell: Shell): Command {
  return new Command('solieu')
    .description('Publishes the economic indicators, catalogue and events of a province.')
    .usage('[command] [options]')
    .version(packageVersion, '-V, --version', 'tell the version')
    .helpOption('-h, --help', 'tell what a command takes')
    .helpCommand('help [command]', 'tell what a command takes')
    .addHelpText('after', ENDING)
    .showHelpAfterError('(solieu help tells the commands)')
    .configureOutput({
      writeOut: (text) => shell.out(lined(text)),
      writeErr: (text) => shell.err(lined(text)),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride();
}

/** The one command that is asked; all of them for whoever asks which there are. */
async function register(program: Command, name: string | undefined, shell: Shell): Promise<void> {
  const asked = entryOf(name);
  const entries = asked ? [asked] : Object.values(COMMANDS);
  for (const { load } of entries) (await load(runForCaller))(program, shell);
}
