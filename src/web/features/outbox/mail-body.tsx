import { outboxTexts } from '../../texts/outbox.ts';
import { Button } from '../../ui/button.tsx';
import { linkClass } from '../../ui/text-link.tsx';
import { toast } from '../../ui/toast.tsx';

const link = /(https?:\/\/[^\s<>"]+)/;

function linksOf(text: string): readonly string[] {
  return [...new Set(text.split(link).filter((part) => link.test(part)))];
}

async function copy(address: string) {
  try {
    await navigator.clipboard.writeText(address);
    toast.success(outboxTexts.copied);
  } catch {
    toast.failure(outboxTexts.copyFailed);
  }
}

/** A mail as it would have arrived, its links usable. */
export function MailBody({ text }: { text: string }) {
  // The parts of one text never change places.
  const parts = text.split(link).map((part, index) => ({ key: `${index}`, part, isLink: index % 2 === 1 }));
  return (
    <div className="flex flex-col items-start gap-2 py-1">
      <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
        {parts.map(({ key, part, isLink }) =>
          isLink ? (
            <a key={key} href={part} target="_blank" rel="noreferrer" className={linkClass}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
      {linksOf(text).map((address) => (
        <Button key={address} onClick={() => copy(address)}>
          {outboxTexts.copyLink}
        </Button>
      ))}
    </div>
  );
}
