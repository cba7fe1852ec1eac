import { searchedTable } from '../../kernel/searched.js';
import { type SearchText, searchText, statedText } from '../../kernel/texts.js';
import { territoryTable } from './territory.table.js';
import type { Territory } from './territory.type.js';

const textsOfTerritory = ({ name, fullName, shortName, abbreviations, code }: Territory): SearchText[] => [
  searchText('NAME', name),
  searchText('NAME', fullName),
  ...statedText('NAME', shortName),
  ...abbreviations.map((abbreviation) => searchText('ABBREVIATION', abbreviation)),
  searchText('CODE', code),
];

export const territoryTexts = searchedTable(territoryTable, textsOfTerritory);
