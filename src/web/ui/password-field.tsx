import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { controlClass, Field } from './field.tsx';
import { IconButton } from './icon-button.tsx';
import type { TextFieldProps } from './text-field.tsx';

export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { label, hint, error, optional, labelHidden, fieldClassName, className, id, ...input } = props;
  const [shown, setShown] = useState(false);
  const field = { label, hint, error, optional, labelHidden, fieldClassName };
  return (
    <Field {...field} id={id}>
      {(control) => (
        <span className="relative block">
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            className={`${controlClass} pe-9`}
          />
          <IconButton
            label={shown ? uiTexts.hidePassword : uiTexts.showPassword}
            icon={shown ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
            onClick={() => setShown(!shown)}
            className="absolute end-0 top-0"
          />
        </span>
      )}
    </Field>
  );
}
