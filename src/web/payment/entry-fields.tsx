import { choicesOf } from '../records/define-list.ts';
import { methodKinds, methodTexts } from '../texts/payment-methods.ts';
import type { Bind } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { MethodEntry } from './method-entry.ts';
import { NumberFields } from './number-fields.tsx';
import { TestNumbers } from './test-numbers.tsx';

const kindChoices = choicesOf(methodKinds)();

export type EntryProps = { kind: MethodEntry['kind']; bind: Bind<keyof MethodEntry> };

/** A card or account to be added. A real provider puts its own fields in place of the numbers. */
export function EntryFields({ kind, bind }: EntryProps) {
  return (
    <>
      <SelectField label={methodTexts.fields.kind} options={kindChoices} {...bind('kind')} />
      <NumberFields kind={kind} bind={bind} />
      <TextField
        label={methodTexts.adding.holder}
        autoComplete={kind === 'card' ? 'cc-name' : 'name'}
        {...bind('holder')}
      />
      <TestNumbers kind={kind} />
    </>
  );
}
