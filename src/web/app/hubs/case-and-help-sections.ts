import { lazy } from 'react';
import { hubTexts } from '../../texts/hubs.ts';
import type { HubSection } from './hub-section.ts';

const load = () => import('./case-and-help-lists.tsx');

/** The cases that a hub shows; fetched when they are opened. */
export const casesSection = {
  key: 'cases',
  permission: 'cases.view',
  content: lazy(() => load().then(({ Cases }) => ({ default: Cases }))),
} as const;

export const helpSection: HubSection = {
  key: 'help',
  label: hubTexts.help,
  permission: 'articles.view',
  content: lazy(() => load().then(({ Help }) => ({ default: Help }))),
};
