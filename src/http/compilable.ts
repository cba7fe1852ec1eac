import { type DirectiveNode, type DocumentNode, Kind, visit, BREAK } from 'graphql';

/**
 * Whether compiled code answers a document as the specification says. Two things it does otherwise: an alias
 * `__proto__` is lost, and `@skip` or `@include` by a variable that may be null is no error.
 */
export function compilesFaithfully(document: DocumentNode): boolean {
  let isFaithful = true;
  const nullable = nullableVariables(document);
  const leave = (): typeof BREAK => {
    isFaithful = false;
    return BREAK;
  };
  visit(document, {
    Field: ({ alias }) => (alias?.value === '__proto__' ? leave() : undefined),
    Directive: (node) => (isDecidedBy(node, nullable) ? leave() : undefined),
  });
  return isFaithful;
}

/** Names of variables that some operation lets be null. */
const nullableVariables = ({ definitions }: DocumentNode): ReadonlySet<string> =>
  new Set(
    definitions
      .flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : []))
      .flatMap(({ type, variable }) => (type.kind === Kind.NON_NULL_TYPE ? [] : [variable.name.value])),
  );

const isDecidedBy = ({ arguments: given = [] }: DirectiveNode, variables: ReadonlySet<string>): boolean =>
  given.some(({ value }) => value.kind === Kind.VARIABLE && variables.has(value.name.value));
