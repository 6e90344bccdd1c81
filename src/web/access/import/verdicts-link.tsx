import { apiUrl } from '../../lib/api.ts';
import { importTexts } from '../../texts/import.ts';
import { linkClass } from '../../ui/text-link.tsx';

/** What became of each row of an import, as a file. */
export function VerdictsLink({ id, file }: { id: string; file?: string }) {
  return (
    <a
      href={apiUrl('GET /imports/:id/verdicts.csv', { params: { id } })}
      download={`import-${id}.csv`}
      className={linkClass}
      aria-label={file ? importTexts.downloadOf(file) : undefined}
    >
      {importTexts.download}
    </a>
  );
}
