/** Every table as its columns; each `*.entity.ts` declares its own, so that a new noun touches only its folder. */
export interface Tables {
  /** How many changes of public data were committed: one row. */
  data_change: { count: string };
  /** Checksums of the seed files that were brought in. */
  seeding: { checksum: string };
}
