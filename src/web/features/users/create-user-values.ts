import type { UseFormReturn } from 'react-hook-form';
import type { Role } from '../../../catalog/roles.ts';
import type { Body } from '../../lib/api.ts';
import { membership } from './use-conferrable.ts';

export type CreateUserValues = {
  role: Role | '';
  profile_id: string;
  first_name: string;
  last_name: string;
  email: string;
  organization_id: string;
  partner_id: string;
  partner_administrator_id: string;
  effective_date_alignment: 'immediate' | 'next_billing_period' | 'end_of_term';
};

export type CreateUserForm = UseFormReturn<CreateUserValues>;

export const emptyUser: CreateUserValues = {
  role: '',
  profile_id: '',
  first_name: '',
  last_name: '',
  email: '',
  organization_id: '',
  partner_id: '',
  partner_administrator_id: '',
  effective_date_alignment: 'immediate',
};

/** Only what the role asks for is sent. */
export function bodyOf(values: CreateUserValues): Body<'POST /users'> {
  const { role, organization_id, partner_id, partner_administrator_id, ...rest } = values;
  if (role === '') throw new Error('A user needs a role');
  const belongs = membership[role];
  return {
    ...rest,
    role,
    ...(belongs === 'organization' ? { organization_id } : {}),
    ...(belongs === 'partner' ? { partner_id } : {}),
    ...(role === 'partner_account_executive' && partner_administrator_id ? { partner_administrator_id } : {}),
  };
}
