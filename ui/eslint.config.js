import tseslint from 'typescript-eslint';

export default tseslint.config(
    { ignores: ['target', 'node_modules'] },
    {
        files: ['**/*.ts'],
        extends: [...tseslint.configs.strictTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            '@typescript-eslint/switch-exhaustiveness-check': 'error',
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
            '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
            '@typescript-eslint/unbound-method': 'off',
            eqeqeq: 'error',
            'no-console': ['error', { allow: ['warn', 'info'] }],
        },
    },
);
