import { Big } from 'big.js';
import { dateInWords } from '../../kernel/date-words.js';
import { plainDate } from '../../kernel/day.js';
import { writtenNumber, writtenQuantity } from '../../kernel/number-words.js';
import { type Period, periodKind } from '../../kernel/period.js';
import { periodLabel } from '../../kernel/period-label.js';
import type { ChangeForm, Qualifier } from '../../kernel/printed-change.js';
import type { ObservationStatus } from '../observations/print.entity.js';
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
  withoutSign,
} from './sentence-facts.js';

const QUALIFIERS: Record<Qualifier, string> = { NEARLY: 'gần ', OVER: 'hơn ', ABOUT: 'khoảng ' };

/** What a status puts before a verb. */
const STATUSES: Partial<Record<ObservationStatus, string>> = {
  ESTIMATED: 'ước ',
  FORECAST: 'dự kiến ',
  PROVISIONAL: 'sơ bộ ',
};

const ABSENCES: Record<AbsenceFacts['why'], string> = {
  MISSING: ' chưa có số liệu',
  NOT_COLLECTED: ': số liệu không được thu thập',
  NOT_APPLICABLE: ': không thể có số liệu',
  SUPPRESSED: ': số liệu không được công bố',
  WITHDRAWN: ': số liệu đã được rút lại',
  NOT_STATED: ' không được nêu số liệu',
};

/** What an item of a dimension is called. */
const ITEM_WORDS: Record<string, string> = { INDUSTRY: 'ngành', ECONOMIC_SECTOR: 'khu vực' };

export const VIETNAMESE: Phrases = {
  subject,
  level,
  absence: ({ why, reason }) => ABSENCES[why] + (reason === null ? '' : `, lý do: ${reason}`),
  comparison,
  planShare,
  attribution,
  computed: 'tính toán từ số liệu đã công bố',
};

function subject(facts: SentenceFacts): string {
  const [name, limits] = nameAndBrackets(facts.indicator);
  const isWhole = isPartOfWhole(facts) && facts.absence === null;
  const items = isWhole ? { worded: '', bare: [] } : itemWords(facts);
  const place = placeWords(facts);
  // The name of a place belongs to the words “trên địa bàn”.
  const where = name.endsWith('trên địa bàn')
    ? ` ${place}${items.worded}`
    : `${items.worded}${place && ` của ${place}`}`;
  const brackets = [...items.bare, ...(limits ? [limits] : [])].join('; ');
  const when = facts.kind === 'STOCK' ? atTheEndOf(facts.period) : periodWords(facts.period);
  const parts = facts.items.map((item) => withinSentence(item.name)).join(', ');
  return `${name}${where}${brackets && ` (${brackets})`} ${when}${isWhole ? `: ${parts}` : ''}`;
}

/** Items that have a word for what they are, and those that do not. */
function itemWords({ items }: SentenceFacts): { worded: string; bare: string[] } {
  let worded = '';
  const bare: string[] = [];
  for (const { name, dimension } of items) {
    const [word, item] = [ITEM_WORDS[dimension], withinSentence(name)];
    // Taxes on products stand beside the sectors, not among them.
    if (word === undefined || item.startsWith('thuế ')) bare.push(item);
    else worded += item.startsWith(word) ? ` ${item}` : ` ${word} ${item}`;
  }
  return { worded, bare };
}

function placeWords({ indicator, place: { type, fullName } }: SentenceFacts): string {
  if (type !== 'COUNTRY') return fullName.charAt(0).toLowerCase() + fullName.slice(1);
  return /trong nước|cả nước|quốc gia/.test(indicator) ? '' : 'cả nước';
}

function atTheEndOf(period: Period): string {
  if (periodKind(period) !== 'SPAN') return `đến hết ${periodWords(period)}`;
  const { year, month, day } = plainDate(period.end);
  return `đến hết ngày ${day}/${month}/${year}`;
}

function periodWords(period: Period): string {
  const label = periodLabel(period, 'VI');
  if (periodKind(period) !== 'SPAN') return label.charAt(0).toLowerCase() + label.slice(1);
  return label.includes('đến') ? `từ ${label}` : `giai đoạn ${label}`;
}

function level({ value, unitMultiplier, qualifier, statedBy }: LevelFacts, facts: SentenceFacts): string {
  const verb = levelVerb(value, facts);
  const status = verb === 'là' && statedBy.status === 'ESTIMATED' ? 'ước tính ' : (STATUSES[statedBy.status] ?? '');
  return `${status}${verb} ${before(qualifier)}${writtenQuantity(value, unitMultiplier, 'VI')}${unitWords(facts)}`;
}

function levelVerb(value: string, facts: SentenceFacts): string {
  if (isPartOfWhole(facts)) return 'chiếm';
  if (facts.kind === 'STOCK') return 'là';
  return facts.kind === 'FLOW' && signOf(value) > 0 ? 'đạt' : 'ở mức';
}

/** After the number, with the space before it. */
function unitWords({ unit: { code, name, symbol } }: SentenceFacts): string {
  if (symbol === '%') return '%';
  if (code === 'INDEX') return '';
  if (symbol === null || code === 'VND') return ` ${name}`;
  return ` ${/^\p{L}/u.test(symbol) ? symbol : code}`;
}

function comparison(facts: ComparisonFacts, { period }: SentenceFacts): Clause {
  const following = changeWords(facts, basisWords(facts, period));
  const withStatus = `${STATUSES[facts.statedBy?.status ?? 'UNSPECIFIED'] ?? ''}${following}`;
  return { leading: ` ${withStatus}`, following, apart: withStatus };
}

const AVERAGE = 'bình quân ';

function changeWords(facts: ComparisonFacts, basis: string): string {
  const { form, value, low, high, qualifier } = facts;
  const isAverage = facts.basis === 'ANNUAL_AVERAGE';
  if (form === 'RANGE') return rangeWords(low, high, isAverage ? AVERAGE : '', basis);
  const number = `${before(qualifier)}${writtenNumber(withoutSign(value!), 'VI')}`;
  if (form === 'INDEX' || form === 'RATIO') {
    return `${isAverage ? `${AVERAGE}mỗi năm ` : ''}${multipleWords(form, value!, number)} so với ${isAverage ? 'năm trước' : basis.replace('so với ', '')}`;
  }
  const sign = signOf(value!);
  if (sign === 0) return `${qualifier ? 'gần như ' : ''}không đổi ${basis}`;
  const amount = form === 'POINTS' ? `${number} điểm phần trăm` : `${number}%`;
  return `${sign < 0 ? 'giảm' : 'tăng'} ${isAverage ? AVERAGE : ''}${amount} ${basis}`;
}

function multipleWords(form: ChangeForm, value: string, number: string): string {
  if (form === 'INDEX') return `bằng ${number}%`;
  return `${new Big(value).gt(1) ? 'gấp' : 'bằng'} ${number} lần`;
}

function rangeWords(low: string | null, high: string | null, average: string, basis: string): string {
  const ends = [low, high].filter((end) => end !== null);
  const signs = ends.map(signOf);
  const isMixed = signs.includes(-1) && signs.includes(1);
  const written = ends.map((end) => `${writtenNumber(isMixed ? end : withoutSign(end), 'VI')}%`);
  if (signs.includes(-1) && !isMixed) written.reverse();
  const verb = isMixed ? 'biến động' : signs.includes(-1) ? 'giảm' : 'tăng';
  const amount = new Set(written).size === 1 ? written[0] : `từ ${written.join(' đến ')}`;
  return `${verb} ${average}${amount} ${basis}`;
}

function basisWords({ basis }: ComparisonFacts, period: Period): string {
  const kind = periodKind(period);
  switch (basis) {
    case 'SAME_PERIOD_LAST_YEAR':
      return kind === 'YEAR' ? 'so với năm trước' : 'so với cùng kỳ năm trước';
    case 'PREVIOUS_PERIOD':
      return `so với ${PREVIOUS[kind] ?? 'kỳ trước'}`;
    case 'DECEMBER_LAST_YEAR':
      return 'so với tháng 12 năm trước';
    case 'BASE_PERIOD':
      return 'so với kỳ gốc';
    case 'ANNUAL_AVERAGE':
      return 'mỗi năm';
  }
}

const PREVIOUS: Partial<Record<ReturnType<typeof periodKind>, string>> = {
  MONTH: 'tháng trước',
  QUARTER: 'quý trước',
  HALF_YEAR: '6 tháng trước đó',
  YEAR: 'năm trước',
};

function planShare({ percent, qualifier, period, setBy, statedBy }: PlanShareFacts, facts: SentenceFacts): Clause {
  const isAbove = new Big(percent).gt(100);
  const shown = isAbove ? new Big(percent).minus(100).toFixed(percent.split('.')[1]?.length ?? 0) : percent;
  const plan = planWords(period, facts.period) + (setBy === null ? '' : ` do ${setBy} giao`);
  const following = `${isAbove ? 'vượt' : 'đạt'} ${before(qualifier)}${writtenNumber(shown, 'VI')}% ${plan}`;
  const withStatus = `${STATUSES[statedBy?.status ?? 'UNSPECIFIED'] ?? ''}${following}`;
  return { leading: ` ${withStatus}`, following, apart: withStatus };
}

function planWords(plan: Period, own: Period): string {
  if (periodKind(plan) === 'YEAR' && plan.start.slice(0, 4) === own.end.slice(0, 4)) return 'kế hoạch năm';
  return plan.start === own.start && plan.end === own.end ? 'kế hoạch' : `kế hoạch ${periodWords(plan)}`;
}

function attribution({ publisher, date, status, isRevised }: StatedBy): string {
  const kinds = [...(status === 'FINAL' ? ['chính thức'] : []), ...(isRevised ? ['điều chỉnh'] : [])].join(', đã ');
  return `theo ${kinds && `số liệu ${kinds} của `}${publisher}, ${dateInWords(date, 'VI')}`;
}

const before = (qualifier: Qualifier | null): string => (qualifier === null ? '' : QUALIFIERS[qualifier]);
