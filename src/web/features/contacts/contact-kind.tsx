import type { Contact } from '../../../contract/contacts.ts';
import { contactTexts } from '../../texts/contacts.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tones.ts';

const tones: Record<Contact['kind'], Tone> = {
  primary: 'accent',
  billing: 'info',
  technical: 'neutral',
  other: 'neutral',
};

export function ContactKind({ kind }: { kind: Contact['kind'] }) {
  return <Badge tone={tones[kind]}>{contactTexts.kinds[kind]}</Badge>;
}
