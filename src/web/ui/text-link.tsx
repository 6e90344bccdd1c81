import { createLink } from '@tanstack/react-router';
import clsx from 'clsx';
import type { AnchorHTMLAttributes, Ref } from 'react';
import { type ButtonTone, buttonClass } from './button.tsx';

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

export const linkClass = 'font-medium text-accent underline-offset-2 hover:underline';

function StyledAnchor({ className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={clsx(linkClass, className)}>
      {children}
    </a>
  );
}

function ButtonAnchor({ className, tone, children, ...rest }: AnchorProps & { tone?: ButtonTone }) {
  return (
    <a {...rest} className={buttonClass(tone, className)}>
      {children}
    </a>
  );
}

/** The router's Link, looking like a link. */
export const TextLink = createLink(StyledAnchor);

/** The router's Link, looking like a button. */
export const ButtonLink = createLink(ButtonAnchor);
