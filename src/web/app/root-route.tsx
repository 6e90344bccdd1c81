import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from '../access/not-found.tsx';
import { CrashPage } from './crash-page.tsx';
import { RootLayout } from './root-layout.tsx';

export const rootRoute = createRootRoute({
  component: RootLayout,
  notFoundComponent: () => <NotFound />,
  errorComponent: CrashPage,
});
