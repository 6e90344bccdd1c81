export const contactTexts = {
  subtitle: 'People to write to or call',
  search: 'Search by name or e-mail',
  kinds: { primary: 'Primary', billing: 'Billing', technical: 'Technical', other: 'Other' },
  fields: {
    name: 'Name',
    first_name: 'First name',
    last_name: 'Last name',
    email: 'E-mail',
    phone: 'Phone',
    job_title: 'Job title',
    kind: 'Kind',
    organization: 'Organization',
    created_at: 'Created',
    updated_at: 'Changed',
  },
  details: 'Details',
  form: {
    editTitle: (name: string) => `Edit ${name}`,
    firstNameMissing: 'Enter a first name.',
    lastNameMissing: 'Enter a last name.',
    organizationMissing: 'Choose the organization this person belongs to.',
    organizationSearch: 'Type a name or number',
    kindHint: 'An organization has one primary contact.',
    add: 'Add contact',
  },
  deleting: {
    title: (name: string) => `Delete ${name}?`,
    text: (organization: string) =>
      `The contact disappears from ${organization} for everybody. What was recorded stays in the audit log.`,
    confirm: 'Delete contact',
    done: (name: string) => `${name} was deleted`,
  },
} as const;
