import { z } from 'zod';
import { organizationResources } from '../catalog/record-resources.ts';
import { permit } from './access.ts';
import { defineRoutes, historyEntry, limit, pageOf, uuid } from './route.ts';

const kind = z.enum(organizationResources);

/** One event of a timeline: what was recorded, and the record it happened to. */
export const timelineEntry = historyEntry.extend({
  resource: kind,
  /** As it is called now. */
  record: z.object({ id: uuid, name: z.string() }),
});
/** One event as its reader may know it. */
export type TimelineEntry = z.infer<typeof timelineEntry>;

/** The route of timelines; entries of records out of the reader's sight are left out. */
export const timelineRoutes = defineRoutes({
  'GET /organizations/:id/timeline': {
    access: permit('organizations.view'),
    says: 'What happened to an organization and to its records that the reader may view, newest first.',
    insideLoginAs: true,
    query: z.strictObject({ kind: kind.optional(), limit, after: z.string().max(1000).optional() }),
    output: pageOf(timelineEntry),
  },
});
