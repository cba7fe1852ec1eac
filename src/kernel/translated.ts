import { type GraphQLSchema, isObjectType } from 'graphql';
import { createParameterDecorator, getMetadataStorage } from 'type-graphql';
import type { Context } from './context.js';
import { describedEnum } from './described-enum.js';
import type { Language } from './language.js';

export const LanguageEnum = describedEnum('Language', 'A language in which names are given.', {
  VI: 'Vietnamese, the language of the sources; stands in where a translation is missing.',
  EN: 'English.',
});

const languageOf = (args: Record<string, unknown>, context: Context): Language =>
  (args['language'] as Language | null | undefined) ?? context.language;

const decorate = createParameterDecorator<Context>(({ args, context }) => languageOf(args, context), {
  arg: {
    name: 'language',
    typeFunc: () => LanguageEnum,
    options: {
      nullable: true,
      description:
        'Language of the text; without it the language of the request, which is Vietnamese unless `Accept-Language` says otherwise.',
    },
  },
}) as ParameterDecorator;

/** Methods of types that take the language and nothing else: names, mostly. */
const translated = new Set<unknown>();

/** A parameter that is the language asked: the `language` argument of the field, else that of the request. */
export const InLanguage = (): ParameterDecorator => (target, key, index) => {
  decorate(target, key, index);
  const method = (target as Record<PropertyKey, unknown>)[key!];
  if (typeof method === 'function' && method.length === 1) translated.add(method);
};

/**
 * Lets fields that are a property or a name in a language answer at once: TypeGraphQL takes an accessor for a resolver, `simple` or
 * not, and makes several promises for each, and a page may hold thousands.
 */
export function answerAtOnce(schema: GraphQLSchema): void {
  const classes = new Map(getMetadataStorage().objectTypes.map(({ name, target }) => [name, target]));
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const methods = classes.get(type.name)?.prototype as object | undefined;
    for (const field of Object.values(type.getFields())) {
      const own: PropertyDescriptor = (methods && Object.getOwnPropertyDescriptor(methods, field.name)) ?? {};
      if (own.get) delete field.resolve;
      if (!translated.has(own.value)) continue;
      const inLanguage = own.value as (language: Language) => unknown;
      field.resolve = (root: unknown, args: Record<string, unknown>, context: Context) =>
        inLanguage.call(root, languageOf(args, context));
    }
  }
}
