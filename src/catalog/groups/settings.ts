import { defineGroup, everything, exportsList, type Template } from '../define.ts';

const customersOnly: Template = { kind: 'one_of', column: 'role', values: ['customer'] };
const partnerExecutivesOnly: Template = {
  kind: 'one_of',
  column: 'role',
  values: ['partner_account_executive'],
};
const belowGlobal: Template = {
  kind: 'one_of',
  column: 'role',
  values: [
    'customer',
    'partner_account_executive',
    'partner_administrator',
    'account_executive',
    'system_administrator',
  ],
};
const belowAdministrators: Template = {
  kind: 'one_of',
  column: 'role',
  values: ['customer', 'partner_account_executive', 'partner_administrator', 'account_executive'],
};
const inCohort: Template = { kind: 'equals', column: 'partner_id', subject: 'partnerId' };
const userActions = [
  'invite',
  'suspend',
  'reset_password',
  'assign_profile',
  'login_as',
  'export',
  'import',
] as const;

export const settings = defineGroup({
  label: 'Settings',
  resources: {
    users: {
      label: 'Users',
      one: 'user',
      says: 'People who sign in, with their role and profile.',
      called: ['email'],
      levels: ['view', 'edit'],
      actions: {
        invite: {
          needs: 'view',
          creates: true,
          label: 'Invite',
          says: 'Add a user and send the activation mail.',
        },
        suspend: {
          needs: 'edit',
          label: 'Suspend',
          says: 'Suspend, enable or deactivate a user, or end their sessions.',
        },
        reset_password: {
          needs: 'view',
          label: 'Reset password',
          phrase: 'reset passwords',
          says: 'Send a password or activation link.',
        },
        assign_profile: {
          needs: 'edit',
          label: 'Assign profile',
          phrase: 'assign profiles',
          says: 'Give a user another profile.',
        },
        login_as: {
          needs: 'edit',
          label: 'Log in as',
          phrase: 'log in as other users',
          says: 'Use the portal as another user, for 30 minutes and on the record.',
        },
        export: exportsList,
        import: { needs: 'edit', creates: true, label: 'Import', says: 'Load users from a CSV file.' },
      },
      ceiling: {
        customer: { level: 'view', actions: ['invite'] },
        partner_account_executive: { level: 'view', actions: ['invite', 'export'] },
        partner_administrator: {
          level: 'edit',
          actions: ['invite', 'suspend', 'reset_password', 'assign_profile', 'login_as', 'export'],
          reach: {
            login_as: partnerExecutivesOnly,
            edit: partnerExecutivesOnly,
            suspend: partnerExecutivesOnly,
            reset_password: partnerExecutivesOnly,
            assign_profile: partnerExecutivesOnly,
          },
        },
        account_executive: {
          level: 'view',
          actions: ['invite', 'reset_password', 'export'],
          reach: { reset_password: customersOnly },
        },
        global_administrator: { level: 'edit', actions: userActions, reach: { login_as: belowGlobal } },
        system_administrator: {
          level: 'edit',
          actions: userActions,
          reach: {
            login_as: belowAdministrators,
            edit: belowGlobal,
            suspend: belowGlobal,
            reset_password: belowGlobal,
            assign_profile: belowGlobal,
          },
        },
      },
      records: {
        boundary: {
          customer: { kind: 'equals', column: 'organization_id', subject: 'organizationId' },
          partner_account_executive: { kind: 'all', of: [inCohort, customersOnly] },
          partner_administrator: {
            kind: 'all',
            of: [
              inCohort,
              { kind: 'one_of', column: 'role', values: ['customer', 'partner_account_executive'] },
            ],
          },
          account_executive: {
            kind: 'one_of',
            column: 'role',
            values: ['customer', 'partner_account_executive', 'partner_administrator'],
          },
          system_administrator: { kind: 'always' },
          global_administrator: { kind: 'always' },
        },
        assigned: {
          csr: ['account_executive_id'],
          partner: ['partner_account_executive_id', 'partner_administrator_id'],
        },
      },
    },
    profiles: {
      label: 'Profiles',
      one: 'profile',
      says: 'What people may see and do, by role type.',
      levels: ['view', 'edit'],
      actions: {
        create: {
          needs: 'edit',
          creates: true,
          label: 'Create',
          says: 'Make a profile, new or from another.',
        },
        archive: { needs: 'edit', label: 'Archive', says: 'Retire a profile that nobody uses.' },
      },
      ceiling: everything(['create', 'archive']),
    },
    company_settings: {
      label: 'Company settings',
      one: 'company settings',
      says: 'Name, currency, time zone and language of this installation.',
      levels: ['view', 'edit'],
      actions: {},
      ceiling: everything([]),
    },
    audit_log: {
      label: 'Audit log',
      one: 'audit entry',
      says: 'Every change and every refusal, with who, when and what.',
      levels: ['view'],
      actions: { export: { needs: 'view', label: 'Export', says: 'Download the log as CSV.' } },
      ceiling: everything(['export'], 'view'),
    },
    jobs: {
      label: 'Jobs',
      one: 'job',
      says: 'Recurring work: when it is due, when it ran and what came of it.',
      levels: ['view'],
      actions: {
        run: {
          needs: 'view',
          label: 'Run now',
          phrase: 'run jobs',
          says: 'Run a job now, without waiting for its schedule.',
        },
      },
      ceiling: everything(['run'], 'view'),
    },
  },
});
