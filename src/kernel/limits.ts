/** What one request may ask for. Configuration sets them, `service` states them. */
export interface Limits {
  /** Bytes of a request's body. */
  bodyBytes: number;
  /** Characters of a document. */
  queryCharacters: number;
  tokens: number;
  depth: number;
  cost: number;
  defaultPage: number;
  maxPage: number;
  tableCells: number;
  /** Entries of one list argument. */
  listEntries: number;
}
