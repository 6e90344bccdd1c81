import { useId } from 'react';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import { emailTemplateTexts as texts } from '../../texts/email-templates.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';

type Props = { variables: EmailTemplate['variables']; onInsert: (name: string) => void };

/** What the mail can say, each with a button that puts it into the words. */
export function VariableList({ variables, onInsert }: Props) {
  const titleId = useId();
  const says = texts.form;
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-2 border-t border-line pt-3">
      <h2 id={titleId} className="font-semibold">
        {says.variables}
      </h2>
      <p className="text-ink-muted">{says.variablesText}</p>
      <ul className="flex flex-col divide-y divide-line">
        {variables.map(({ name, says: sentence, sample, required }) => (
          <li key={name} className="flex flex-col items-start gap-1 py-2">
            <span className="flex flex-wrap items-center gap-2">
              <Button onClick={() => onInsert(name)} aria-label={says.insert(name)}>
                <code>{`{{${name}}}`}</code>
              </Button>
              {required ? <Badge tone="warning">{says.required}</Badge> : null}
            </span>
            <span>{sentence}</span>
            <span className="text-xs whitespace-pre-line wrap-anywhere text-ink-muted">
              {says.sample(sample)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
