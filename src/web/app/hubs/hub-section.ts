import type { ComponentType } from 'react';
import type { Permission } from '../../../catalog/catalog.ts';
import type { Organization } from '../../../contract/organizations.ts';
import { type Access, grants } from '../../access/grants.ts';

/** A part of a hub: one line where it is declared, drawn only where the reader's profile grants its permission. */
export type HubSection = {
  key: string;
  label: string;
  permission: Permission;
} & (
  | {
      /** About the organization that the reader belongs to. */ own: ComponentType<{ account: Organization }>;
    }
  | {
      content: ComponentType /** What the address says when it is opened. */;
      opens?: (userId: string) => Record<string, string>;
    }
);

/** The sections that a reader has; those about their own organization only where they may view it. */
export function sectionsFor(
  sections: readonly HubSection[],
  access: Access,
  account: Organization | null,
): readonly HubSection[] {
  return sections.filter(
    (section) => grants(access, section.permission) && (!('own' in section) || account !== null),
  );
}
