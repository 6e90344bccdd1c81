import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSession } from '../access/use-session.ts';
import { showIn } from '../lib/format.ts';
import { shellTexts } from '../texts/shell.ts';
import { uiTexts } from '../texts/ui.ts';
import { ActingFor } from './acting-for.tsx';
import { sayNotice } from './draw-anew.ts';
import { Header } from './header.tsx';
import { Sidebar } from './sidebar.tsx';
import { usePaletteKey } from './use-palette-key.ts';

const loadPalette = () => import('./command-palette.tsx');
const CommandPalette = lazy(() => loadPalette().then((module) => ({ default: module.CommandPalette })));

const NavigationDrawer = lazy(() =>
  import('./navigation-drawer.tsx').then((module) => ({ default: module.NavigationDrawer })),
);
const LoginAsBanner = lazy(() =>
  import('./login-as-banner.tsx').then((module) => ({ default: module.LoginAsBanner })),
);

/** After the page itself, so that the first letters typed into the palette are not lost. */
function usePaletteAtHand(): void {
  useEffect(() => {
    // Without it the palette loads when it is first opened.
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), 1000);
    return () => clearTimeout(timer);
  }, []);
}

/** What this browser kept before the server did becomes the reader's own; never somebody else's. */
function useLocalViews(inside: boolean): void {
  useEffect(() => {
    if (inside || !Object.keys(localStorage).some((key) => /^ambit\.(views|columns)\./.test(key))) return;
    // Tried again with the next page that is loaded.
    void import('../records/local-views.ts')
      .then((module) => module.takeOverLocalViews())
      .catch(() => undefined);
  }, [inside]);
}

export function Shell() {
  const { time_zone, formats, login_as } = useSession();
  // Before anything below is drawn.
  showIn({ timeZone: time_zone, locale: formats ?? undefined });
  const palette = usePaletteKey();
  usePaletteAtHand();
  useEffect(sayNotice, []);
  useLocalViews(login_as !== null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // Where the drawer was opened: arriving anywhere else closes it.
  const [navigatingAt, setNavigatingAt] = useState<string | null>(null);
  if (navigatingAt !== null && navigatingAt !== path) setNavigatingAt(null);
  // Fetched when it is first opened, and kept: wide windows never need it.
  const [drawer, setDrawer] = useState(false);
  const openNavigation = () => {
    setDrawer(true);
    setNavigatingAt(path);
  };
  return (
    <>
      <Inside />
      <div className="min-h-dvh md:grid md:grid-cols-[14rem_minmax(0,1fr)]">
        <a
          href="#content"
          className="fixed start-2 top-2 z-60 -translate-y-16 rounded-md bg-accent-solid px-3 py-1 text-on-accent focus:translate-y-0"
        >
          {shellTexts.skip}
        </a>
        <aside className="sticky top-(--banner-height) hidden h-[calc(100dvh-var(--banner-height))] overflow-y-auto border-e border-line bg-surface md:block">
          <Sidebar />
        </aside>
        {drawer ? (
          <Suspense fallback={null}>
            <NavigationDrawer open={navigatingAt === path} onClose={() => setNavigatingAt(null)} />
          </Suspense>
        ) : null}
        <div className="min-w-0">
          <Header onOpenNavigation={openNavigation} onOpenPalette={() => palette.setOpen(true)} />
          <ActingFor />
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
    </>
  );
}

/** Before everything else in the page, the way to the content included. */
function Inside() {
  const inside = useSession().login_as;
  if (!inside) return null;
  return (
    <Suspense fallback={null}>
      <LoginAsBanner actor={inside.actor_name} />
    </Suspense>
  );
}
