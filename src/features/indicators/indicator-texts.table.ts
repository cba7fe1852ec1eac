import { searchedTable } from '../../kernel/searched.js';
import { type SearchText, searchText, statedText } from '../../kernel/texts.js';
import { indicatorTable } from './indicator.table.js';
import type { Indicator } from './indicator.type.js';

/** The texts by which an indicator may be found, what it is called first. */
export const textsOfIndicator = ({ code, row, abbreviations }: Indicator): SearchText[] => [
  searchText('NAME', row.name_vi, true),
  ...abbreviations.map((abbreviation) => searchText('ABBREVIATION', abbreviation)),
  searchText('CODE', code),
  ...statedText('ENGLISH_NAME', row.name_en),
];

export const indicatorTexts = searchedTable(indicatorTable, textsOfIndicator);
