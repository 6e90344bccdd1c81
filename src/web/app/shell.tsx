import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { shellTexts } from '../texts/shell.ts';
import { uiTexts } from '../texts/ui.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Header } from './header.tsx';
import { Sidebar } from './sidebar.tsx';
import { usePaletteKey } from './use-palette-key.ts';

const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = lazy(() => loadPalette().then((module) => ({ default: module.CommandPalette })));

/** After the page itself, so that the first letters typed into the palette are not lost. */
function usePaletteAtHand(): void {
  useEffect(() => {
    // Without it the palette loads when it is first opened.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 1000);
    return () => clearTimeout(timer);
  }, []);
}

export function Shell() {
  const palette = usePaletteKey();
  usePaletteAtHand();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // Where the drawer was opened: arriving anywhere else closes it.
  const [navigatingAt, setNavigatingAt] = useState<string | null>(null);
  if (navigatingAt !== null && navigatingAt !== path) setNavigatingAt(null);
  const closeNavigation = () => setNavigatingAt(null);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[14rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed start-2 top-2 z-60 -translate-y-16 rounded-md bg-accent-solid px-3 py-1 text-on-accent focus:translate-y-0"
      >
        {shellTexts.skip}
      </a>
      <aside className="sticky top-0 hidden h-dvh overflow-y-auto border-e border-line bg-surface md:block">
        <Sidebar />
      </aside>
      <Dialog open={navigatingAt === path} onClose={closeNavigation} title={shellTexts.product} side="start">
        <Sidebar inDrawer />
      </Dialog>
      <div className="min-w-0">
        <Header onOpenNavigation={() => setNavigatingAt(path)} onOpenPalette={() => palette.setOpen(true)} />
        <main id="content" tabIndex={-1} className="mx-auto max-w-7xl px-4 py-4 md:px-6">
          <Suspense fallback={<p className="sr-only">{uiTexts.loading}</p>}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {palette.open ? (
        <Suspense fallback={null}>
          <CommandPalette onClose={() => palette.setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
