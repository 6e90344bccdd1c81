import { type Ceiling, defineGroup, everything, type RecordAccess, type Template } from '../define.ts';

const viewing: Ceiling = { level: 'view', actions: [] };
const always: Template = { kind: 'always' };
const readByPartners: Template = {
  kind: 'all',
  of: [
    { kind: 'belongs', subject: 'partnerId' },
    { kind: 'flagged', column: 'for_partners' },
  ],
};

/** Articles belong to no organization: who reads one is said by its audience, once it is published. */
const articleRecords = {
  boundary: {
    customer: {
      kind: 'all',
      of: [
        { kind: 'belongs', subject: 'organizationId' },
        { kind: 'flagged', column: 'for_customers' },
      ],
    },
    partner_account_executive: readByPartners,
    partner_administrator: readByPartners,
    account_executive: always,
    system_administrator: always,
    global_administrator: always,
  },
  readers: {
    account_executive: { kind: 'flagged', column: 'for_csrs' },
    system_administrator: { kind: 'flagged', column: 'for_admins' },
  },
  assigned: {},
} as const satisfies RecordAccess;

/** What the company writes: articles for its readers, and the words of its mails. */
export const content = defineGroup({
  label: 'Content',
  resources: {
    articles: {
      label: 'Articles',
      one: 'article',
      says: 'Help to read, by audience: drafts for those who edit them, what is published for everybody it is meant for.',
      called: ['title'],
      levels: ['view', 'edit'],
      actions: {
        publish: {
          needs: 'edit',
          label: 'Publish',
          says: 'Publish an article, change a published one, take it back or archive it.',
        },
      },
      ceiling: {
        customer: viewing,
        partner_account_executive: viewing,
        partner_administrator: viewing,
        account_executive: { level: 'edit', actions: ['publish'] },
        ...everything(['publish']),
      },
      records: articleRecords,
    },
    email_templates: {
      label: 'E-mail templates',
      one: 'e-mail template',
      says: 'The words of every mail that is sent, and whether it is sent.',
      called: ['key'],
      levels: ['view', 'edit'],
      actions: {},
      ceiling: { account_executive: viewing, ...everything([]) },
    },
  },
});
