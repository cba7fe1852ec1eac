import { Big } from 'big.js';
import { dateInWords } from '../../kernel/date-words.js';
import { writtenNumber, writtenQuantity } from '../../kernel/number-words.js';
import { type Period, periodKind } from '../../kernel/period.js';
import { periodLabel } from '../../kernel/period-label.js';
import type { ObservationStatus } from '../observations/print.entity.js';
import type { TerritoryType } from '../territories/territory.entity.js';
import { isPlural, plural } from './english-plural.js';
import { basisWords, type Movement, movement } from './english-movement.js';
import { before } from './english-qualifiers.js';
import { storedDate } from '../../kernel/uncertain-date.js';
import {
  type AbsenceFacts,
  type Clause,
  type ComparisonFacts,
  isPartOfWhole,
  type LevelFacts,
  nameAndBrackets,
  type Phrases,
  type PlanShareFacts,
  type SentenceFacts,
  signOf,
  type StatedBy,
  withinSentence,
} from './sentence-facts.js';

const ABSENCES: Record<AbsenceFacts['why'], string> = {
  MISSING: ': no figure is available',
  NOT_COLLECTED: ': no figure was collected',
  NOT_APPLICABLE: ': there can be no figure',
  SUPPRESSED: ': the figure is not published',
  WITHDRAWN: ': the figure was withdrawn',
  NOT_STATED: ': no figure is stated',
};

const PLACES: Partial<Record<TerritoryType, string>> = {
  PROVINCE: 'province',
  CENTRALLY_RUN_CITY: 'city',
  DISTRICT: 'district',
  PROVINCIAL_CITY: 'city',
  TOWN: 'town',
  COMMUNE: 'commune',
  WARD: 'ward',
  TOWNSHIP: 'township',
  SPECIAL_ZONE: 'special zone',
};

/** What a status makes of the word “figure”. */
const FIGURES: Partial<Record<ObservationStatus, string>> = {
  FINAL: 'final figure',
  ESTIMATED: 'estimate',
  PROVISIONAL: 'provisional figure',
  FORECAST: 'forecast',
};

export const ENGLISH: Phrases = {
  subject,
  level,
  absence: ({ why, reason }) => ABSENCES[why] + (reason === null ? '' : `, reason given: ${reason}`),
  comparison,
  planShare,
  attribution,
  computed: 'computed from published figures',
};

function subject(facts: SentenceFacts): string {
  const [name, tail] = nameAndTail(facts.indicator);
  const items = facts.items.map(({ name: item }) => withinSentence(item));
  const isWhole = isPartOfWhole(facts) && facts.absence === null;
  const brackets = [...(isWhole ? [] : items), ...(tail ? [tail] : [])].join('; ');
  const where = `${name.endsWith(' in the area') ? 'of' : 'in'} ${placeWords(facts)}`;
  const when = facts.kind === 'STOCK' ? atTheEndOf(facts.period) : during(facts.period);
  return `${name}${brackets && ` (${brackets})`} ${where} ${when}${isWhole ? `: ${items.join(', ')}` : ''}`;
}

/** A name without what limits it: in brackets, or behind a comma that is not that of a list. */
function nameAndTail(indicator: string): [string, string | null] {
  const [name, brackets] = nameAndBrackets(indicator);
  const [, head, tail] = brackets === null ? (/^([^,]+), ([^,]+)$/.exec(indicator) ?? []) : [];
  return tail === undefined || tail.includes(' and ') ? [name, brackets] : [head!, tail];
}

function placeWords({ place: { type, name } }: SentenceFacts): string {
  return type === 'COUNTRY' ? name.replace('Việt Nam', 'Viet Nam') : `${name} ${PLACES[type]}`;
}

function during(period: Period): string {
  const words = periodWords(period);
  return words.startsWith('from') ? words : `in ${words}`;
}

const atTheEndOf = (period: Period): string =>
  periodKind(period) === 'SPAN'
    ? `on ${dateInWords(storedDate(period.end, false), 'EN')}`
    : `at the end of ${periodWords(period)}`;

function periodWords(period: Period): string {
  const label = periodLabel(period, 'EN').replace(
    /^(First|Second|Third|Fourth) /,
    (word) => `the ${word.toLowerCase()}`,
  );
  return label.includes(' to ') ? `from ${label}` : label;
}

/** What the verb of the sentence belongs to. */
const isAre = (facts: SentenceFacts): string => {
  const items = facts.items.map(({ name }) => name).join(' and ');
  return (isPartOfWhole(facts) ? isPlural(items) || items.includes(' and ') : isPlural(facts.indicator)) ? 'are' : 'is';
};

function level({ value, unitMultiplier, qualifier, statedBy }: LevelFacts, facts: SentenceFacts): string {
  const quantity = `${before(qualifier)}${writtenQuantity(value, unitMultiplier, 'EN')}${unitWords(value, unitMultiplier, facts)}`;
  const at = isPartOfWhole(facts) ? 'to account for' : 'at';
  if (statedBy.status === 'ESTIMATED') return `${isAre(facts)} estimated ${at} ${quantity}`;
  if (statedBy.status === 'FORECAST') return `${isAre(facts)} forecast ${at} ${quantity}`;
  return `${statedBy.status === 'PROVISIONAL' ? 'provisionally ' : ''}${levelVerb(value, facts)} ${quantity}`;
}

function levelVerb(value: string, facts: SentenceFacts): string {
  if (isPartOfWhole(facts)) return 'accounted for';
  return facts.kind === 'FLOW' && signOf(value) > 0 ? 'totalled' : 'stood at';
}

/** After the number, with the space before it. */
function unitWords(value: string, multiplier: number, { unit: { code, name, symbol } }: SentenceFacts): string {
  if (symbol === '%') return '%';
  if (code === 'INDEX') return '';
  if (symbol !== null) return ` ${/^\p{L}/u.test(symbol) ? symbol : code}`;
  return ` ${value === '1' && multiplier === 0 ? name : plural(name)}`;
}

function comparison(facts: ComparisonFacts, sentence: SentenceFacts): Clause {
  return clauseOf(movement(facts, basisWords(facts.basis, sentence.period)), facts.statedBy, sentence);
}

function planShare({ percent, qualifier, period, setBy, statedBy }: PlanShareFacts, facts: SentenceFacts): Clause {
  const plan = planWords(period, facts.period) + (setBy === null ? '' : ` set by ${setBy}`);
  const isAbove = new Big(percent).gt(100);
  const shown = isAbove ? new Big(percent).minus(100).toFixed(percent.split('.')[1]?.length ?? 0) : percent;
  const share = `${before(qualifier)}${writtenNumber(shown, 'EN')}%`;
  const [bare, said] = isAbove ? [`${share} above ${plan}`, `${plan} by ${share}`] : [`${share} of ${plan}`, null];
  const of = (exceeding: string, reaching: string): string => (said ? `${exceeding} ${said}` : `${reaching} ${bare}`);
  const movement = {
    following: isAbove ? bare : `reaching ${bare}`,
    past: of('exceeded', 'reached'),
    perfect: of('exceeded', 'reached'),
    plain: of('exceed', 'reach'),
  };
  return { ...clauseOf(movement, statedBy, facts), apart: bare };
}

/** A movement with the verb that its status asks for. */
function clauseOf(
  { following, past, perfect, plain }: Movement,
  statedBy: StatedBy | null,
  facts: SentenceFacts,
): Clause {
  const leading = {
    ESTIMATED: `${isAre(facts)} estimated to have ${perfect}`,
    FORECAST: `${isAre(facts)} forecast to ${plain}`,
    PROVISIONAL: `provisionally ${past}`,
  }[statedBy?.status as string];
  return { leading: ` ${leading ?? past}`, following, apart: following };
}

function planWords(plan: Period, own: Period): string {
  if (periodKind(plan) === 'YEAR' && plan.start.slice(0, 4) === own.end.slice(0, 4)) return 'the plan for the year';
  return plan.start === own.start && plan.end === own.end ? 'the plan' : `the plan for ${periodWords(plan)}`;
}

function attribution({ publisher, date, status, isRevised }: StatedBy, isFirst: boolean): string {
  const figure =
    isFirst && status !== 'FINAL' ? (isRevised ? 'figure' : null) : (FIGURES[status] ?? (isRevised ? 'figure' : null));
  return [figure && `${isRevised ? 'revised ' : ''}${figure}`, publisher, dateInWords(date, 'EN')]
    .filter(Boolean)
    .join(', ');
}
