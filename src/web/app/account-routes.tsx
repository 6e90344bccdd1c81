import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { rootRoute } from './root-route.tsx';
import { shellRoute } from './shell-route.tsx';

const getParentRoute = () => rootRoute;

/** Pages for people who are not signed in: most are reached from a mail. */
export const publicRoutes = [
  createRoute({
    getParentRoute,
    path: '/sign-in',
    component: lazyPage(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/forgot-password',
    component: lazyPage(() => import('./sign-in/forgot-password-page.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/activate',
    component: lazyPage(() => import('./sign-in/activate-page.tsx'), 'ActivatePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/reset',
    component: lazyPage(() => import('./sign-in/reset-page.tsx'), 'ResetPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/setup',
    component: lazyPage(() => import('./sign-in/setup-page.tsx'), 'SetupPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/confirm-email',
    component: lazyPage(() => import('./sign-in/confirm-email-page.tsx'), 'ConfirmEmailPage'),
  }),
] as const;

export const myProfileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/me',
  component: lazyPage(() => import('./my-profile/my-profile-page.tsx'), 'MyProfilePage'),
});
