import { type Command, Option } from 'commander';
import { type Writing, writing } from '../features/audit/writing.js';
import { CHECKS, type CheckName } from '../features/checks/check-name.js';
import { callBackRelease } from '../features/publishing/call-back-release.mutation.js';
import { changeRelease } from '../features/publishing/change-release.mutation.js';
import { unlessOvertaken } from '../features/publishing/changing-release.js';
import { createRelease } from '../features/publishing/create-release.mutation.js';
import { discardRelease } from '../features/publishing/discard-release.mutation.js';
import { momentTyped } from '../features/publishing/moment-to-come.js';
import { moveRelease } from '../features/publishing/move-release.mutation.js';
import { publishRelease } from '../features/publishing/publish-release.mutation.js';
import { scheduleRelease } from '../features/publishing/schedule-release.mutation.js';
import { releaseOfCode, releasesIn } from '../features/publishing/staff-release.query.js';
import type { StaffReleaseRow } from '../features/publishing/staff-release.type.js';
import { withdrawRelease } from '../features/publishing/withdraw-release.mutation.js';
import type { Register, Shell } from './command.js';

/** How many releases a list holds. */
const MOST = 1000;

const EXAMPLES = `
Examples:
  npx solieu release create JUNE_2024 --title-vi "Số liệu tháng 6/2024" --covers-vi "Công nghiệp, xuất khẩu"
  npx solieu release schedule JUNE_2024 --at 2024-07-06T08:00 --announce
  npx solieu release publish JUNE_2024 --accept YTD_BELOW_MONTH
  npx solieu release withdraw JUNE_2024 --reason-vi "Nhầm kỳ báo cáo"

A moment without a zone is one in Asia/Ho_Chi_Minh; what has come is told by the clock of the database.`;

interface Texts {
  titleVi?: string;
  titleEn?: string;
  coversVi?: string;
  coversEn?: string;
}
interface Accepted {
  accept?: CheckName[];
}

/** `solieu release`: make releases, and say when they are out. */
export const release: Register = (program, shell) => {
  const group = program
    .command('release')
    .description('make, schedule, publish, call back and withdraw releases')
    .addHelpText('after', EXAMPLES);
  registerDrafts(group, shell);
  registerMoments(group, shell);
  group
    .command('list')
    .description('list the releases, the newest first, drafts included')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { database } = await shell.open();
      const all = await releasesIn(database.db, null, MOST);
      shell.out(json ? `${JSON.stringify(all.map(shown), null, 2)}\n` : all.map(lineOf).join(''));
    });
};

function registerDrafts(group: Command, shell: Shell): void {
  withTexts(group.command('create').description('make an empty draft'), true).action(
    (code: string, { titleVi = '', ...texts }: Texts) =>
      change(shell, (one) => createRelease(one, { code, titleVi, ...texts })),
  );
  withTexts(group.command('change').description('say otherwise what a release is called and covers'), false).action(
    (code: string, texts: Texts) => change(shell, (one) => changeRelease(one, code, texts)),
  );
  coded(group.command('discard').description('delete a draft with all that is in it')).action(async (code: string) => {
    const { database, actor } = await shell.open();
    const gone = await unlessOvertaken(writing(database.db, actor, (one) => discardRelease(one, code)));
    shell.out(`Discarded ${gone.code}; prints of figures: ${gone.prints}, of plans: ${gone.planPrints}.\n`);
  });
}

function registerMoments(group: Command, shell: Shell): void {
  const at = () => new Option('--at <moment>', 'when it is out, e.g. 2024-07-06T08:00').makeOptionMandatory();
  const accept = () =>
    new Option('--accept <check...>', 'data checks whose warnings are accepted').choices(Object.keys(CHECKS));
  coded(group.command('schedule').description('set the moment of a draft, after the data checks'))
    .addOption(at())
    .option('--announce', 'tell readers beforehand when it comes and what it will cover')
    .addOption(accept())
    .action((code: string, asked: Accepted & { at: string; announce?: true }) => {
      const schedule = { moment: momentTyped(asked.at), announce: asked.announce ?? false, accept: asked.accept ?? [] };
      return change(shell, (one) => scheduleRelease(one, code, schedule));
    });
  coded(group.command('move').description('give a scheduled release another moment'))
    .addOption(at())
    .action((code: string, asked: { at: string }) =>
      change(shell, (one) => moveRelease(one, code, momentTyped(asked.at))),
    );
  coded(group.command('call-back').description('make a draft again of a release whose moment is to come')).action(
    (code: string) => change(shell, (one) => callBackRelease(one, code)),
  );
  coded(group.command('publish').description('publish now, after the data checks'))
    .addOption(accept())
    .action((code: string, asked: Accepted) => change(shell, (one) => publishRelease(one, code, asked.accept ?? [])));
  coded(group.command('withdraw').description('take back what was published, and say why'))
    .requiredOption('--reason-vi <text>', 'why, in Vietnamese: readers see it')
    .option('--reason-en <text>', 'the same in English')
    .action((code: string, { reasonVi, reasonEn }: { reasonVi: string; reasonEn?: string }) =>
      change(shell, (one) => withdrawRelease(one, code, reasonVi, reasonEn ?? null)),
    );
}

const coded = (command: Command): Command => command.argument('<code>', 'code of the release');

function withTexts(command: Command, isNew: boolean): Command {
  const title = new Option('--title-vi <text>', 'title in Vietnamese').makeOptionMandatory(isNew);
  return coded(command)
    .addOption(title)
    .option('--title-en <text>', 'title in English')
    .option('--covers-vi <text>', 'what it will cover, in Vietnamese')
    .option('--covers-en <text>', 'the same in English');
}

/** Makes a change, and tells how the release stands. */
async function change(shell: Shell, act: (one: Writing) => Promise<string>): Promise<void> {
  const { database, actor } = await shell.open();
  const code = await unlessOvertaken(writing(database.db, actor, act));
  shell.out(lineOf((await releaseOfCode(database.db, code))!));
}

const lineOf = ({ state, code, published_at: at, title_vi: title }: StaffReleaseRow): string =>
  `${state.toLowerCase().padEnd(9)}  ${at ?? '-'}  ${code}  ${title}\n`;

const shown = (row: StaffReleaseRow) => ({
  code: row.code,
  state: row.state.toLowerCase(),
  publishedAt: row.published_at,
  isAnnounced: row.is_announced,
  acceptedChecks: row.accepted,
  withdrawnBy: row.withdrawn_by,
  titleVi: row.title_vi,
  titleEn: row.title_en,
  coversVi: row.covers_vi,
  coversEn: row.covers_en,
});
