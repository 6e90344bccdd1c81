let waiting: MutationObserver | undefined;

/** Takes the keyboard to the page that was opened: to its heading, as soon as that is there. */
export function focusHeading(): void {
  waiting?.disconnect();
  const from = document.activeElement;
  if (focused()) return;
  waiting = new MutationObserver(() => {
    const movedOn = document.activeElement !== document.body && document.activeElement !== from;
    if (movedOn || focused()) waiting?.disconnect();
  });
  waiting.observe(document.body, { childList: true, subtree: true });
}

function focused(): boolean {
  const heading = document.querySelector('h1');
  heading?.focus({ preventScroll: true });
  return heading !== null;
}
