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
  return <SelectField label={says.label} placeholder={says.choose} options={options} {...input} />;
}

function optionOf(method: PaymentMethod): SelectOption {
  const title = methodTitle(method);
  const label = method.expired ? says.expired(title) : method.is_default ? says.isDefault(title) : title;
  return { value: method.id, label, disabled: method.expired };
}
