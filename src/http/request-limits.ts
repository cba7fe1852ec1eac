import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  GraphQLError,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from '../kernel/limits.js';

/** Introspection nests deeper than data does, but not without end. */
const INTROSPECTION_DEPTH = 20;
/** Fields visited after fragments are spread: many more than any honest document has. */
const MOST_FIELDS = 5000;
const MOST_ALIASES = 30;
/** What a field costs whose answer is large though it is one node. */
const WEIGHTS: Record<string, number> = {
  __schema: 1000,
  __type: 100,
  table: 500,
  availability: 500,
  facets: 100,
  productCounts: 100,
  predecessorTotals: 100,
  draftFindings: 500,
};

/** What a field that changes something costs, besides what it answers. */
const CHANGE = 100;

/** From this cost on a request is heavy: few run at once, and the light ones pass by. */
const HEAVY = 500;

/** Fields of a connection that answer once for each node of its page. */
const OF_EACH_NODE: ReadonlySet<string> = new Set(['nodes', 'edges']);

export interface MeasuredRequest {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Readonly<Record<string, unknown>>;
}

export interface Cost {
  cost: number;
  /** Whether it is the same whatever the variables are. */
  isFixed: boolean;
}

/**
 * Refuses a valid operation that asks for too much: too deep, too many aliases, or too many nodes, where lists multiply
 * by their page size (as written, from a variable, or the default). Its code is `TOO_COMPLEX`. Answers what it costs.
 */
export function checkRequest(request: MeasuredRequest, limits: Limits): Cost {
  return new Measure(request, limits).run();
}

export const isHeavy = (cost: number): boolean => cost >= HEAVY;

class Measure {
  #fields = 0;
  #aliases = 0;
  #cost = 0;
  #isFixed = true;

  constructor(
    private readonly request: MeasuredRequest,
    private readonly limits: Limits,
  ) {}

  run(): Cost {
    const { schema, operation } = this.request;
    const root = schema.getRootType(operation.operation);
    if (root)
      this.#selections(operation.selectionSet, root.name, { depth: 1, nodes: 1, page: 1, deepest: this.limits.depth });
    return { cost: this.#cost, isFixed: this.#isFixed };
  }

  #selections(set: SelectionSetNode, type: string, at: Place): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) this.#field(selection, type, at);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#selections(selection.selectionSet, selection.typeCondition?.name.value ?? type, at);
      } else {
        const fragment = this.request.fragments.get(selection.name.value);
        if (fragment) this.#selections(fragment.selectionSet, fragment.typeCondition.name.value, at);
      }
    }
  }

  #field(node: FieldNode, type: string, at: Place): void {
    this.#fields += 1;
    if (node.alias) this.#aliases += 1;
    within('fields after fragments are spread', this.#fields, MOST_FIELDS, node);
    within('aliases', this.#aliases, MOST_ALIASES, node);
    within('levels of nested fields', at.depth, at.deepest, node);
    if (!node.selectionSet) return;
    const field = this.#definition(type, node.name.value);
    const here = OF_EACH_NODE.has(node.name.value) ? at.nodes * at.page : at.nodes;
    const size = field ? this.#size(field, node) : 1;
    const nodes = here * size;
    this.#cost += (nodes > here ? nodes : 0) + this.#weight(type, node.name.value);
    within('nodes (lists multiply by their page size)', this.#cost, this.limits.cost, node);
    const below = field ? getNamedType(field.type) : undefined;
    const deepest = node.name.value.startsWith('__') ? INTROSPECTION_DEPTH : at.deepest;
    const named = isCompositeType(below) ? below.name : '';
    // What a page says of its list, it says once.
    const isPage = named.endsWith('Connection');
    this.#selections(node.selectionSet, named, {
      depth: at.depth + 1,
      nodes: isPage ? here : nodes,
      page: isPage ? size : 1,
      deepest,
    });
  }

  #weight(type: string, name: string): number {
    return type === this.request.schema.getMutationType()?.name ? CHANGE : (WEIGHTS[name] ?? 0);
  }

  #definition(type: string, name: string): GraphQLField<unknown, unknown> | undefined {
    const found = this.request.schema.getType(type);
    return isObjectType(found) || isInterfaceType(found) ? found.getFields()[name] : undefined;
  }

  /** How many nodes a list may answer; 1 for what is no list. */
  #size(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    const sizes = field.args
      .filter(({ name }) => name === 'first' || name === 'last')
      .map(({ name, defaultValue }) => this.#number(node, name) ?? (defaultValue as number | undefined));
    if (sizes.length === 0) return this.#counted(node) ?? 1;
    const asked = sizes.find((size) => typeof size === 'number') ?? this.limits.defaultPage;
    return Math.max(1, Math.min(asked, this.limits.maxPage));
  }

  /** A list of ids answers as many nodes. */
  #counted(node: FieldNode): number | null {
    const ids = node.arguments?.find((argument) => argument.name.value === 'ids')?.value;
    if (ids?.kind === Kind.LIST) return Math.max(1, ids.values.length);
    if (ids?.kind !== Kind.VARIABLE) return null;
    const value = this.#given(ids.name.value);
    return Array.isArray(value) ? Math.max(1, value.length) : null;
  }

  #number(node: FieldNode, name: string): number | undefined {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return undefined;
    const given = this.#given(value.name.value) ?? this.#variableDefault(value.name.value);
    return typeof given === 'number' ? given : undefined;
  }

  #given(name: string): unknown {
    this.#isFixed = false;
    return this.request.variables[name];
  }

  #variableDefault(name: string): number | undefined {
    const definition = this.request.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return definition?.defaultValue?.kind === Kind.INT ? Number(definition.defaultValue.value) : undefined;
  }
}

interface Place {
  depth: number;
  /** How many objects stand at this place. */
  nodes: number;
  /** How many nodes stand on the page, just below a connection. */
  page: number;
  deepest: number;
}

function within(what: string, asked: number, most: number, node: FieldNode): void {
  if (asked <= most) return;
  throw new GraphQLError(`The document asks for more than ${most} ${what}, at "${node.name.value}".`, {
    nodes: [node],
    extensions: { code: 'TOO_COMPLEX', limit: most, http: { status: 400 } },
  });
}
