import { z } from 'zod';
import { signedIn } from './access.ts';
import { defineRoutes, requiredText, uuid } from './route.ts';

/** How many views one person may keep, over all lists. */
export const mostViews = 50;
/** Characters in the name of a view. */
export const viewNameLength = 80;

/** A list of the API by the key of its resource; others are refused with 422. */
const list = z.string().max(50);
const column = z.string().regex(/^[\w.-]{1,50}$/, 'Must be the key of a column');

/** Filters, search and order of a list under a name. It is a query and nothing else: it shows what its reader may see. */
export const view = z.object({
  id: uuid,
  list,
  name: z.string(),
  query: z.record(z.string(), z.string()),
});
/** One saved view. */
export type View = z.infer<typeof view>;

/** How one list opens for its reader. */
export const listSetting = z.object({
  list,
  /** Columns that are switched off; null until the reader chose. */
  hidden_columns: z.array(z.string()).nullable(),
  /** The view the list opens with, where its address asks for nothing. */
  default_view_id: uuid.nullable(),
});
/** How one list opens for its reader. */
export type ListSetting = z.infer<typeof listSetting>;

const access = signedIn('own views and columns, which nobody else sees');

/** Routes of saved views and columns: everybody's own. */
export const viewRoutes = defineRoutes({
  'GET /me/views': {
    access,
    says: 'Own views of all lists, and which columns and view each list opens with.',
    insideLoginAs: true,
    output: z.object({ items: z.array(view), lists: z.array(listSetting) }),
  },
  'PUT /me/views': {
    access,
    says: `Keeps a view, or what one of this name asks from now on. At most ${mostViews} per person.`,
    body: z.strictObject({
      list,
      name: requiredText(viewNameLength),
      query: z.record(z.string().max(50), z.string().max(200)),
    }),
    output: view,
  },
  'DELETE /me/views/:id': { access, says: 'Removes an own view.' },
  'PUT /me/lists': {
    access,
    says: 'Keeps which columns of a list are switched off, or the view it opens with. What is not named stays.',
    body: z.strictObject({
      list,
      hidden_columns: z.array(column).max(50).nullable().optional(),
      default_view_id: uuid.nullable().optional(),
    }),
    output: listSetting,
  },
});
