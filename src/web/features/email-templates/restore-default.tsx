import { useState } from 'react';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { api } from '../../lib/api.ts';
import { emailTemplateTexts } from '../../texts/email-templates.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

const says = emailTemplateTexts.restore;

type Props = { template: EmailTemplate; onRestored: (template: EmailTemplate) => Promise<unknown> };

export function RestoreDefault({ template, onRestored }: Props) {
  const [open, setOpen] = useState(false);
  const { key, label, version, changed } = template;
  const restore = async () =>
    onRestored(await api('POST /email-templates/:key/restore', { params: { key }, ifMatch: version }));
  return (
    <>
      <Button onClick={() => setOpen(true)} disabledReason={changed ? undefined : says.isDefault}>
        {says.open}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={says.title(label)}
        text={says.text}
        confirmLabel={says.confirm}
        onConfirm={restore}
      />
    </>
  );
}
