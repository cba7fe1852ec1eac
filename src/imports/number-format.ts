/** What a number format shows beside digits: texts, escaped and spaced characters, colours and places. */
const BESIDE_DIGITS = /"[^"]*"|\\.|[_*].|\[[^\]]*\]/g;
/** A percentage, or a comma after the last digit, which leaves out thousands. */
const OTHER_SCALE = /%|[0#?],+(?![0#?,])/;
const DECIMALS = /\.(0*)/;

/**
 * How many decimals a spreadsheet shows of a number at least, by its format, e.g. 2 by `#,##0.00`; null where it shows another
 * number than the cell holds: `0.0%`, or `0,` for thousands. ECMA-376-1, 18.8.31.
 */
export function decimalsShown(format: string): number | null {
  const [positive = ''] = format.replace(BESIDE_DIGITS, '').split(';');
  if (OTHER_SCALE.test(positive)) return null;
  return DECIMALS.exec(positive)?.[1]?.length ?? 0;
}

/** A number with the decimals that its cell shows, of which a spreadsheet keeps no zeros: 47 shown as `47.0`. Never rounded. */
export function withDecimals(number: string, decimals: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const padded = fraction.padEnd(decimals, '0');
  return padded === '' ? whole : `${whole}.${padded}`;
}
