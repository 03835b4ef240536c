import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const EDGE_GLOBALS = [
  {
    name: 'process',
    message: 'Only an entry’s index.ts touches the process. Take what you need as a parameter.',
  },
  { name: 'console', message: 'Only an entry prints. Return a value instead.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'plugin/hook/',
      'lib/',
      'coverage/',
      '.mutation/',
      'mutation-tests/',
      'reports/',
      'node_modules/',
      '__tests__/fixtures/',
    ],
  },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', '__tests__/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './__tests__/tsconfig.json', './src/reporters/map/page/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 200 }],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
      ],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: false },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/action/index.ts', 'src/cli/index.ts', 'src/hook/index.ts'],
    rules: { 'no-restricted-globals': ['error', ...EDGE_GLOBALS] },
  },
  {
    files: ['__tests__/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
);
