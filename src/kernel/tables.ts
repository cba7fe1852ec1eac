/** Every table as its columns; each `*.entity.ts` declares its own, so that a new noun touches only its folder. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables {}
