import { defineConfig } from 'vitest/config';

const needsDatabase = [
  'src/server/**/*.test.ts',
  'src/cli/**/*.test.ts',
  'test/conformance/**/*.test.ts',
  'test/integration/**/*.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/unit/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/server/**', 'src/cli/**'],
        },
      },
      {
        extends: true,
        test: { name: 'embedded', include: needsDatabase, env: { AMBIT_TEST_ENGINE: 'embedded' } },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: needsDatabase,
          env: { AMBIT_TEST_ENGINE: 'postgres' },
          globalSetup: ['test/kit/postgres-setup.ts'],
        },
      },
    ],
  },
});
