import { createParameterDecorator } from 'type-graphql';
import type { Context } from './context.js';
import { describedEnum } from './described-enum.js';
import type { Language } from './language.js';

export const LanguageEnum = describedEnum('Language', 'A language in which names are given.', {
  VI: 'Vietnamese, the language of the sources; stands in where a translation is missing.',
  EN: 'English.',
});

/** A parameter that is the language asked: the `language` argument of the field, else that of the request. */
export const InLanguage = (): ParameterDecorator =>
  createParameterDecorator<Context>(
    ({ args, context }) => (args['language'] as Language | null | undefined) ?? context.language,
    {
      arg: {
        name: 'language',
        typeFunc: () => LanguageEnum,
        options: {
          nullable: true,
          description:
            'Language of the text; without it the language of the request, which is Vietnamese unless `Accept-Language` says otherwise.',
        },
      },
    },
  ) as ParameterDecorator;
