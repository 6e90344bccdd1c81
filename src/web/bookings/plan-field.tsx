import { bookingTexts } from '../texts/bookings.ts';
import { messageOf } from '../ui/message-of.ts';
import { SelectField, type SelectFieldProps } from '../ui/select-field.tsx';
import { planOption, type usePlans } from './use-plans.ts';

const says = bookingTexts.start;

type PlanFieldProps = Omit<SelectFieldProps, 'options' | 'label' | 'placeholder'> & {
  /** From `usePlans`. Disabled while no organization is chosen, and not while its plans are fetched: the focus may start here. */
  plans: ReturnType<typeof usePlans>;
};

/** Choose one of the plans that are offered; the value is its version. */
export function PlanField({ plans, ...field }: PlanFieldProps) {
  const { data, error } = plans;
  const none = data?.items.length === 0 ? says.noPlans : undefined;
  return (
    <SelectField
      label={says.plan}
      placeholder={field.disabled ? says.planFirst : says.planChoose}
      options={(data?.items ?? []).map(planOption)}
      hint={error ? messageOf(error) : none}
      {...field}
    />
  );
}
