import { describedEnum } from '../../kernel/described-enum.js';

export const QualifierEnum = describedEnum('Qualifier', 'A word printed before a number that makes it inexact.', {
  NEARLY: '*gần*: nearly.',
  OVER: '*hơn*, *trên*: over.',
  ABOUT: '*khoảng*: about.',
});
