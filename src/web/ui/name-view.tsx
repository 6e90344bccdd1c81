import { useForm } from 'react-hook-form';
import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Form, field } from './form.tsx';
import { TextField } from './text-field.tsx';

type NameViewProps = { onClose: () => void; onSave: (name: string) => void };

/** Asks for the name of a view to keep. */
export function NameView({ onClose, onSave }: NameViewProps) {
  const form = useForm({ defaultValues: { name: '' } });
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button type="submit" form="name-view" tone="primary">
        {uiTexts.save}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={uiTexts.saveView}
      description={uiTexts.saveViewText}
      footer={footer}
    >
      <Form
        id="name-view"
        form={form}
        warnUnsaved={false}
        onSubmit={async ({ name }) => {
          onSave(name.trim());
          onClose();
        }}
      >
        <TextField label={uiTexts.viewName} {...field(form, 'name', { required: uiTexts.viewNameMissing })} />
      </Form>
    </Dialog>
  );
}
