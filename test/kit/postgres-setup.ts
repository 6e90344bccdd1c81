import { startPostgresCluster } from './postgres-cluster.ts';

/** Vitest's global setup: one throwaway cluster for the whole run, unless an address is given. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.AMBIT_TEST_DATABASE_URL) return undefined;
  const cluster = await startPostgresCluster();
  process.env.AMBIT_TEST_DATABASE_URL = cluster.url;
  return async () => {
    delete process.env.AMBIT_TEST_DATABASE_URL;
    await cluster.stop();
  };
}
