import { accessTexts } from '../texts/access.ts';
import { WayBack } from './way-back.tsx';

/** Missing and not visible look the same, on purpose. */
export function NotFound({ within = false }: { within?: boolean }) {
  const Heading = within ? 'h2' : 'h1';
  return (
    <section className="mx-auto my-12 flex max-w-xl flex-col items-center gap-3 p-6 text-center">
      {within ? null : <title>{`${accessTexts.notFoundTitle} · Ambit`}</title>}
      <Heading tabIndex={-1} className="text-lg font-semibold">
        {accessTexts.notFoundTitle}
      </Heading>
      <p className="text-ink-muted">{accessTexts.notFoundText}</p>
      <WayBack />
    </section>
  );
}
