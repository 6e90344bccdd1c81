import { type FocusEvent, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { TemplateValues } from './template-values.ts';

type Writing = HTMLInputElement | HTMLTextAreaElement;

/** Puts a variable where the reader was writing last, and the cursor behind it; at first that is the end of the text. */
export function useInsertion(form: UseFormReturn<TemplateValues>) {
  const last = useRef<Writing | null>(null);
  const remember = (event: FocusEvent<Writing>) => {
    last.current = event.target;
  };
  const insert = (name: string) => {
    const target = last.current;
    const field = target?.name === 'subject' ? 'subject' : 'body';
    const text = form.getValues(field);
    const start = target?.selectionStart ?? text.length;
    const end = target?.selectionEnd ?? start;
    const put = `{{${name}}}`;
    form.setValue(field, `${text.slice(0, start)}${put}${text.slice(end)}`, { shouldDirty: true });
    form.setFocus(field);
    // The browser moves the cursor to the end when the value is set.
    requestAnimationFrame(() => target?.setSelectionRange(start + put.length, start + put.length));
  };
  return { remember, insert };
}
