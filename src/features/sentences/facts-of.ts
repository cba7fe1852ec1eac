import { Big } from 'big.js';
import { type Decimal, shift } from '../../kernel/decimal.js';
import type { Context } from '../../kernel/context.js';
import type { Language } from '../../kernel/language.js';
import { changePercent } from '../../kernel/printed-change.js';
import { changeOf } from '../observations/change-of.js';
import { Change } from '../observations/change.type.js';
import type { Observation } from '../observations/observation.type.js';
import type { ComparisonBasis } from '../observations/print.entity.js';
import type { Print } from '../observations/print.type.js';
import { isEmpty } from '../observations/standing.js';
import type { Attainment } from '../plans/attainment.type.js';
import type {
  AbsenceFacts,
  ComparisonFacts,
  LevelFacts,
  PlanShareFacts,
  SentenceFacts,
  StatedBy,
} from './sentence-facts.js';

/** What a figure and the plans it is measured against say, for a sentence in a language. */
export function factsOf(
  observation: Observation,
  plans: readonly Attainment[],
  change: Change | null,
  language: Language,
): SentenceFacts {
  const { indicator, territory, parts, period, unit } = observation;
  const level = levelOf(observation);
  const comparison = change && comparisonOf(observation, change);
  const planShare = planShareOf(observation, plans);
  const isSilent = level === null && comparison === null && planShare === null;
  return {
    indicator: indicator.name(language),
    kind: indicator.kind,
    unit: { code: unit.code, name: unit.name(language), symbol: unit.symbol },
    place: { name: territory.name, fullName: territory.fullName, type: territory.type },
    items: parts.breakdown.items.map((item) => ({ name: item.name(language), dimension: item.dimension.code })),
    period: { start: period.start, end: period.end },
    level,
    absence: absenceOf(observation, isSilent, language),
    comparison,
    planShare,
  };
}

function levelOf(observation: Observation): LevelFacts | null {
  const { value, unitMultiplier, qualifier, print } = observation;
  if (value === null) return null;
  const isRevised = revises(observation, print, levelIn);
  return { value, unitMultiplier: unitMultiplier!, qualifier, statedBy: statedBy(observation, print, isRevised) };
}

function absenceOf(observation: Observation, isSilent: boolean, language: Language): AbsenceFacts | null {
  const { print, status } = observation;
  const stated = { ...statedBy(observation, print, false), status: 'UNSPECIFIED' as const };
  if (isEmpty(print.row)) {
    const reason = print.reason(language)?.trim().replace(/\.$/, '') ?? null;
    return { why: print.row.isWithdrawal ? 'WITHDRAWN' : (status as AbsenceFacts['why']), reason, statedBy: stated };
  }
  return isSilent ? { why: 'NOT_STATED', reason: null, statedBy: stated } : null;
}

/** What a reader asks first. */
const BASES: readonly ComparisonBasis[] = [
  'SAME_PERIOD_LAST_YEAR',
  'PREVIOUS_PERIOD',
  'DECEMBER_LAST_YEAR',
  'ANNUAL_AVERAGE',
  'BASE_PERIOD',
];

/** The one comparison that a sentence tells: the first that is printed, else growth on last year where it can be computed. */
export async function changeTold(context: Context, observation: Observation): Promise<Change | null> {
  for (const basis of BASES) {
    const print = observation.stating(basis);
    const printed = print && Change.printed(basis, print);
    if (printed && hasNumbers(printed)) return printed;
  }
  const computed = await changeOf(context, observation, BASES[0]!, 'COMPUTED');
  return (computed.percent ?? computed.percentagePoints) === null ? null : computed;
}

function comparisonOf(observation: Observation, change: Change): ComparisonFacts {
  const { basis, printedAs } = change;
  if (!printedAs) return { basis, ...computedForm(change), low: null, high: null, qualifier: null, statedBy: null };
  const { form, value, low, high, qualifier } = printedAs;
  const print = change.statedBy as Print;
  const isRevised = revises(observation, print, changeIn(basis));
  return { basis, form, value, low, high, qualifier, statedBy: statedBy(observation, print, isRevised) };
}

const computedForm = ({ percent, percentagePoints }: Change): Pick<ComparisonFacts, 'form' | 'value'> =>
  percent === null ? { form: 'POINTS', value: percentagePoints } : { form: 'PERCENT', value: percent };

const hasNumbers = ({ printedAs }: Change): boolean =>
  printedAs !== null && (printedAs.form === 'RANGE' ? (printedAs.low ?? printedAs.high) : printedAs.value) !== null;

/** The share of the plan preferred among those with one; a printed one before a computed one. */
function planShareOf(observation: Observation, plans: readonly Attainment[]): PlanShareFacts | null {
  const plan = ['PUBLISHED', 'COMPUTED'].map((method) => plans.find((each) => each.method === method)).find(Boolean);
  if (!plan) return null;
  const { print, qualifier, setBy, period } = plan;
  const day = (print ?? observation.print).publishedOn.latest;
  return {
    percent: plan.attainmentPercent!,
    qualifier,
    period: { start: period.start, end: period.end },
    setBy: setBy === null || setBy === observation.publisher ? null : setBy.nameOn(day),
    statedBy: print && statedBy(observation, print, false),
  };
}

function statedBy(observation: Observation, print: Print, isRevised: boolean): StatedBy {
  const date = print.publishedOn;
  const { printId, status } = print.row;
  return { print: printId, publisher: observation.publisher.nameOn(date.latest), date, status, isRevised };
}

/** Whether an earlier document stated another number; what a correction of ours mends was in no document. */
function revises(observation: Observation, print: Print, numberIn: (print: Print) => string | null): boolean {
  const prints = observation.prints(Infinity);
  const mended = new Set(prints.map(({ row }) => row.correctsId));
  const earlier = prints.slice(0, prints.indexOf(print)).filter(({ row }) => !mended.has(row.printId));
  const stated = earlier.map(numberIn).filter((number) => number !== null);
  return stated.some((number) => number !== numberIn(print));
}

const levelIn = ({ row: { value, unitMultiplier } }: Print): string | null =>
  value === null ? null : exactly(shift(value, unitMultiplier!));

/** An index and a growth may state the same. */
const changeIn =
  (basis: ComparisonBasis) =>
  ({ row }: Print): string | null => {
    const stated = row.changes[basis];
    if (!stated) return null;
    const percent = changePercent({ form: stated.form, value: stated.value ?? null });
    const { form, value, low, high } = stated;
    return percent === null
      ? [form, ...[value, low, high].map((end) => end && exactly(end))].join(' ')
      : exactly(percent);
  };

const exactly = (number: Decimal): string => new Big(number).toFixed();
