import { useForm } from 'react-hook-form';
import { uiTexts } from '../texts/ui.ts';
import { field } from './form.tsx';
import { FormDialog } from './form-dialog.tsx';
import { TextField } from './text-field.tsx';

type NameViewProps = { onClose: () => void; onSave: (name: string) => Promise<unknown> };

/** Asks for the name of a view to keep. */
export function NameView({ onClose, onSave }: NameViewProps) {
  const form = useForm({ defaultValues: { name: '' } });
  const save = async ({ name }: { name: string }) => {
    await onSave(name.trim());
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={save}
      onClose={onClose}
      title={uiTexts.saveView}
      description={uiTexts.saveViewText}
      submit={uiTexts.save}
      asksBeforeClosing={false}
    >
      <TextField
        label={uiTexts.viewName}
        maxLength={80}
        {...field(form, 'name', { required: uiTexts.viewNameMissing })}
      />
    </FormDialog>
  );
}
