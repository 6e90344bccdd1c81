import { isPermission, type Permission, type RecordResource, resourceKeys, resourceSpec } from './catalog.ts';

/** The resources whose rows belong to somebody, in the order of the catalog. */
export const recordResources: readonly RecordResource[] = resourceKeys.filter(
  (key): key is RecordResource => resourceSpec(key).records !== undefined,
);

/** Those of them whose rows belong to an organization: all but articles, which are the company's own. */
export const organizationResources = recordResources.filter(
  (key): key is Exclude<RecordResource, 'articles'> => key !== 'articles',
);

/** The resources of records that have an export. */
export type ExportableKey = {
  [R in RecordResource]: `${R}.export` extends Permission ? R : never;
}[RecordResource];

/** In the order of the catalog. The audit log is no list of records: its export is always streamed. */
export const exportableResources: readonly ExportableKey[] = recordResources.filter(
  (key): key is ExportableKey => isPermission(`${key}.export`),
);
