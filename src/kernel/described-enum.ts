import { registerEnumType } from 'type-graphql';

/** A GraphQL enum from its values and what they mean; answers the object that type functions return. */
export function describedEnum<V extends string>(
  name: string,
  description: string,
  values: Record<V, string>,
): { readonly [K in V]: K } {
  const names = Object.keys(values) as V[];
  const made = Object.fromEntries(names.map((value) => [value, value])) as { [K in V]: K };
  const valuesConfig = Object.fromEntries(names.map((value) => [value, { description: values[value] }]));
  registerEnumType(made, { name, description, valuesConfig: valuesConfig as never });
  return made;
}
