import { Feed, type Item } from 'feed';
import { compareCodes } from '../../kernel/code-table.js';
import type { About } from '../../kernel/context.js';
import type { Language } from '../../kernel/language.js';
import type { Release } from './release.type.js';

/** How many releases a feed holds, the newest. */
const MOST = 100;
/** Of a feed without an entry it cannot be said when it changed. */
const NEVER = new Date(0);

const WORDS = {
  VI: { title: 'Số liệu đã công bố', withdrawn: 'Đã thu hồi' },
  EN: { title: 'Figures published', withdrawn: 'Withdrawn' },
} as const;

/** The releases that are out as an Atom feed, the newest first; one that was taken back says so, and why. */
export function releaseFeed(releases: readonly Release[], { publicUrl, licence }: About, language: Language): string {
  const address = `${publicUrl}/releases.atom`;
  const items = [...releases]
    .sort((a, b) => compareCodes(b.publishedAt, a.publishedAt) || compareCodes(a.code, b.code))
    .slice(0, MOST)
    .map((release) => itemOf(release, publicUrl, language));
  const feed = new Feed({
    id: address,
    title: WORDS[language].title,
    link: `${publicUrl}/`,
    feedLinks: { atom: address },
    updated: new Date(Math.max(...items.map(({ date }) => date.getTime()), NEVER.getTime())),
    author: { name: 'Solieu', link: `${publicUrl}/` },
    copyright: licence,
    generator: 'Solieu',
  });
  items.forEach((item) => feed.addItem(item));
  return feed.atom1();
}

function itemOf(release: Release, publicUrl: string, language: Language): Item {
  const { code, publishedAt, withdrawal } = release;
  const published = new Date(publishedAt);
  const reason = withdrawal && `${WORDS[language].withdrawn}: ${withdrawal.reason(language)}`;
  return {
    id: `${publicUrl}/releases.atom#${code}`,
    title: asHtml(release.title(language)),
    link: `${publicUrl}/graphql?query=${encodeURIComponent(question(code))}`,
    published,
    date: withdrawal ? new Date(withdrawal.release.publishedAt) : published,
    description: asHtml([reason, release.covers(language)].filter((text) => text !== null).join(' — ')),
  };
}

const question = (code: string): string =>
  `{release(code:${JSON.stringify(code)}){title covers publishedAt state withdrawal{reason}` +
  `observations{totalCount nodes{indicator{name}territory{name}period{code}value unitMultiplier unit{code}}}}}`;

/** Titles and summaries of a feed are HTML; XML has no place for some characters. */
const asHtml = (text: string): string =>
  text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
