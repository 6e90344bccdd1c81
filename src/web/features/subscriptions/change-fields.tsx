import type { Subscription } from '../../../contract/subscriptions.ts';
import type { ChangeTiming } from '../../../contract/timings.ts';
import { useCan } from '../../access/use-can.tsx';
import type { ErrorOf } from '../../bookings/preview-failure.tsx';
import { QuantityField } from '../../bookings/quantity-field.tsx';
import { planOption, usePlans } from '../../bookings/use-plans.ts';
import { planPrice } from '../../commerce/plan-price.ts';
import { oneOf } from '../../lib/url-search.ts';
import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { timingsOf } from './timing-of.ts';

const says = subscriptionTexts.change;

export type ChangeValues = { planVersionId: string; quantity: string; when: ChangeTiming };

type ChangeFieldsProps = {
  row: Subscription;
  values: ChangeValues;
  onChange: (values: ChangeValues) => void;
  errorOf: ErrorOf;
};

export function ChangeFields({ row, values, onChange, errorOf }: ChangeFieldsProps) {
  const { options, chosen } = usePlanChoices(row, values.planVersionId);
  const timings = timingsOf(row);
  return (
    <>
      <SelectField
        label={says.plan}
        options={options}
        value={values.planVersionId}
        onChange={(event) => onChange({ ...values, planVersionId: event.target.value })}
        error={errorOf('plan_version_id')}
      />
      <FieldGroup>
        <QuantityField
          range={chosen}
          value={values.quantity}
          onChange={(event) => onChange({ ...values, quantity: event.target.value })}
          error={errorOf('quantity')}
        />
        <SelectField
          label={says.when}
          options={timings.map((value) => ({ value, label: says.timings[value] }))}
          value={values.when}
          onChange={(event) =>
            onChange({ ...values, when: oneOf(event.target.value, timings) ?? values.when })
          }
          error={errorOf('when')}
        />
      </FieldGroup>
    </>
  );
}

/** The plan as it is now, at its own price, then the others of its product. */
function usePlanChoices({ plan, currency }: Subscription, versionId: string) {
  const enabled = useCan('products.view');
  const { data } = usePlans({ currency, product_id: plan.product.id, enabled });
  const others = (data?.items ?? []).filter((one) => one.version_id !== plan.version_id);
  const name = subscriptionTexts.planOf(plan.product.name, plan.name);
  const now = { value: plan.version_id, label: says.kept(name, planPrice({ ...plan, currency })) };
  return {
    options: [now, ...others.map(planOption)],
    chosen: others.find((one) => one.version_id === versionId) ?? plan,
  };
}
