import { describedEnum } from '../kernel/described-enum.js';
import type { Difference } from './kind.js';

export const DifferenceOutcomeEnum = describedEnum<Difference['outcome']>(
  'DifferenceOutcome',
  'What was done with a row.',
  {
    ADDED: 'It is new.',
    PRINTED_AGAIN: 'Of figures and plans: an earlier release prints it too.',
    CHANGED: 'It was there, and is different now.',
    LEFT: 'It was the same already.',
  },
);
