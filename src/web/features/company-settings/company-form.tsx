import { useState } from 'react';
import { anyFormat, formats } from '../../../contract/formats.ts';
import { api, type Body, type Output } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { currencyChoices } from '../../lib/regions.ts';
import { oneOf } from '../../lib/url-search.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { companyTexts as texts } from '../../texts/company-settings.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form, field } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { VersionConflict } from '../../ui/version-conflict.tsx';
import { languageOptions, timeZoneOptions } from './company-choices.ts';

type Settings = Output<'GET /company-settings'>;
type Changes = Body<'PATCH /company-settings'>;

const labels = {
  name: texts.name,
  currency: texts.currency,
  time_zone: texts.timeZone,
  language: texts.language,
  support_email: texts.supportEmail,
};

function valuesOf(settings: Settings) {
  const { name, currency, time_zone, language } = settings;
  return { name, currency, time_zone, language, support_email: settings.support_email ?? '' };
}

type Values = ReturnType<typeof valuesOf>;

function bodyOf({ support_email, language, ...others }: Partial<Values>): Changes {
  const chosen = oneOf(language, [anyFormat, ...formats]);
  const rest = chosen ? { ...others, language: chosen } : others;
  return support_email === undefined ? rest : { ...rest, support_email: support_email.trim() || null };
}

/** Starts anew from what was saved, so that the next change is made from that version. */
export function CompanyForm({ settings }: { settings: Settings }) {
  const [saved, setSaved] = useState(settings);
  return <SettingsForm key={saved.version} settings={saved} onSaved={setSaved} />;
}

type FormProps = { settings: Settings; onSaved: (settings: Settings) => void };

function SettingsForm({ settings, onSaved }: FormProps) {
  const { form, submit, conflict } = useVersionedForm({
    row: settings,
    valuesOf,
    load: () => api('GET /company-settings'),
    save: async (changes: Partial<Values>, base) => {
      const after = await api('PATCH /company-settings', { body: bodyOf(changes), ifMatch: base.version });
      toast.success(texts.saved);
      onSaved(after);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['company-settings'] }),
        queryClient.invalidateQueries({ queryKey: ['session'] }),
      ]);
    },
  });
  return (
    <Card className="max-w-2xl">
      <Form form={form} onSubmit={submit}>
        <VersionConflict conflict={conflict} labels={labels} />
        <TextField
          label={labels.name}
          hint={texts.nameHint}
          autoComplete="organization"
          {...field(form, 'name', { required: texts.nameMissing })}
        />
        <SelectField
          label={labels.currency}
          options={currencyChoices(settings.currency)}
          {...field(form, 'currency', { required: texts.currencyMissing })}
        />
        <SelectField
          label={labels.time_zone}
          hint={texts.timeZoneHint}
          options={timeZoneOptions(settings.time_zone)}
          {...field(form, 'time_zone', { required: texts.timeZoneMissing })}
        />
        <SelectField
          label={labels.language}
          hint={texts.languageHint}
          options={languageOptions}
          {...field(form, 'language')}
        />
        <TextField
          label={labels.support_email}
          hint={texts.supportEmailHint}
          type="email"
          optional
          autoComplete="off"
          {...field(form, 'support_email', {
            pattern: { value: /^\s*(\S+@\S+\.\S+)?\s*$/, message: texts.supportEmailWrong },
          })}
        />
        <div>
          <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
            {texts.save}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
