import type { UseFormReturn } from 'react-hook-form';
import { planPrice } from '../../commerce/plan-price.ts';
import { currencyChoices } from '../../lib/regions.ts';
import { planTexts } from '../../texts/products.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { periodChoices, planChecks } from './plan-checks.ts';
import { type PlanValues, typedPrice } from './plan-values.ts';

const words = planTexts.fields;
const says = planTexts.form;

type PlanForm = UseFormReturn<PlanValues>;

export function PlanFields({ form }: { form: PlanForm }) {
  return (
    <>
      <TextField
        label={words.name}
        autoComplete="off"
        {...field(form, 'name', { required: says.nameMissing })}
      />
      <FieldGroup>
        <TextField
          label={words.code}
          autoComplete="off"
          hint={says.codeHint}
          {...field(form, 'code', { required: says.codeMissing })}
        />
        <TextField
          label={words.rank}
          inputMode="numeric"
          hint={says.rankHint}
          {...field(form, 'rank', { validate: planChecks(form.getValues).count })}
        />
      </FieldGroup>
      <PriceFields form={form} />
      <RangeFields form={form} />
      <Checkbox label={says.active} hint={says.activeHint} {...form.register('active')} />
    </>
  );
}

function PriceFields({ form }: { form: PlanForm }) {
  const checks = planChecks(form.getValues);
  const typed = typedPrice(form.watch());
  return (
    <>
      <FieldGroup title={says.price}>
        <SelectField
          label={words.billing_period}
          options={periodChoices}
          {...field(form, 'billing_period')}
        />
        <SelectField
          label={words.currency}
          placeholder={says.chooseCurrency}
          options={currencyChoices(form.getValues('currency') || null)}
          {...field(form, 'currency', { required: says.currencyMissing })}
        />
        <TextField
          label={words.flat_price}
          optional
          inputMode="decimal"
          hint={says.flatHint}
          {...field(form, 'flat_price', { validate: checks.price })}
        />
        <TextField
          label={words.unit_price}
          optional
          inputMode="decimal"
          hint={says.unitHint}
          {...field(form, 'unit_price', { validate: checks.price })}
        />
        <TextField
          label={words.unit_name}
          hint={says.unitNameHint}
          {...field(form, 'unit_name', { validate: checks.unitName })}
        />
      </FieldGroup>
      <p aria-live="polite" className="text-ink-muted empty:hidden">
        {typed ? says.costs(planPrice(typed)) : null}
      </p>
    </>
  );
}

function RangeFields({ form }: { form: PlanForm }) {
  const checks = planChecks(form.getValues);
  return (
    <FieldGroup title={says.range}>
      <TextField
        label={words.min_quantity}
        inputMode="numeric"
        {...field(form, 'min_quantity', { validate: checks.count })}
      />
      <TextField
        label={words.max_quantity}
        optional
        inputMode="numeric"
        hint={says.maxHint}
        {...field(form, 'max_quantity', { validate: checks.most })}
      />
      <TextField
        label={words.term_months}
        optional
        inputMode="numeric"
        hint={says.termHint}
        {...field(form, 'term_months', { validate: checks.term })}
      />
      <TextField
        label={words.trial_days}
        inputMode="numeric"
        {...field(form, 'trial_days', { validate: checks.trial })}
      />
    </FieldGroup>
  );
}
