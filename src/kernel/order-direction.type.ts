import { describedEnum } from './described-enum.js';

export const OrderDirectionEnum = describedEnum('OrderDirection', 'Which way an order runs.', {
  ASC: 'Smallest, earliest or first in the alphabet first.',
  DESC: 'The other way round.',
});
export type OrderDirection = keyof typeof OrderDirectionEnum;
