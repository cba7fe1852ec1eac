import type { Language } from '../../kernel/language.js';
import { ENGLISH } from './english.js';
import type { Clause, Phrases, SentenceFacts, StatedBy } from './sentence-facts.js';
import { VIETNAMESE } from './vietnamese.js';

interface Part extends Clause {
  statedBy: StatedBy | null;
}

/**
 * A figure as a sentence. Each part is pinned to the print it comes from; parts of one print share an attribution, and
 * what is computed stands last and says so.
 */
export function sentence(facts: SentenceFacts, language: Language): string {
  const phrases = language === 'EN' ? ENGLISH : VIETNAMESE;
  const groups = groupsOf(partsOf(facts, phrases)).map((group, at) => told(group, at === 0, phrases));
  const text = `${phrases.subject(facts)}${groups.join('; ')}.`.replace(/\s+/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function partsOf(facts: SentenceFacts, phrases: Phrases): Part[] {
  const { level, absence, comparison, planShare } = facts;
  const parts: Part[] = [];
  if (absence) parts.push({ ...same(phrases.absence(absence)), statedBy: absence.statedBy });
  if (level) parts.push({ ...same(` ${phrases.level(level, facts)}`), statedBy: level.statedBy });
  if (comparison) parts.push({ ...phrases.comparison(comparison, facts), statedBy: comparison.statedBy });
  if (planShare) parts.push({ ...phrases.planShare(planShare, facts), statedBy: planShare.statedBy });
  return [...parts.filter(({ statedBy }) => statedBy), ...parts.filter(({ statedBy }) => !statedBy)];
}

/** What can only stand first. */
const same = (text: string): Clause => ({ leading: text, following: text, apart: text });

function groupsOf(parts: readonly Part[]): Part[][] {
  const groups = Map.groupBy(parts, ({ statedBy }) => statedBy?.print ?? null);
  return [...groups.values()];
}

/** Parts of one print, and whose they are. */
function told([first, ...rest]: Part[], isFirst: boolean, phrases: Phrases): string {
  const { statedBy, leading, apart } = first!;
  const whose = statedBy ? phrases.attribution(statedBy, isFirst) : phrases.computed;
  return `${[isFirst ? leading : apart, ...rest.map(({ following }) => following)].join(', ')} (${whose})`;
}
