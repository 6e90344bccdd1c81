import { lazy } from 'react';

// Each part of a hub is fetched when it is opened: the first page stays light.

export const MyAccount = lazy(() =>
  import('./my-account.tsx').then((module) => ({ default: module.MyAccount })),
);
export const MySubscriptions = lazy(() =>
  import('./my-subscriptions.tsx').then((module) => ({ default: module.MySubscriptions })),
);
export const CustomerAccounts = lazy(() =>
  import('./customer-accounts.tsx').then((module) => ({ default: module.CustomerAccounts })),
);
export const BookOfBusiness = lazy(() =>
  import('./customer-accounts.tsx').then((module) => ({ default: module.BookOfBusiness })),
);
export const AccountExecutives = lazy(() =>
  import('./account-executives.tsx').then((module) => ({ default: module.AccountExecutives })),
);
export const AllSubscriptions = lazy(() =>
  import('./sales-lists.tsx').then((module) => ({ default: module.AllSubscriptions })),
);
export const AllInvoices = lazy(() =>
  import('./sales-lists.tsx').then((module) => ({ default: module.AllInvoices })),
);
