import { useForm } from 'react-hook-form';
import { profileTexts } from '../../texts/profiles.ts';
import { uiTexts } from '../../texts/ui.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, field } from '../../ui/form.tsx';
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
    <Dialog
      open
      onClose={onClose}
      title={profileTexts.renameTitle}
      dirty={form.formState.isDirty}
      footer={
        <>
          <Button onClick={onClose}>{uiTexts.cancel}</Button>
          <Button tone="primary" type="submit" form="rename-profile">
            {profileTexts.renameDone}
          </Button>
        </>
      }
    >
      <Form id="rename-profile" form={form} onSubmit={keep} warnUnsaved={false}>
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
      </Form>
    </Dialog>
  );
}
