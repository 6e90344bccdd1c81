import { methodTexts } from '../texts/payment-methods.ts';
import { FieldGroup } from '../ui/field-group.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { EntryProps } from './entry-fields.tsx';

const says = methodTexts.adding;
const digits = { inputMode: 'numeric', autoComplete: 'off' } as const;

export function NumberFields({ kind, bind }: EntryProps) {
  switch (kind) {
    case 'card':
      return <CardFields bind={bind} />;
    case 'ach':
      return (
        <FieldGroup>
          <TextField label={says.routing} {...digits} {...bind('routing')} />
          <TextField label={says.account} {...digits} {...bind('account')} />
        </FieldGroup>
      );
    case 'bank_transfer':
      return <TextField label={says.iban} autoComplete="off" spellCheck={false} {...bind('iban')} />;
  }
}

function CardFields({ bind }: Pick<EntryProps, 'bind'>) {
  return (
    <>
      <TextField label={says.number} {...digits} autoComplete="cc-number" {...bind('number')} />
      <FieldGroup>
        <TextField label={says.expiry} hint={says.expiryHint} autoComplete="cc-exp" {...bind('expiry')} />
        <TextField label={says.code} {...digits} autoComplete="cc-csc" {...bind('code')} />
      </FieldGroup>
    </>
  );
}
