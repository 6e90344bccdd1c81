import { defineGroup, everything, organizationRecords } from '../define.ts';

const contactActions = ['create', 'delete'] as const;
const allContacts = { level: 'edit', actions: contactActions } as const;

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
        export: { needs: 'view', label: 'Export', says: 'Download the list as CSV.' },
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
          editFields: [
            'email',
            'phone',
            'billing_street',
            'billing_city',
            'billing_region',
            'billing_postal_code',
          ],
        },
        partner_account_executive: { level: 'edit', actions: ['create', 'export'] },
        partner_administrator: { level: 'edit', actions: ['create', 'export', 'assign'] },
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
      },
      ceiling: {
        customer: allContacts,
        partner_account_executive: allContacts,
        partner_administrator: allContacts,
        account_executive: allContacts,
        ...everything(contactActions),
      },
      records: organizationRecords,
    },
  },
});
