import { type ReactNode, useId } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { Dialog, type DialogProps } from './dialog.tsx';
import { Form } from './form.tsx';

export type FormDialogProps<Values extends FieldValues> = Pick<
  DialogProps,
  'onClose' | 'title' | 'description' | 'size' | 'side'
> & {
  form: UseFormReturn<Values>;
  /** Whatever it throws is shown in the form; nothing typed is lost. */
  onSubmit: (values: Values) => Promise<unknown>;
  /** What the confirming button says: "Add contact", never "OK". */
  submit: string;
  /** Why it can not be submitted yet. */
  disabledReason?: string | undefined;
  /** Off where what was typed is no loss. */
  asksBeforeClosing?: boolean;
  children: ReactNode;
};

/** A form of its own in a dialog: cancel and submit below, a question before typed words are lost, by closing it or by leaving the page. */
export function FormDialog<Values extends FieldValues>(props: FormDialogProps<Values>) {
  const {
    form,
    onSubmit,
    submit,
    disabledReason,
    asksBeforeClosing = true,
    children,
    onClose,
    ...dialog
  } = props;
  const formId = useId();
  const { isDirty, isSubmitting } = form.formState;
  const footer = (
    <>
      <Button onClick={onClose}>{uiTexts.cancel}</Button>
      <Button type="submit" form={formId} tone="primary" busy={isSubmitting} disabledReason={disabledReason}>
        {submit}
      </Button>
    </>
  );
  return (
    <Dialog {...dialog} open onClose={onClose} dirty={asksBeforeClosing && isDirty} footer={footer}>
      <Form id={formId} form={form} onSubmit={onSubmit} warnUnsaved={asksBeforeClosing}>
        {children}
      </Form>
    </Dialog>
  );
}
