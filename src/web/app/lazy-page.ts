import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { requireServer } from '../lib/api.ts';

/**
 * A page that is a chunk of its own. One that is gone, as after an update of the server, makes the router load the
 * address anew; without a server that would end in the browser's own error page, so the portal says it itself.
 */
export function lazyPage<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  const whenThere = () =>
    load().catch(async (error: unknown) => {
      await requireServer();
      throw error;
    });
  return lazyRouteComponent(whenThere, name);
}
