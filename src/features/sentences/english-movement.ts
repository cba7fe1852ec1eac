import { writtenNumber } from '../../kernel/number-words.js';
import { type Period, periodKind, type PeriodKind } from '../../kernel/period.js';
import type { ComparisonBasis } from '../observations/print.entity.js';
import { before } from './english-qualifiers.js';
import { type ComparisonFacts, signOf, withoutSign } from './sentence-facts.js';

/** A change in every form that a sentence may need: *up 5%*, *rose by 5%*, *(have) risen by 5%*, *(to) rise by 5%*. */
export interface Movement {
  following: string;
  past: string;
  perfect: string;
  plain: string;
}

/** What a change is measured on: *up 5% on …*, *rose by 5% from …*, *unchanged from …*, *at 105% of …*. */
interface BasisWords {
  on: string;
  from: string;
  unchanged: string;
  of: string;
}

const VERBS = {
  rise: { following: 'up', past: 'rose by', perfect: 'risen by', plain: 'rise by' },
  fall: { following: 'down', past: 'fell by', perfect: 'fallen by', plain: 'fall by' },
  change: { following: 'changing by', past: 'changed by', perfect: 'changed by', plain: 'change by' },
  remain: { following: '', past: 'remained', perfect: 'remained', plain: 'remain' },
  stand: { following: 'at', past: 'stood at', perfect: 'stood at', plain: 'stand at' },
  reach: { following: '', past: 'reached', perfect: 'reached', plain: 'reach' },
};

export function movement(facts: ComparisonFacts, basis: BasisWords): Movement {
  const { form, value, qualifier } = facts;
  if (form === 'RANGE') return range(facts, basis);
  const number = `${before(qualifier)}${writtenNumber(withoutSign(value!), 'EN')}`;
  if (form === 'INDEX') return say('stand', `${number}% ${basis.of}`);
  if (form === 'RATIO') return say('reach', `${number} times ${basis.of.replace(/^of /, '')}`);
  const sign = signOf(value!);
  if (sign === 0) return say('remain', `${qualifier ? 'virtually ' : ''}unchanged ${basis.unchanged}`);
  const points = withoutSign(value!) === '1' ? ' percentage point' : ' percentage points';
  return move(sign < 0 ? 'fall' : 'rise', `${number}${form === 'POINTS' ? points : '%'}`, basis);
}

function range({ low, high }: ComparisonFacts, basis: BasisWords): Movement {
  const ends = [low, high].filter((end) => end !== null);
  const signs = ends.map(signOf);
  const isMixed = signs.includes(-1) && signs.includes(1);
  const written = ends.map((end) => `${writtenNumber(isMixed ? end : withoutSign(end), 'EN')}%`);
  if (isMixed) return move('change', `between ${written.join(' and ')}`, { ...basis, on: basis.from });
  if (signs.includes(-1)) written.reverse();
  const amount = new Set(written).size === 1 ? written[0] : `between ${written.join(' and ')}`;
  return move(signs.includes(-1) ? 'fall' : 'rise', amount!, basis);
}

/** *up 5% on* what another verb moved *by 5% from*. */
const move = (verb: keyof typeof VERBS, amount: string, { on, from }: BasisWords): Movement => ({
  ...say(verb, `${amount} ${from}`),
  following: say(verb, `${amount} ${on}`).following,
});

function say(verb: keyof typeof VERBS, what: string): Movement {
  const { following, past, perfect, plain } = VERBS[verb];
  return {
    following: `${following} ${what}`.trim(),
    past: `${past} ${what}`,
    perfect: `${perfect} ${what}`,
    plain: `${plain} ${what}`,
  };
}

const PREVIOUS: Partial<Record<PeriodKind, string>> = {
  MONTH: 'month',
  QUARTER: 'quarter',
  HALF_YEAR: 'half-year',
  YEAR: 'year',
};

export function basisWords(basis: ComparisonBasis, period: Period): BasisWords {
  const kind = periodKind(period);
  switch (basis) {
    case 'SAME_PERIOD_LAST_YEAR':
      return against(kind === 'YEAR' ? 'the previous year' : 'the same period of the previous year');
    case 'PREVIOUS_PERIOD':
      return against(`the previous ${PREVIOUS[kind] ?? 'period'}`);
    case 'DECEMBER_LAST_YEAR':
      return against('December of the previous year');
    case 'BASE_PERIOD':
      return against('the base period');
    case 'ANNUAL_AVERAGE':
      return {
        on: 'a year on average',
        from: 'a year on average',
        unchanged: 'on average from year to year',
        of: 'of the level of the year before, on average',
      };
  }
}

const against = (what: string): BasisWords => ({
  on: `on ${what}`,
  from: `from ${what}`,
  unchanged: `from ${what}`,
  of: `of the level of ${what}`,
});
