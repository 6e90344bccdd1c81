import {
  type Ceiling,
  defineGroup,
  everything,
  exportsList,
  organizationRecords,
  type RecordAccess,
} from '../define.ts';

const contactActions = ['create', 'delete'] as const;
const exportsContacts = { level: 'edit', actions: [...contactActions, 'export'] } as const;
const staffCases = ['create', 'reply', 'assign', 'close', 'read_internal_notes', 'export', 'import'] as const;
const partnerCases: Ceiling = { level: 'edit', actions: ['create', 'reply', 'assign', 'close'] };

const sharedCases = { kind: 'one_of', column: 'visibility', values: ['shared'] } as const;

/**
 * Customers reach what colleagues share and what they asked themselves. A case is also its assignee's; those of a
 * partner's own organization count as assigned to all of its people, less those that somebody keeps private.
 */
const caseRecords = {
  boundary: {
    ...organizationRecords.boundary,
    customer: {
      kind: 'all',
      of: [
        organizationRecords.boundary.customer,
        {
          kind: 'any',
          of: [sharedCases, { kind: 'equals', column: 'requester_id', subject: 'userId' }],
        },
      ],
    },
  },
  assigned: {
    admin: ['assignee_id'],
    csr: ['account_executive_id', 'assignee_id'],
    partner: ['partner_account_executive_id', 'assignee_id'],
  },
  shared: { partner: { kind: 'all', of: [organizationRecords.shared.partner, sharedCases] } },
} as const satisfies RecordAccess;
/** What people change of the organization they belong to: its terms are agreed with the company. */
const ownDetails = [
  'email',
  'phone',
  'billing_street',
  'billing_city',
  'billing_region',
  'billing_postal_code',
] as const;

export const crm = defineGroup({
  label: 'CRM',
  resources: {
    organizations: {
      label: 'Organizations',
      one: 'organization',
      says: 'Customer and partner companies: who they are, who looks after them, what they owe.',
      levels: ['view', 'edit'],
      actions: {
        create: { needs: 'edit', creates: true, label: 'Create', says: 'Add an organization.' },
        assign: {
          needs: 'edit',
          label: 'Assign',
          says: 'Change its account executive, partner or partner account executive.',
        },
        export: exportsList,
        import: {
          needs: 'edit',
          creates: true,
          label: 'Import',
          says: 'Load organizations from a CSV file.',
        },
      },
      ceiling: {
        customer: {
          level: 'edit',
          actions: [],
          editFields: ownDetails,
        },
        partner_account_executive: {
          level: 'edit',
          actions: ['create', 'export'],
          ownEditFields: ownDetails,
        },
        partner_administrator: {
          level: 'edit',
          actions: ['create', 'export', 'assign'],
          ownEditFields: ownDetails,
        },
        account_executive: { level: 'edit', actions: ['create', 'export', 'assign', 'import'] },
        ...everything(['create', 'export', 'assign', 'import']),
      },
      records: organizationRecords,
    },
    contacts: {
      label: 'Contacts',
      one: 'contact',
      says: 'People to write to or call at an organization.',
      called: ['first_name', 'last_name'],
      levels: ['view', 'edit'],
      actions: {
        create: { needs: 'edit', creates: true, label: 'Create', says: 'Add a contact.' },
        delete: { needs: 'edit', label: 'Delete', says: 'Remove a contact.' },
        export: exportsList,
      },
      ceiling: {
        customer: { level: 'edit', actions: contactActions },
        partner_account_executive: exportsContacts,
        partner_administrator: exportsContacts,
        account_executive: exportsContacts,
        ...everything(exportsContacts.actions),
      },
      records: organizationRecords,
    },
    cases: {
      label: 'Cases',
      one: 'case',
      says: 'Questions and problems of customers, and what was answered.',
      called: ['number'],
      levels: ['view', 'edit'],
      actions: {
        create: { needs: 'view', creates: true, label: 'Create', says: 'Open a case.' },
        reply: {
          needs: 'view',
          label: 'Reply',
          phrase: 'reply to cases',
          says: 'Answer in a case; that also reopens one that was closed a short while ago.',
        },
        assign: { needs: 'edit', label: 'Assign', says: 'Say who works on a case.' },
        close: { needs: 'edit', label: 'Close', says: 'Close a case.' },
        read_internal_notes: {
          needs: 'view',
          label: 'Internal notes',
          phrase: 'read internal notes',
          says: 'Read what the company notes for itself; together with Reply, also write it.',
        },
        export: exportsList,
        import: {
          needs: 'edit',
          creates: true,
          label: 'Import',
          says: 'Load cases of another system from a CSV file.',
        },
      },
      ceiling: {
        customer: {
          level: 'edit',
          actions: ['create', 'reply', 'close'],
          reach: { edit: { kind: 'equals', column: 'requester_id', subject: 'userId' } },
          editFields: ['subject', 'category', 'visibility', 'subscription_id', 'invoice_id'],
        },
        partner_account_executive: partnerCases,
        partner_administrator: partnerCases,
        account_executive: { level: 'edit', actions: staffCases },
        ...everything(staffCases),
      },
      records: caseRecords,
    },
  },
});
