/** Text as it is searched: lower case, no diacritics, `đ` as `d`, words of a-z and 0-9 parted by one blank. As SQL's `folded`. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
