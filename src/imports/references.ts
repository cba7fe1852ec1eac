import { Int } from 'type-graphql';
import { AgencyKindEnum } from '../features/agencies/agency.type.js';
import { FrequencyEnum, IndicatorKindEnum } from '../features/indicators/indicator.type.js';
import { TerritoryTypeEnum } from '../features/territories/territory.type.js';
import type { TerritoryType } from '../features/territories/territory.entity.js';
import { DayScalar } from '../kernel/scalars.js';
import { LEVELS } from '../../seeds/reference.js';
import { agency, agencyName, indicator, territory } from '../../seeds/rows.js';
import type { Rule } from '../../seeds/rules.js';
import { field, flag, twoTexts, whole } from './fields.js';
import type { Noun } from './noun.js';

const day = (description: string, example = '') => field(description, example, { takes: DayScalar });

const endsLater: Rule<{ valid_from: string | null; valid_to: string | null }> = [
  'valid_to',
  ({ valid_from: from, valid_to: to }) => from !== null && to !== null && from >= to,
  'is not after valid_from.',
];

const abbreviations = field('What people type for it besides code and name; in a file joined by `;`.', 'NT', {
  takes: [String],
});

export const TERRITORIES: Noun = {
  name: 'territories',
  description:
    'Administrative units over time. A unit is told apart by its code and first day, else by its code and last: so that a first day that was not known is filled in.',
  table: 'territory',
  shape: territory,
  identity: [['code', 'valid_from'], ['code', 'valid_to']], // prettier-ignore
  scope: ['code'],
  rules: [endsLater],
  fields: {
    code: field('Code of the national statistics office.', '58'),
    name: field('Name without the type.', 'Ninh Thuận'),
    type: field('What kind of unit it is; its level follows from it.', 'PROVINCE', {
      takes: TerritoryTypeEnum,
      keep: (type: TerritoryType) => ({ type, level: LEVELS[type] }),
    }),
    parent: field('Code of the unit that it lies in, with a day where several bore it.', 'VN', { refers: 'territory' }),
    valid_from: day('First day; empty for before our records.'),
    valid_to: day('First day after its last; empty while it lasts.', '2025-07-01'),
    successor_codes: field('Codes of the units that took it over on `valid_to`; in a file joined by `;`.', '56', {
      takes: [String],
    }),
    has_all_predecessors: flag('Whether every unit that it was made of has its row: only then are figures summed.'),
    abbreviations,
  },
};

export const AGENCIES: Noun = {
  name: 'agencies',
  description: 'Who prints figures, carries them or sets plans; their names are `agency-names`.',
  table: 'agency',
  shape: agency,
  identity: [['code']],
  fields: {
    code: field('Its code.', 'DOIT_NINH_THUAN'),
    kind: field('What it is.', 'DEPARTMENT', { takes: AgencyKindEnum }),
    territory: field('Code of the unit that it is of, with a day where several bore it.', '58', {
      refers: 'territory',
    }),
  },
};

export const AGENCY_NAMES: Noun = {
  name: 'agency-names',
  description: 'Names that agencies bore for a time. A name is told apart by its agency and first day.',
  table: 'agency_name',
  shape: agencyName,
  identity: [['agency', 'valid_from']],
  scope: ['agency'],
  rules: [endsLater],
  fields: {
    agency: field('Code of the agency.', 'NSO', { refers: 'agency' }),
    name: field('The name.', 'Cục Thống kê, Bộ Tài chính'),
    valid_from: day('First day; empty for before our records.', '2025-02-26'),
    valid_to: day('First day after its last; empty while it lasts.'),
  },
};

export const INDICATORS: Noun = {
  name: 'indicators',
  description: 'Indicators.',
  table: 'indicator',
  shape: indicator,
  identity: [['code']],
  fields: {
    code: field('Its code.', 'INDUSTRIAL_OUTPUT_VALUE'),
    ...twoTexts('name', 'Its name.', 'Giá trị sản xuất công nghiệp'),
    ...twoTexts('definition', 'What it measures.'),
    ...twoTexts('methodology', 'How it is measured.'),
    unit: field('Code of its unit; the power of ten belongs to each print.', 'VND', { refers: 'unit' }),
    kind: field('Whether it is a flow, a stock, an index or a ratio.', 'FLOW', { takes: IndicatorKindEnum }),
    base_year: whole('Year that an index is based on.'),
    price_year: whole('Year in whose prices it is counted.'),
    decimals: field('How many decimals it is printed with.', '', { takes: Int }),
    frequency: field('How often it is published.', 'MONTHLY', { takes: FrequencyEnum }),
    next_release_on: day('The day it is published next.'),
    dimensions: field('Codes of the dimensions by which it may be broken down; in a file joined by `;`.', 'INDUSTRY', {
      takes: [String],
      link: {
        table: 'indicator_dimension', owner: 'indicator_id', item: 'dimension_id', refers: 'dimension', isOrdered: true,
        onlyGrows: 'figures may be broken down by each dimension that it has: name them all.',
      }, // prettier-ignore
    }),
    abbreviations,
  },
};
