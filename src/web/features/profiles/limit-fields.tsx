import { useState } from 'react';
import { minorDigits } from '../../../contract/minor-digits.ts';
import { profileTexts } from '../../texts/profiles.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Limits } from './draft.ts';

type LimitFieldsProps = { limits: Limits; readOnly: boolean; onChange: (limits: Limits) => void };

/** The most that an action may amount to, per currency. */
export function LimitFields({ limits, readOnly, onChange }: LimitFieldsProps) {
  const [code, setCode] = useState('');
  const currency = code.trim().toUpperCase();
  const addable = /^[A-Z]{3}$/.test(currency) && !(currency in limits);
  const add = () => {
    if (!addable) return;
    onChange({ ...limits, [currency]: 0 });
    setCode('');
  };
  return (
    <div className="mt-2 flex flex-col gap-2">
      <p className="text-xs text-ink-muted">{profileTexts.limitSays}</p>
      {Object.entries(limits).map(([each, minor]) => (
        <TextField
          key={each}
          label={profileTexts.limit(each)}
          type="number"
          min={0}
          step={1 / 10 ** minorDigits(each)}
          readOnly={readOnly}
          value={minor / 10 ** minorDigits(each)}
          onChange={(event) => onChange({ ...limits, [each]: toMinor(event.target.value, each) })}
        />
      ))}
      {readOnly ? null : (
        <div className="flex items-end gap-2">
          <TextField
            label={profileTexts.addCurrency}
            maxLength={3}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button onClick={add}>{profileTexts.addLimit}</Button>
        </div>
      )}
    </div>
  );
}

function toMinor(text: string, currency: string): number {
  const amount = Number(text);
  return Number.isFinite(amount) && amount > 0 ? Math.round(amount * 10 ** minorDigits(currency)) : 0;
}
