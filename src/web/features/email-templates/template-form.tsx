import { useWatch } from 'react-hook-form';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { api } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { emailTemplateTexts as texts } from '../../texts/email-templates.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Form, field } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TextareaField } from '../../ui/textarea-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { MailPreview } from './mail-preview.tsx';
import { RestoreDefault } from './restore-default.tsx';
import { SendTest } from './send-test.tsx';
import type { TemplateValues } from './template-values.ts';
import { useInsertion } from './use-insertion.ts';
import { VariableList } from './variable-list.tsx';

const valuesOf = ({ subject, body, active }: EmailTemplate): TemplateValues => ({ subject, body, active });

type Props = { template: EmailTemplate; onSaved: (template: EmailTemplate) => void };

/** Words on one side, on the other the mail as it would arrive. */
export function TemplateForm({ template, onSaved }: Props) {
  const params = { key: template.key };
  const done = async (after: EmailTemplate, said: string) => {
    toast.success(said);
    onSaved(after);
    await queryClient.invalidateQueries({ queryKey: ['email-templates'] });
  };
  const { form, submit, conflict } = useVersionedForm<EmailTemplate, TemplateValues>({
    row: template,
    valuesOf,
    load: () => api('GET /email-templates/:key', { params }),
    save: async (body, { version }) =>
      done(await api('PATCH /email-templates/:key', { params, body, ifMatch: version }), texts.form.saved),
  });
  const { remember, insert } = useInsertion(form);
  const [subject, body] = useWatch({ control: form.control, name: ['subject', 'body'] });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <Form form={form} onSubmit={submit}>
        <VersionConflict conflict={conflict} labels={texts.fields} />
        <TextField
          label={texts.fields.subject}
          autoComplete="off"
          onFocus={remember}
          {...field(form, 'subject', { required: texts.form.subjectMissing })}
        />
        <TextareaField
          label={texts.fields.body}
          rows={16}
          onFocus={remember}
          {...field(form, 'body', { required: texts.form.bodyMissing })}
        />
        <Activity template={template} register={form.register('active')} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
            {texts.form.save}
          </Button>
          <SendTest template={template} words={{ subject, body }} />
          <RestoreDefault template={template} onRestored={(after) => done(after, texts.restore.done)} />
        </div>
        <VariableList variables={template.variables} onInsert={insert} />
      </Form>
      <MailPreview template={template} words={{ subject, body }} />
    </div>
  );
}

type ActivityProps = { template: EmailTemplate; register: object };

function Activity({ template, register }: ActivityProps) {
  if (!template.optional) return <p className="text-ink-muted">{texts.form.always}</p>;
  return <Checkbox label={texts.form.active} hint={texts.form.activeHint} {...register} />;
}
