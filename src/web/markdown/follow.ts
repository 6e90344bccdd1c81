import { createContext, type MouseEvent, useContext } from 'react';

/** Goes to an address of the portal without loading the page anew. */
export type Follow = (href: string) => unknown;

export const FollowContext = createContext<Follow | undefined>(undefined);

/** Files come from the API: the browser fetches them itself. */
const isPage = (href: string) => !href.startsWith('/api/');

/** What a click on a link within the portal does; one that asks for a window of its own is left to the browser. */
export function useFollowing(href: string) {
  const follow = useContext(FollowContext);
  return (event: MouseEvent) => {
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!follow || !plain || !isPage(href)) return;
    event.preventDefault();
    follow(href);
  };
}
