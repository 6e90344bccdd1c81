import { choicesOf } from '../../records/define-list.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import type { Bind } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ContactValues } from './contact-values.ts';

const words = contactTexts.fields;
const says = contactTexts.form;

const kindChoices = choicesOf(contactTexts.kinds)();

export function ContactFields({ bind }: { bind: Bind<keyof ContactValues> }) {
  return (
    <FieldGroup>
      <TextField label={words.first_name} {...bind('first_name', { required: says.firstNameMissing })} />
      <TextField label={words.last_name} {...bind('last_name', { required: says.lastNameMissing })} />
      <TextField label={words.email} type="email" optional {...bind('email')} />
      <TextField label={words.phone} type="tel" optional {...bind('phone')} />
      <TextField label={words.job_title} optional {...bind('job_title')} />
      <SelectField label={words.kind} options={kindChoices} hint={says.kindHint} {...bind('kind')} />
    </FieldGroup>
  );
}
