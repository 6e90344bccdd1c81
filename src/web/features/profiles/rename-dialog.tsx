import { useForm } from 'react-hook-form';
import { profileTexts } from '../../texts/profiles.ts';
import { field } from '../../ui/form.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';

type Values = { name: string; description: string };
type RenameDialogProps = { values: Values; onClose: () => void; onKeep: (values: Values) => void };

/** Changes the draft; it is saved with everything else. */
export function RenameDialog({ values, onClose, onKeep }: RenameDialogProps) {
  const form = useForm({ defaultValues: values });
  const keep = async ({ name, description }: Values) => {
    onKeep({ name: name.trim(), description: description.trim() });
    onClose();
  };
  return (
    <FormDialog
      form={form}
      onSubmit={keep}
      onClose={onClose}
      title={profileTexts.renameTitle}
      submit={profileTexts.renameDone}
    >
      <TextField
        label={profileTexts.name}
        maxLength={100}
        {...field(form, 'name', { validate: (name) => name.trim() !== '' || profileTexts.nameMissing })}
      />
      <TextareaField
        label={profileTexts.description}
        optional
        maxLength={500}
        {...field(form, 'description')}
      />
    </FormDialog>
  );
}
