import { subscriptionTexts } from '../../texts/subscriptions.ts';
import { TextField } from '../../ui/text-field.tsx';

type ReasonFieldProps = { value: string; onChange: (value: string) => void; error: string | undefined };

export function ReasonField({ value, onChange, error }: ReasonFieldProps) {
  return (
    <TextField
      label={subscriptionTexts.cancel.reason}
      required
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  );
}
