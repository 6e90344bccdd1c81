import { type UseFormReturn, useForm } from 'react-hook-form';
import type { Body } from '../lib/api.ts';
import type { LookupItem } from '../ui/lookup-field.tsx';

/** What a new subscription takes, as form fields hold it. */
export type StartValues = {
  organization_id: LookupItem | null;
  /** Empty: none chosen. */
  plan_version_id: string;
  quantity: string;
  /** Empty: today. */
  starts_on: string;
  auto_renew: boolean;
  with_trial: boolean;
  bill_to: 'customer' | 'partner';
};

export type StartForm = UseFormReturn<StartValues>;

export function useStartForm(organization: LookupItem | null): StartForm {
  return useForm<StartValues>({
    defaultValues: {
      organization_id: organization,
      plan_version_id: '',
      quantity: '1',
      starts_on: '',
      auto_renew: true,
      with_trial: true,
      bill_to: 'customer',
    },
  });
}

/** As the API takes it, to start a subscription and to draft the order for one. */
export function startBody(values: StartValues): Body<'POST /subscriptions/preview'> & Body<'POST /orders'> {
  const { organization_id, quantity, starts_on, ...rest } = values;
  return {
    ...rest,
    organization_id: organization_id?.id ?? '',
    quantity: Number(quantity),
    starts_on: starts_on || null,
  };
}
