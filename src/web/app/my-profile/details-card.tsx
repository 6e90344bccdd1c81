import { useForm } from 'react-hook-form';
import { useAccess } from '../../access/use-access.ts';
import { useSession } from '../../access/use-session.ts';
import { api, type Output } from '../../lib/api.ts';
import { queryClient } from '../../lib/query-client.ts';
import { myProfileTexts } from '../../texts/my-profile.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Form, field } from '../../ui/form.tsx';
import { MailAddress } from '../../ui/mail-address.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

export function DetailsCard({ me }: { me: Output<'GET /me'> }) {
  const { organization_name } = useSession();
  const access = useAccess();
  const form = useForm({ defaultValues: { first_name: me.first_name, last_name: me.last_name } });
  const facts = [
    { label: myProfileTexts.email, value: <MailAddress of={me.email} /> },
    { label: myProfileTexts.role, value: access.role_label },
    { label: myProfileTexts.profile, value: access.profile.name },
    ...(organization_name ? [{ label: myProfileTexts.organization, value: organization_name }] : []),
  ];
  const save = async (values: { first_name: string; last_name: string }) => {
    await api('PATCH /me', { body: values });
    form.reset(values);
    toast.success(myProfileTexts.saved);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['me'] }),
      queryClient.invalidateQueries({ queryKey: ['session'] }),
    ]);
  };
  return (
    <Card title={myProfileTexts.details}>
      <DescriptionList facts={facts} />
      <Form form={form} onSubmit={save} className="mt-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={myProfileTexts.firstName}
            autoComplete="given-name"
            {...field(form, 'first_name', { required: myProfileTexts.firstNameMissing })}
          />
          <TextField
            label={myProfileTexts.lastName}
            autoComplete="family-name"
            {...field(form, 'last_name', { required: myProfileTexts.lastNameMissing })}
          />
        </div>
        <div>
          <Button type="submit" tone="primary" busy={form.formState.isSubmitting}>
            {myProfileTexts.saveDetails}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
