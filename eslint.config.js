import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

const SCHEMA = 'schema/schema.graphql';
const QUERIES = 'test/queries/**/*.graphql';

const graphqlLanguage = {
  parser: graphql.parser,
  parserOptions: { graphQLConfig: { schema: SCHEMA, documents: QUERIES } },
};

export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'test/generated/', 'schema/released.graphql'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    name: 'solieu/javascript',
    files: ['**/*.js', '**/*.cjs'],
    extends: [ts.configs.recommended],
  },
  {
    name: 'solieu/typescript',
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: true, allowAny: false, allowBoolean: false, allowRegExp: false },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `||` where an empty text is as good as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Brackets show that a key is not of a known set.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // A class that only carries decorators has nothing else in it.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Types are structural here: a plain object of the right shape is as good as a constructed one.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `!` states what the line above or the database guarantees; a check that cannot fail would say less.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Without `await`, `async` still turns what is thrown into a rejection.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'max-params': ['error', 6],
    },
  },
  {
    name: 'solieu/src',
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', 220],
      'max-lines-per-function': ['error', 60],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name: a thing has one name wherever it is used.' },
      ],
    },
  },
  {
    name: 'solieu/command-line',
    files: ['src/main.ts', 'src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'solieu/schema',
    files: [SCHEMA],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: graphqlLanguage,
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // The descriptions are the public documentation: nothing goes without.
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
        },
      ],
      // Small values (a print, a change, a citation) have no id of their own.
      '@graphql-eslint/strict-id-in-types': 'off',
      // `Attainment.attainmentPercent` is the field's own word.
      '@graphql-eslint/no-typename-prefix': 'off',
      // A list may page forward only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Connections also give their `nodes`, and short lists are plain.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
    },
  },
  {
    name: 'solieu/queries',
    files: [QUERIES],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: graphqlLanguage,
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // A test document selects what it asserts, and as deep as the question goes.
      '@graphql-eslint/require-selections': 'off',
      '@graphql-eslint/selection-set-depth': 'off',
    },
  },
);
