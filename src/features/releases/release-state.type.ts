import { describedEnum } from '../../kernel/described-enum.js';

export const ReleaseStateEnum = describedEnum('ReleaseState', 'Where a release stands.', {
  DRAFT: 'It is being filled, and has no moment yet. It exists for staff only.',
  SCHEDULED:
    'Its moment is set and still to come. Readers know of it where it is announced, and of its contents nothing.',
  PUBLISHED: 'Its moment has come: everybody sees what it brought.',
  WITHDRAWN: 'It was published, and a later release takes back what of it still stood.',
});
export type ReleaseState = keyof typeof ReleaseStateEnum;
