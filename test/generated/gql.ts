/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query FirstHalf2024 {\n  observations(\n    filter: {indicators: [\"INDUSTRIAL_OUTPUT_VALUE\", \"RETAIL_SALES_AND_SERVICES\", \"EXPORT_TURNOVER\", \"IMPORT_TURNOVER\"], territories: [\"58\"], periods: [\"2024-S1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    totalCount\n    nodes {\n      indicator {\n        code\n        name\n      }\n      territory {\n        code\n        name\n      }\n      period {\n        code\n        kind\n        start\n        end\n        label\n      }\n      value\n      unit {\n        code\n      }\n      unitMultiplier\n      status\n      change(basis: SAME_PERIOD_LAST_YEAR) {\n        percent\n        method\n      }\n      publisher {\n        name\n      }\n      citation {\n        source {\n          publishedOn {\n            date\n            precision\n          }\n        }\n      }\n    }\n  }\n}": typeof types.FirstHalf2024Document,
    "query Merger {\n  before: territory(code: \"56\", on: \"2024-06-06\") {\n    name\n    validTo\n    successors {\n      code\n      validFrom\n    }\n  }\n  after: territory(code: \"56\", on: \"2025-07-01\") {\n    name\n    validFrom\n    validTo\n    predecessors {\n      code\n      name\n    }\n  }\n  gone: territory(code: \"58\", on: \"2025-07-01\") {\n    name\n  }\n}": typeof types.MergerDocument,
    "query RevisionTrail($filter: ObservationFilter!) {\n  today: observations(filter: $filter, first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n        status\n        publishedOn {\n          date\n          precision\n        }\n      }\n    }\n  }\n  asItWas: observations(filter: $filter, asOf: \"2023-12-31T00:00:00Z\", first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n      }\n    }\n  }\n  beforeItWasPrinted: observations(\n    filter: $filter\n    asOf: \"2023-01-31T00:00:00Z\"\n    first: 1\n  ) {\n    totalCount\n  }\n}": typeof types.RevisionTrailDocument,
    "query Table {\n  table(\n    filter: {indicators: [\"GRDP_SHARE\"], territories: [\"58\"], breakdowns: [{dimension: \"ECONOMIC_SECTOR\"}], periods: [\"2023-Q1\", \"2024-Q1\"]}\n  ) {\n    dimensions {\n      role\n      code\n      items {\n        code\n        unitMultiplier\n      }\n    }\n    size\n    values\n    numbers\n    cells\n  }\n}": typeof types.TableDocument,
    "query TasksAgainstPlan {\n  observations(\n    filter: {indicators: [\"KEY_TASKS_COMPLETED\", \"SPECIFIC_TASKS_COMPLETED\"], territories: [\"58\"], periods: [\"2024-H1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    nodes {\n      indicator {\n        code\n      }\n      period {\n        code\n      }\n      value\n      plan {\n        value\n        attainmentPercent\n        method\n      }\n    }\n  }\n}": typeof types.TasksAgainstPlanDocument,
};
const documents: Documents = {
    "query FirstHalf2024 {\n  observations(\n    filter: {indicators: [\"INDUSTRIAL_OUTPUT_VALUE\", \"RETAIL_SALES_AND_SERVICES\", \"EXPORT_TURNOVER\", \"IMPORT_TURNOVER\"], territories: [\"58\"], periods: [\"2024-S1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    totalCount\n    nodes {\n      indicator {\n        code\n        name\n      }\n      territory {\n        code\n        name\n      }\n      period {\n        code\n        kind\n        start\n        end\n        label\n      }\n      value\n      unit {\n        code\n      }\n      unitMultiplier\n      status\n      change(basis: SAME_PERIOD_LAST_YEAR) {\n        percent\n        method\n      }\n      publisher {\n        name\n      }\n      citation {\n        source {\n          publishedOn {\n            date\n            precision\n          }\n        }\n      }\n    }\n  }\n}": types.FirstHalf2024Document,
    "query Merger {\n  before: territory(code: \"56\", on: \"2024-06-06\") {\n    name\n    validTo\n    successors {\n      code\n      validFrom\n    }\n  }\n  after: territory(code: \"56\", on: \"2025-07-01\") {\n    name\n    validFrom\n    validTo\n    predecessors {\n      code\n      name\n    }\n  }\n  gone: territory(code: \"58\", on: \"2025-07-01\") {\n    name\n  }\n}": types.MergerDocument,
    "query RevisionTrail($filter: ObservationFilter!) {\n  today: observations(filter: $filter, first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n        status\n        publishedOn {\n          date\n          precision\n        }\n      }\n    }\n  }\n  asItWas: observations(filter: $filter, asOf: \"2023-12-31T00:00:00Z\", first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n      }\n    }\n  }\n  beforeItWasPrinted: observations(\n    filter: $filter\n    asOf: \"2023-01-31T00:00:00Z\"\n    first: 1\n  ) {\n    totalCount\n  }\n}": types.RevisionTrailDocument,
    "query Table {\n  table(\n    filter: {indicators: [\"GRDP_SHARE\"], territories: [\"58\"], breakdowns: [{dimension: \"ECONOMIC_SECTOR\"}], periods: [\"2023-Q1\", \"2024-Q1\"]}\n  ) {\n    dimensions {\n      role\n      code\n      items {\n        code\n        unitMultiplier\n      }\n    }\n    size\n    values\n    numbers\n    cells\n  }\n}": types.TableDocument,
    "query TasksAgainstPlan {\n  observations(\n    filter: {indicators: [\"KEY_TASKS_COMPLETED\", \"SPECIFIC_TASKS_COMPLETED\"], territories: [\"58\"], periods: [\"2024-H1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    nodes {\n      indicator {\n        code\n      }\n      period {\n        code\n      }\n      value\n      plan {\n        value\n        attainmentPercent\n        method\n      }\n    }\n  }\n}": types.TasksAgainstPlanDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FirstHalf2024 {\n  observations(\n    filter: {indicators: [\"INDUSTRIAL_OUTPUT_VALUE\", \"RETAIL_SALES_AND_SERVICES\", \"EXPORT_TURNOVER\", \"IMPORT_TURNOVER\"], territories: [\"58\"], periods: [\"2024-S1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    totalCount\n    nodes {\n      indicator {\n        code\n        name\n      }\n      territory {\n        code\n        name\n      }\n      period {\n        code\n        kind\n        start\n        end\n        label\n      }\n      value\n      unit {\n        code\n      }\n      unitMultiplier\n      status\n      change(basis: SAME_PERIOD_LAST_YEAR) {\n        percent\n        method\n      }\n      publisher {\n        name\n      }\n      citation {\n        source {\n          publishedOn {\n            date\n            precision\n          }\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query FirstHalf2024 {\n  observations(\n    filter: {indicators: [\"INDUSTRIAL_OUTPUT_VALUE\", \"RETAIL_SALES_AND_SERVICES\", \"EXPORT_TURNOVER\", \"IMPORT_TURNOVER\"], territories: [\"58\"], periods: [\"2024-S1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    totalCount\n    nodes {\n      indicator {\n        code\n        name\n      }\n      territory {\n        code\n        name\n      }\n      period {\n        code\n        kind\n        start\n        end\n        label\n      }\n      value\n      unit {\n        code\n      }\n      unitMultiplier\n      status\n      change(basis: SAME_PERIOD_LAST_YEAR) {\n        percent\n        method\n      }\n      publisher {\n        name\n      }\n      citation {\n        source {\n          publishedOn {\n            date\n            precision\n          }\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Merger {\n  before: territory(code: \"56\", on: \"2024-06-06\") {\n    name\n    validTo\n    successors {\n      code\n      validFrom\n    }\n  }\n  after: territory(code: \"56\", on: \"2025-07-01\") {\n    name\n    validFrom\n    validTo\n    predecessors {\n      code\n      name\n    }\n  }\n  gone: territory(code: \"58\", on: \"2025-07-01\") {\n    name\n  }\n}"): (typeof documents)["query Merger {\n  before: territory(code: \"56\", on: \"2024-06-06\") {\n    name\n    validTo\n    successors {\n      code\n      validFrom\n    }\n  }\n  after: territory(code: \"56\", on: \"2025-07-01\") {\n    name\n    validFrom\n    validTo\n    predecessors {\n      code\n      name\n    }\n  }\n  gone: territory(code: \"58\", on: \"2025-07-01\") {\n    name\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RevisionTrail($filter: ObservationFilter!) {\n  today: observations(filter: $filter, first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n        status\n        publishedOn {\n          date\n          precision\n        }\n      }\n    }\n  }\n  asItWas: observations(filter: $filter, asOf: \"2023-12-31T00:00:00Z\", first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n      }\n    }\n  }\n  beforeItWasPrinted: observations(\n    filter: $filter\n    asOf: \"2023-01-31T00:00:00Z\"\n    first: 1\n  ) {\n    totalCount\n  }\n}"): (typeof documents)["query RevisionTrail($filter: ObservationFilter!) {\n  today: observations(filter: $filter, first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n        status\n        publishedOn {\n          date\n          precision\n        }\n      }\n    }\n  }\n  asItWas: observations(filter: $filter, asOf: \"2023-12-31T00:00:00Z\", first: 1) {\n    nodes {\n      value\n      prints(first: 5) {\n        value\n      }\n    }\n  }\n  beforeItWasPrinted: observations(\n    filter: $filter\n    asOf: \"2023-01-31T00:00:00Z\"\n    first: 1\n  ) {\n    totalCount\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Table {\n  table(\n    filter: {indicators: [\"GRDP_SHARE\"], territories: [\"58\"], breakdowns: [{dimension: \"ECONOMIC_SECTOR\"}], periods: [\"2023-Q1\", \"2024-Q1\"]}\n  ) {\n    dimensions {\n      role\n      code\n      items {\n        code\n        unitMultiplier\n      }\n    }\n    size\n    values\n    numbers\n    cells\n  }\n}"): (typeof documents)["query Table {\n  table(\n    filter: {indicators: [\"GRDP_SHARE\"], territories: [\"58\"], breakdowns: [{dimension: \"ECONOMIC_SECTOR\"}], periods: [\"2023-Q1\", \"2024-Q1\"]}\n  ) {\n    dimensions {\n      role\n      code\n      items {\n        code\n        unitMultiplier\n      }\n    }\n    size\n    values\n    numbers\n    cells\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query TasksAgainstPlan {\n  observations(\n    filter: {indicators: [\"KEY_TASKS_COMPLETED\", \"SPECIFIC_TASKS_COMPLETED\"], territories: [\"58\"], periods: [\"2024-H1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    nodes {\n      indicator {\n        code\n      }\n      period {\n        code\n      }\n      value\n      plan {\n        value\n        attainmentPercent\n        method\n      }\n    }\n  }\n}"): (typeof documents)["query TasksAgainstPlan {\n  observations(\n    filter: {indicators: [\"KEY_TASKS_COMPLETED\", \"SPECIFIC_TASKS_COMPLETED\"], territories: [\"58\"], periods: [\"2024-H1\"]}\n    orderBy: {field: INDICATOR, direction: ASC}\n    first: 10\n  ) {\n    nodes {\n      indicator {\n        code\n      }\n      period {\n        code\n      }\n      value\n      plan {\n        value\n        attainmentPercent\n        method\n      }\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;