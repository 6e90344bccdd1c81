/** Pixels between a tip and what it is about, and between a tip and the edge of the window. */
const gap = 4;
const edge = 8;

/** Above what it is about, where a finger does not cover it; below when there is no room. */
function place(tip: HTMLElement, about: HTMLElement): void {
  const at = about.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - width - edge;
  const left = Math.max(edge, Math.min(at.left + (at.width - width) / 2, rightmost));
  const above = at.top - height - gap;
  tip.style.left = `${left}px`;
  tip.style.top = `${above < edge ? at.bottom + gap : above}px`;
}

/**
 * Shows a tip beside what it is about until the function that it gives is called. It asks for that on Escape, which
 * then closes nothing else, as the dialog around it, and on a press elsewhere.
 */
export function showBeside(tip: HTMLElement, about: HTMLElement, onClose: () => void): () => void {
  const showing = new AbortController();
  const { signal } = showing;
  const follow = () => place(tip, about);
  const type = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const press = ({ target }: PointerEvent) => {
    if (!(target instanceof Node && (about.contains(target) || tip.contains(target)))) onClose();
  };
  const sizes = new ResizeObserver(follow);
  tip.showPopover();
  follow();
  sizes.observe(tip);
  window.addEventListener('scroll', follow, { capture: true, passive: true, signal });
  window.addEventListener('resize', follow, { signal });
  window.addEventListener('keydown', type, { capture: true, signal });
  window.addEventListener('pointerdown', press, { capture: true, signal });
  return () => {
    showing.abort();
    sizes.disconnect();
    if (tip.matches(':popover-open')) tip.hidePopover();
  };
}
