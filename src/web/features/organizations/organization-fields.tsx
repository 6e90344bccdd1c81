import { countryChoices, currencyChoices } from '../../lib/regions.ts';
import { organizationTexts } from '../../texts/organizations.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import type { Bind } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DetailValues } from './organization-values.ts';

const words = organizationTexts.fields;
const says = organizationTexts.form;

const addressFields = ['billing_street', 'billing_city', 'billing_region', 'billing_postal_code'] as const;

export type OrganizationFieldsProps = {
  bind: Bind<keyof DetailValues>;
  /** Values that stay on offer even when the lists do not hold them. */
  current: Pick<DetailValues, 'country' | 'currency'>;
  /** The fields the reader's role may change; null: all. */
  allowed: readonly string[] | null;
  /** A new organization may leave out what an existing one always has. */
  isNew?: boolean;
};

export function OrganizationFields({ bind, current, allowed, isNew = false }: OrganizationFieldsProps) {
  const open = (name: keyof DetailValues) => allowed === null || allowed.includes(name);
  const address = addressFields.filter(open);
  return (
    <>
      {open('name') ? (
        <TextField label={words.name} autoComplete="off" {...bind('name', { required: says.nameMissing })} />
      ) : null}
      <FieldGroup>
        {open('email') ? <TextField label={words.email} type="email" optional {...bind('email')} /> : null}
        {open('phone') ? <TextField label={words.phone} type="tel" optional {...bind('phone')} /> : null}
        {open('industry') ? <TextField label={words.industry} optional {...bind('industry')} /> : null}
        {open('source') ? <TextField label={words.source} optional {...bind('source')} /> : null}
      </FieldGroup>
      {address.length > 0 ? (
        <FieldGroup title={says.address}>
          {address.map((name) => (
            <TextField key={name} label={words[name]} optional {...bind(name)} />
          ))}
        </FieldGroup>
      ) : null}
      <TermsFields bind={bind} current={current} open={open} isNew={isNew} />
    </>
  );
}

type TermsProps = Pick<OrganizationFieldsProps, 'bind' | 'current'> & {
  open: (name: keyof DetailValues) => boolean;
  isNew: boolean;
};

function TermsFields({ bind, current, open, isNew }: TermsProps) {
  const days = {
    validate: (text: string) =>
      text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 365) || says.daysWrong,
  };
  return (
    <FieldGroup>
      {open('country') ? (
        <SelectField
          label={words.country}
          optional
          placeholder={says.noCountry}
          options={countryChoices(current.country)}
          {...bind('country')}
        />
      ) : null}
      {open('currency') ? (
        <SelectField
          label={words.currency}
          optional={isNew}
          options={currencyChoices(current.currency)}
          {...(isNew ? { placeholder: says.companyCurrency } : {})}
          {...bind('currency')}
        />
      ) : null}
      {open('payment_terms_days') ? (
        <TextField
          label={words.payment_terms_days}
          inputMode="numeric"
          optional={isNew}
          hint={says.daysHint}
          {...bind('payment_terms_days', days)}
        />
      ) : null}
      {open('customer_since') ? (
        <TextField label={words.customer_since} type="date" optional {...bind('customer_since')} />
      ) : null}
    </FieldGroup>
  );
}
