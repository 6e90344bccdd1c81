import { type UseFormReturn, useController, useForm } from 'react-hook-form';
import { type Format, formats } from '../../../contract/formats.ts';
import { useSession } from '../../access/use-session.ts';
import { api, type Output } from '../../lib/api.ts';
import { formatDateTime } from '../../lib/format.ts';
import {
  companyFormatName,
  distanceOf,
  findZones,
  formatChoices,
  timeZones,
  zoneCalled,
  zoneName,
} from '../../lib/regional-choices.ts';
import { oneOf } from '../../lib/url-search.ts';
import { myProfileTexts as texts } from '../../texts/my-profile.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form, field } from '../../ui/form.tsx';
import { LookupField, type LookupItem } from '../../ui/lookup-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { drawAnew } from '../draw-anew.ts';

/** The zone as it was chosen, or what was typed instead. */
type Values = { language: string; time_zone: string };

function zoneItem(zone: string): LookupItem {
  return { id: zone, name: zoneName(zone), note: distanceOf(zone) };
}

async function save({ language, time_zone }: Values, inUse: string | null): Promise<void> {
  const chosen: Format | null = oneOf(language, formats) ?? null;
  await api('PATCH /me', { body: { language: chosen, time_zone: zoneCalled(time_zone, inUse) ?? null } });
  drawAnew('/me', 'formats');
}

/** How the reader sees dates, numbers and times. The texts themselves are English for everybody. */
export function FormatsCard({ me }: { me: Output<'GET /me'> }) {
  const { company_formats, time_zone } = useSession();
  const form = useForm<Values>({
    defaultValues: { language: me.language ?? '', time_zone: me.time_zone ?? '' },
  });
  const company = companyFormatName(company_formats.language, texts.browserFormats);
  return (
    <Card title={texts.formatsTitle}>
      <Form form={form} onSubmit={(values) => save(values, me.time_zone)}>
        <SelectField
          label={texts.formats}
          hint={texts.formatsHint}
          options={[{ value: '', label: texts.companyFormats(company) }, ...formatChoices]}
          {...field(form, 'language')}
        />
        <ZoneField form={form} inUse={me.time_zone} />
        <p className="text-ink-muted">
          {texts.nowIs(formatDateTime(new Date().toISOString()), zoneName(time_zone))}
        </p>
        <div>
          <Button type="submit" busy={form.formState.isSubmitting}>
            {texts.saveFormats}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

type ZoneFieldProps = { form: UseFormReturn<Values>; inUse: string | null };

/** What is typed counts as well as what is chosen of the list, and is not lost when there is no such zone. */
function ZoneField({ form, inUse }: ZoneFieldProps) {
  const { company_formats } = useSession();
  const known = (name: string) => name.trim() === '' || zoneCalled(name, inUse) !== undefined;
  const { field: zone, fieldState } = useController({
    control: form.control,
    name: 'time_zone',
    rules: { validate: (name) => known(name) || texts.zoneUnknown },
  });
  const chosen = timeZones(inUse).find((one) => one === zone.value);
  const company = zoneName(company_formats.time_zone);
  return (
    <LookupField
      label={texts.timeZone}
      hint={texts.timeZoneHint(company)}
      placeholder={texts.companyZone(company)}
      error={fieldState.error?.message}
      searchKey="time-zones"
      search={async (typed) => ({ items: findZones(typed).map(zoneItem), more: false })}
      value={chosen === undefined ? null : { id: chosen, name: zoneName(chosen) }}
      onChange={(item) => zone.onChange(item?.id ?? '')}
      onTyped={zone.onChange}
      inputRef={zone.ref}
    />
  );
}
