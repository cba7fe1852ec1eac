/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Items of one dimension. */
export type BreakdownInput = {
  /** Code of the dimension, e.g. `INDUSTRY`. */
  dimension: string;
  /** Codes of items, `_T` for the total; without them, all items but the total. */
  items?: Array<string> | null | undefined;
};

/** Where a rate comes from. */
export type ChangeMethod =
  /** It was computed from published figures. */
  | 'COMPUTED'
  /** It was printed. */
  | 'PUBLISHED';

/** How exactly a date is known. */
export type DatePrecision =
  /** To the day. */
  | 'DAY'
  /** To the month. */
  | 'MONTH'
  /** To the quarter. */
  | 'QUARTER'
  /** Between two dates. */
  | 'RANGE'
  /** To the year. */
  | 'YEAR';

/** Which figures. Entries of one list are alternatives; different fields all hold. A list is never empty, and an unknown code is an error that names it. */
export type ObservationFilter = {
  /** Without it, totals only. Entries of one dimension are joined, of different dimensions combined. It restricts only indicators that have the dimension: the others answer their totals. */
  breakdowns?: Array<BreakdownInput> | null | undefined;
  /** Only periods that begin on this day or with this period, or later. */
  from?: string | null | undefined;
  /** Whether to take also all units that ever lay in those territories; without it, no. */
  includeDescendants?: boolean | null | undefined;
  /** Codes of indicators. */
  indicators?: Array<string> | null | undefined;
  /** Only the newest periods of each series, this many. A series is a figure without its period. */
  latest?: number | null | undefined;
  /** Only periods of these kinds. */
  periodKinds?: Array<PeriodKind> | null | undefined;
  /** Periods by any of their codes: `2024-S1`, `2024-06`, `2024-01-01/P6M`. */
  periods?: Array<string> | null | undefined;
  /** Only figures of which something became known after this moment, or after the end of this day. */
  printedAfter?: string | null | undefined;
  /** Codes of publishers. */
  publishers?: Array<string> | null | undefined;
  /** Codes of sources: figures of which one of these prints something. */
  sources?: Array<string> | null | undefined;
  /** Only figures with these statuses. */
  statuses?: Array<ObservationStatus> | null | undefined;
  /** Territories: `56` means every unit that ever bore the code, `56@2024-06-06` the one of that day. */
  territories?: Array<string> | null | undefined;
  /** Only periods that end on this day or with this period, or earlier. */
  to?: string | null | undefined;
};

/** How sure a figure is, or why there is none. */
export type ObservationStatus =
  /** Estimated: *ước tính*, *ước đạt*. SDMX E. */
  | 'ESTIMATED'
  /** Final: *chính thức*, *thực hiện*. SDMX A. */
  | 'FINAL'
  /** Forecast: *dự kiến*. SDMX F. */
  | 'FORECAST'
  /** No figure, for a reason not told. SDMX O. */
  | 'MISSING'
  /** No figure: there can be none. SDMX M. */
  | 'NOT_APPLICABLE'
  /** No figure: it was not collected. SDMX L. */
  | 'NOT_COLLECTED'
  /** Provisional: *sơ bộ*. SDMX P. */
  | 'PROVISIONAL'
  /** No figure: it is not published. SDMX Q. */
  | 'SUPPRESSED'
  /** The document does not say. SDMX has no code for it. */
  | 'UNSPECIFIED';

/** What kind of interval a period is. */
export type PeriodKind =
  /** A half-year, `2024-S1`. */
  | 'HALF_YEAR'
  /** A calendar month, `2024-M06`. */
  | 'MONTH'
  /** A calendar quarter, `2024-Q2`. */
  | 'QUARTER'
  /** Any other interval, as an ISO 8601 range: `2021-01-01/P2Y`, `2025-01-01/P52D`. */
  | 'SPAN'
  /** A calendar year, `2024`. */
  | 'YEAR'
  /** From 1 January to the end of a month, `2024-YTD10`. As a filter it takes every such interval, also the first month, quarter, half and the year. */
  | 'YEAR_TO_DATE';

/** What a plan aims at. */
export type PlanTarget =
  /** A growth against the same period of the year before, in percent. */
  | 'GROWTH'
  /** A level, in the unit of the indicator. */
  | 'LEVEL';

/** What the items of a dimension are. */
export type TableRole =
  /** Items of a breakdown dimension, in the classification's order. */
  | 'BREAKDOWN'
  /** Indicators, by code. */
  | 'INDICATOR'
  /** What the cells show; only where more than one measure is asked. */
  | 'MEASURE'
  /** Periods, by (end, length). */
  | 'PERIOD'
  /** Publishers, by code; only where two of them speak of one figure. */
  | 'PUBLISHER'
  /** Territories, by (code, validFrom). */
  | 'TERRITORY';

export type FirstHalf2024QueryVariables = Exact<{ [key: string]: never; }>;


export type FirstHalf2024Query = { observations: { totalCount: number, nodes: Array<{ value: string | null, unitMultiplier: number | null, status: ObservationStatus, indicator: { code: string, name: string }, territory: { code: string, name: string }, period: { code: string, kind: PeriodKind, start: string, end: string, label: string }, unit: { code: string }, change: { percent: string | null, method: ChangeMethod | null }, publisher: { name: string }, citation: { source: { publishedOn: { date: string, precision: DatePrecision } | null } } }> } };

export type MergerQueryVariables = Exact<{ [key: string]: never; }>;


export type MergerQuery = { before: { name: string, validTo: string | null, successors: Array<{ code: string, validFrom: string | null }> } | null, after: { name: string, validFrom: string | null, validTo: string | null, predecessors: Array<{ code: string, name: string }> } | null, gone: { name: string } | null };

export type PlacesWithFiguresQueryVariables = Exact<{ [key: string]: never; }>;


export type PlacesWithFiguresQuery = { territories: { nodes: Array<{ code: string, validFrom: string | null, indicators: { nodes: Array<{ code: string }> }, observations: { totalCount: number, nodes: Array<{ value: string | null, citation: { source: { code: string } } }> } }> } };

export type PlansAndSharesQueryVariables = Exact<{ [key: string]: never; }>;


export type PlansAndSharesQuery = { plans: { nodes: Array<{ value: string | null, low: string | null, high: string | null, target: PlanTarget, period: { code: string }, setBy: { code: string } | null }> }, observations: { nodes: Array<{ value: string | null, plan: { attainmentPercent: string | null, method: ChangeMethod | null } | null, plans: Array<{ target: PlanTarget }> }> } };

export type RevisionTrailQueryVariables = Exact<{
  filter: ObservationFilter;
}>;


export type RevisionTrailQuery = { today: { nodes: Array<{ value: string | null, prints: Array<{ value: string | null, status: ObservationStatus, publishedOn: { date: string, precision: DatePrecision } }> }> }, asItWas: { nodes: Array<{ value: string | null, prints: Array<{ value: string | null }> }> }, beforeItWasPrinted: { totalCount: number } };

export type TableOfMeasuresQueryVariables = Exact<{ [key: string]: never; }>;


export type TableOfMeasuresQuery = { table: { size: Array<number>, values: Array<string | null>, statuses: Array<ObservationStatus | null> | null } };

export type TableQueryVariables = Exact<{ [key: string]: never; }>;


export type TableQuery = { table: { size: Array<number>, values: Array<string | null>, numbers: Array<number | null>, cells: number, dimensions: Array<{ role: TableRole, code: string, items: Array<{ code: string, unitMultiplier: number | null }> }> } };

export type TasksAgainstPlanQueryVariables = Exact<{ [key: string]: never; }>;


export type TasksAgainstPlanQuery = { observations: { nodes: Array<{ value: string | null, indicator: { code: string }, period: { code: string }, plan: { value: string | null, attainmentPercent: string | null, method: ChangeMethod | null } | null }> } };

export type WhatIsThereQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIsThereQuery = { availability: { count: number, indicators: Array<{ count: number, hasTotals: boolean, indicator: { code: string } }>, sources: Array<{ count: number, source: { code: string } }> } };


export const FirstHalf2024Document = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FirstHalf2024"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicators"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"INDUSTRIAL_OUTPUT_VALUE","block":false},{"kind":"StringValue","value":"RETAIL_SALES_AND_SERVICES","block":false},{"kind":"StringValue","value":"EXPORT_TURNOVER","block":false},{"kind":"StringValue","value":"IMPORT_TURNOVER","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"territories"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"58","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"periods"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"2024-S1","block":false}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"INDICATOR"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"unit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"unitMultiplier"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"change"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"basis"},"value":{"kind":"EnumValue","value":"SAME_PERIOD_LAST_YEAR"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"method"}}]}},{"kind":"Field","name":{"kind":"Name","value":"publisher"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishedOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FirstHalf2024Query, FirstHalf2024QueryVariables>;
export const MergerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Merger"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"before"},"name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"56","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"StringValue","value":"2024-06-06","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"successors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"after"},"name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"56","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"StringValue","value":"2025-07-01","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"predecessors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"gone"},"name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"58","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"StringValue","value":"2025-07-01","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<MergerQuery, MergerQueryVariables>;
export const PlacesWithFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlacesWithFigures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territories"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"codes"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"58","block":false},{"kind":"StringValue","value":"56","block":false},{"kind":"StringValue","value":"VN","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"citation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlacesWithFiguresQuery, PlacesWithFiguresQueryVariables>;
export const PlansAndSharesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlansAndShares"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"territories"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"58","block":false}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"low"}},{"kind":"Field","name":{"kind":"Name","value":"high"}},{"kind":"Field","name":{"kind":"Name","value":"target"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"observations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicators"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"STATE_BUDGET_REVENUE","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attainmentPercent"}},{"kind":"Field","name":{"kind":"Name","value":"method"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"target"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlansAndSharesQuery, PlansAndSharesQueryVariables>;
export const RevisionTrailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RevisionTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ObservationFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"today"},"name":{"kind":"Name","value":"observations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"prints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"asItWas"},"name":{"kind":"Name","value":"observations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"StringValue","value":"2023-12-31T00:00:00Z","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"prints"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"beforeItWasPrinted"},"name":{"kind":"Name","value":"observations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"StringValue","value":"2023-01-31T00:00:00Z","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<RevisionTrailQuery, RevisionTrailQueryVariables>;
export const TableOfMeasuresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TableOfMeasures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"table"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"territories"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"58","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"2021","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"2024","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"measures"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"VALUE"},{"kind":"EnumValue","value":"CHANGE_PERCENT"},{"kind":"EnumValue","value":"PLAN"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}}]}}]}}]} as unknown as DocumentNode<TableOfMeasuresQuery, TableOfMeasuresQueryVariables>;
export const TableDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Table"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"table"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicators"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"GRDP_SHARE","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"territories"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"58","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"breakdowns"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"dimension"},"value":{"kind":"StringValue","value":"ECONOMIC_SECTOR","block":false}}]}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"periods"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"2023-Q1","block":false},{"kind":"StringValue","value":"2024-Q1","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimensions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"unitMultiplier"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"size"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"numbers"}},{"kind":"Field","name":{"kind":"Name","value":"cells"}}]}}]}}]} as unknown as DocumentNode<TableQuery, TableQueryVariables>;
export const TasksAgainstPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TasksAgainstPlan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"observations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"indicators"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"KEY_TASKS_COMPLETED","block":false},{"kind":"StringValue","value":"SPECIFIC_TASKS_COMPLETED","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"territories"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"58","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"periods"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"2024-H1","block":false}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"INDICATOR"}},{"kind":"ObjectField","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"ASC"}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"attainmentPercent"}},{"kind":"Field","name":{"kind":"Name","value":"method"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TasksAgainstPlanQuery, TasksAgainstPlanQueryVariables>;
export const WhatIsThereDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsThere"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"availability"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"territories"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"58","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"hasTotals"}},{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsThereQuery, WhatIsThereQueryVariables>;