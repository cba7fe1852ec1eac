import { Arg, Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { checkedList } from '../../kernel/checked-list.js';
import { connectionOf } from '../../kernel/connection.js';
import { Context } from '../../kernel/context.js';
import { type Day, dayOf } from '../../kernel/day.js';
import type { Limits } from '../../kernel/limits.js';
import { findNodesOf } from '../../kernel/node.js';
import { type Page, PageArgs, pageInMemory } from '../../kernel/page.js';
import type { Reading } from '../../kernel/reading.js';
import { DayScalar } from '../../kernel/scalars.js';
import { type Search, searchOf } from '../../kernel/search.js';
import { foundAmong, pageOfFound } from '../../kernel/searched.js';
import type { TerritoryLevel } from './territory.entity.js';
import { territoryTexts } from './territory-texts.table.js';
import { type TerritoryTable, territoryTable } from './territory.table.js';
import { Territory, TerritoryLevelEnum } from './territory.type.js';

const TerritoryConnection = connectionOf('Territory', () => Territory);

findNodesOf('Territory', async (row, { reading }) => (await reading.table(territoryTable)).visible(Number(row)));

@ArgsType()
class TerritoriesArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words that begin words of the name, with its type or without (`tinh ninh thuan`, `TP Nha Trang`), of the code or an abbreviation (`TPHCM`), in any order; no diacritics needed, `đ` is `d`, signs are blanks. Where no unit at all begins so, those that resemble it. Empty asks for all; 200 characters at most.',
  })
  search?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Only units named by these codes: `56` every unit that ever bore it, `56@2025-07-01` the one of that day.',
  })
  codes?: string[] | null;

  @Field(() => TerritoryLevelEnum, { nullable: true, description: 'Only units of this level.' })
  level?: TerritoryLevel | null;

  @Field(() => String, { nullable: true, description: 'Only units directly in this one (`58`, `56@2025-07-01`).' })
  parent?: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Only units valid on this day; without it, units of all times.',
  })
  on?: Day | null;
}

@Resolver()
export class TerritoryResolver {
  @Query(() => Territory, { nullable: true, description: 'The unit that bears a code on a day; null where none does.' })
  async territory(
    @Arg('code', () => String, { description: 'E.g. `58`; the country is `VN`.' }) code: string,
    @Arg('on', () => DayScalar, { nullable: true, description: 'The day; today in Asia/Ho_Chi_Minh unless told.' })
    on: Day | null,
    @Ctx() { reading }: Context,
  ): Promise<Territory | null> {
    return (await reading.table(territoryTable)).on(code, on ?? dayOf(reading.moment));
  }

  @Query(() => TerritoryConnection, {
    description:
      'Administrative units of all times, by (code, validFrom); of a search the closest first (a name, code or abbreviation itself, its beginning, words within it, words apart), units that stand today before others, then by (code, validFrom).',
  })
  async territories(
    @Args(() => TerritoriesArgs) args: TerritoriesArgs,
    @Ctx() { reading, limits }: Context,
  ): Promise<Page<Territory>> {
    checkedList('codes', args.codes, limits);
    const units = selected(await reading.table(territoryTable), args);
    const search = searchOf(args.search, 'search');
    return search
      ? foundPage(reading, search, units, args, limits)
      : pageInMemory(units, placeOf, 'CODE', args, limits);
  }
}

/** A blank sorts before all that a code is made of, so that `56` stands before `568` whenever it began. */
const placeOf = (unit: Territory): string => `${unit.code} ${unit.validFrom ?? ''}`;

/** Of the units selected those found, which is asked among all: what resembles is no find where another unit has the words. */
async function foundPage(
  reading: Reading,
  search: Search,
  units: readonly Territory[],
  args: PageArgs,
  limits: Limits,
): Promise<Page<Territory>> {
  const [found, wanted] = [foundAmong(await reading.table(territoryTexts), search), new Set(units)];
  const kept = new Map([...found].filter(([unit]) => wanted.has(unit)));
  const today = dayOf(reading.moment);
  return pageOfFound(kept, (unit) => `${unit.isValidOn(today) ? 0 : 1} ${placeOf(unit)}`, args, limits);
}

function selected(table: TerritoryTable, { codes, level, parent, on }: TerritoriesArgs): Territory[] {
  const named = codes ? new Set(codes.flatMap((code) => table.named(code, 'codes'))) : null;
  const parents = parent ? new Set(table.named(parent, 'parent')) : null;
  return table.list.filter(
    (unit) =>
      (!named || named.has(unit)) &&
      (!level || unit.level === level) &&
      (!parents || (unit.parent !== null && parents.has(unit.parent))) &&
      (!on || unit.isValidOn(on)),
  );
}
