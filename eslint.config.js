import js from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'tests/fixtures/', 'client/schema.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Services and ports are plain objects of functions; nothing here that is taken apart uses `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // A fastify plugin is async by its type, whether or not it has anything to wait for.
    files: ['src/api/routes/*.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
)
