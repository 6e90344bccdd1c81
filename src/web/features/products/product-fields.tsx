import type { UseFormReturn } from 'react-hook-form';
import { productTexts } from '../../texts/products.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { FieldGroup } from '../../ui/field-group.tsx';
import { field } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';
import type { ProductValues } from './product-values.ts';

const words = productTexts.fields;
const says = productTexts.form;

export function ProductFields({ form }: { form: UseFormReturn<ProductValues> }) {
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
        <TextField label={words.category} optional {...field(form, 'category')} />
      </FieldGroup>
      <TextareaField label={words.description} optional {...field(form, 'description')} />
      <Checkbox label={says.offer} hint={says.offerHint} {...form.register('active')} />
    </>
  );
}
