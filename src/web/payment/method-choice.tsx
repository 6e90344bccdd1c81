import type { PaymentMethod } from '../../contract/payment-methods.ts';
import { methodTexts } from '../texts/payment-methods.ts';
import { SelectField, type SelectFieldProps, type SelectOption } from '../ui/select-field.tsx';
import { creditAlone, newMethod } from './chosen-method.ts';
import { methodTitle } from './method-words.ts';

const says = methodTexts.choosing;

type Props = Omit<SelectFieldProps, 'label' | 'options' | 'placeholder'> & {
  methods: readonly PaymentMethod[];
  mayAdd: boolean;
  /** Credit pays a part, and the rest may wait. */
  mayWait: boolean;
};

/** What is charged: the methods of one organization, a new one, or for now nothing. */
export function MethodChoice({ methods, mayAdd, mayWait, ...input }: Props) {
  const options = [
    ...methods.map(optionOf),
    ...(mayAdd ? [{ value: newMethod, label: says.add }] : []),
    ...(mayWait ? [{ value: creditAlone, label: says.wait }] : []),
  ];
  const chosen = methods.find(({ id }) => id === input.value);
  // Where there is little room, the end of an option is cut off.
  const hint = chosen?.last_attempt === 'declined' ? says.declinedHint : undefined;
  return (
    <SelectField label={says.label} placeholder={says.choose} options={options} hint={hint} {...input} />
  );
}

function optionOf(method: PaymentMethod): SelectOption {
  const title = methodTitle(method);
  return { value: method.id, label: noteOn(method)(title), disabled: method.expired };
}

/** What its payer should know before it is charged comes before what it is otherwise. */
function noteOn({ expired, last_attempt, is_default }: PaymentMethod): (title: string) => string {
  if (expired) return says.expired;
  if (last_attempt === 'declined') return says.declined;
  return is_default ? says.isDefault : (title) => title;
}
