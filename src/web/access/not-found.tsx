import { accessTexts } from '../texts/access.ts';
import { WayBack } from './way-back.tsx';

/** Missing and not visible look the same, on purpose. */
export function NotFound() {
  return (
    <section className="mx-auto my-12 flex max-w-xl flex-col items-center gap-3 p-6 text-center">
      <title>{`${accessTexts.notFoundTitle} · Ambit`}</title>
      <h1 tabIndex={-1} className="text-lg font-semibold">
        {accessTexts.notFoundTitle}
      </h1>
      <p className="text-ink-muted">{accessTexts.notFoundText}</p>
      <WayBack />
    </section>
  );
}
