/** Milliseconds in which what was done can still take its own button away. */
const patience = 3000;
/** Milliseconds in which the dialog itself brings the focus back. */
const courtesy = 100;

/** Once a dialog is closed: where what opened it goes, as it does when that was done, the focus stays on the page. */
export function keepFocus(): void {
  const observer = new MutationObserver(() => setTimeout(look, courtesy));
  const timer = setTimeout(() => observer.disconnect(), patience);
  function look() {
    if (document.activeElement !== document.body) return;
    clearTimeout(timer);
    observer.disconnect();
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }
  setTimeout(look, courtesy);
  observer.observe(document.body, { childList: true, subtree: true });
}
