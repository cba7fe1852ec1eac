import { Refused } from '../kernel/refused.js';
import type { Incoming } from './kind.js';

export function openXlsx(_path: string, name: string, _sheet: string | null): Promise<Incoming> {
  throw new Refused('INVALID', `${name} is a workbook.`);
}
