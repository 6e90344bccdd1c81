import clsx from 'clsx';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { useDisabledReason } from './disabled-reason.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonTone = 'primary' | 'secondary' | 'ghost' | 'danger';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent-solid text-on-accent border-transparent hover:bg-accent-solid-hover',
  secondary: 'bg-surface text-ink border-line-strong/60 hover:bg-hover',
  ghost: 'bg-transparent text-ink border-transparent hover:bg-hover',
  danger: 'bg-danger-solid text-white border-transparent hover:opacity-90',
};

export function buttonClass(tone: ButtonTone = 'secondary', extra?: string): string {
  return clsx(
    'inline-flex min-h-8 items-center justify-center gap-2 rounded-md border px-3 py-1 font-medium no-underline transition-colors',
    'disabled:opacity-55 aria-disabled:opacity-55',
    tones[tone],
    extra,
  );
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  ref?: Ref<HTMLButtonElement>;
  tone?: ButtonTone;
  icon?: ReactNode;
  busy?: boolean;
  /** Keeps the button in reach of the keyboard, but says why it does nothing now. */
  disabledReason?: string | undefined;
};

export function Button({
  tone = 'secondary',
  icon,
  busy = false,
  disabledReason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const inert = busy || disabledReason !== undefined;
  const reason = useDisabledReason(disabledReason);
  const refuse: typeof onClick = (event) => {
    event.preventDefault();
    reason.show(event);
  };
  return (
    <>
      <button
        {...rest}
        type={inert ? 'button' : type}
        className={buttonClass(tone, className)}
        aria-disabled={inert || undefined}
        aria-busy={busy || undefined}
        {...reason.props}
        onClick={inert ? refuse : onClick}
      >
        {busy ? <Spinner /> : icon}
        {children}
      </button>
      {reason.tip}
    </>
  );
}
