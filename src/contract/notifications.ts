import { z } from 'zod';
import { signedIn } from './access.ts';
import { allNotificationKinds } from './notification-kinds.ts';
import { defineRoutes, empty, limit, money, pageOf, timestamp, uuid } from './route.ts';

const kind = z.enum(allNotificationKinds);

/** Something that its reader was told of, and may still see. */
export const notification = z.object({
  id: uuid,
  kind,
  /** What happened, in one sentence, with dates and amounts as its reader or else the company writes them. */
  text: z.string(),
  /** What the sentence is made of: how the record is called, and words, calendar dates and money. */
  label: z.string(),
  data: z.record(z.string(), z.union([z.string(), money])),
  /** The page of what it is about, below the address of the portal; null when it has none. */
  path: z.string().nullable(),
  at: timestamp,
  read_at: timestamp.nullable(),
});
/** One notification of the reader. */
export type Notification = z.infer<typeof notification>;

/** Unread ones; 100 stands for that many or more. */
export const unreadCount = z.object({ unread: z.int() });

/** Where somebody is told of one kind. */
export const notificationChoice = z.object({ kind, page: z.boolean(), mail: z.boolean() });
/** Page and mail, as its reader chose or as the kind declares. */
export type NotificationChoice = z.infer<typeof notificationChoice>;
const choices = z.object({
  items: z.array(notificationChoice.extend({ label: z.string(), says: z.string() })),
});

const access = signedIn('own notifications, about what the reader may still view');

/** Routes of notifications: everybody's own, and only of what they may still view. */
export const notificationRoutes = defineRoutes({
  'GET /notifications': {
    access,
    says: 'What the reader was told of in the last 90 days and may still see, newest first.',
    insideLoginAs: true,
    query: z.strictObject({
      unread: z.enum(['true']).optional(),
      limit,
      after: z.string().max(1000).optional(),
    }),
    output: pageOf(notification),
  },
  'GET /notifications/count': {
    access,
    says: 'How many of them are unread, up to 100.',
    insideLoginAs: true,
    output: unreadCount,
  },
  'POST /notifications/:id/read': {
    access,
    says: 'Marks one as read.',
    output: unreadCount,
  },
  'POST /notifications/read': {
    access,
    says: 'Marks all as read.',
    body: empty,
    output: unreadCount,
  },
  'GET /me/notifications': {
    access,
    says: 'What the reader can be told of, and where they want to be: on the page, by mail.',
    output: choices,
  },
  'PUT /me/notifications': {
    access,
    says: 'Chooses where the reader is told of the kinds that are named; the others stay as they are.',
    body: z.strictObject({ items: z.array(notificationChoice).max(100) }),
    output: choices,
  },
});
