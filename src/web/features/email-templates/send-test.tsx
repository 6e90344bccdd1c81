import { useState } from 'react';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { useSession } from '../../access/use-session.ts';
import { api } from '../../lib/api.ts';
import { emailTemplateTexts as texts } from '../../texts/email-templates.ts';
import { Button } from '../../ui/button.tsx';
import { messageOf } from '../../ui/message-of.ts';
import { toast } from '../../ui/toast.tsx';
import type { Words } from './mail-preview.tsx';

/** Sends what stands in the form, saved or not, to whoever presses. */
export function SendTest({ template: { key }, words }: { template: EmailTemplate; words: Words }) {
  const { email } = useSession().user;
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { subject, body } = words;
      await api('POST /email-templates/:key/test', { params: { key }, body: { subject, body } });
      toast.success(texts.test.done(email));
    } catch (error) {
      toast.failure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={send}>
      {texts.test.send}
    </Button>
  );
}
