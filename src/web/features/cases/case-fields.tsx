import { choicesOf } from '../../records/define-list.ts';
import { caseTexts } from '../../texts/cases.ts';
import { FieldGroup } from '../../ui/field-group.tsx';
import type { Bind } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const words = caseTexts.fields;
const says = caseTexts.form;

const categories = choicesOf(caseTexts.categories)();
const priorities = choicesOf(caseTexts.priorities)();
const visibilities = choicesOf(caseTexts.visibilities)();

type CaseFieldsProps = {
  bind: Bind<'subject' | 'category' | 'priority' | 'visibility'>;
  /** The fields that the reader's role reaches; null: all. */
  allowed: readonly string[] | null;
};

export function CaseFields({ bind, allowed }: CaseFieldsProps) {
  const priority = allowed === null || allowed.includes('priority');
  return (
    <>
      <TextField label={words.subject} {...bind('subject', { required: says.subjectMissing })} />
      <FieldGroup>
        <SelectField label={words.category} options={categories} {...bind('category')} />
        {priority ? <SelectField label={words.priority} options={priorities} {...bind('priority')} /> : null}
      </FieldGroup>
      <SelectField
        label={words.visibility}
        options={visibilities}
        hint={says.visibilityHint}
        {...bind('visibility')}
      />
    </>
  );
}
