/** Relative addresses are measured against this; it never appears anywhere. */
const here = 'https://portal.invalid';
const protocols = ['http:', 'https:', 'mailto:'];

/** `inside`: a page of the portal; `external`: a page elsewhere; neither: somewhere to write to. */
export type Address = { href: string; inside: boolean; external: boolean };

/** An address that a link may lead to: within the portal, on the web, or to write to. Null for everything else. */
export function safeAddress(text: string): Address | null {
  if (!URL.canParse(text, here)) return null;
  const url = new URL(text, here);
  if (!protocols.includes(url.protocol)) return null;
  // A name before the @ makes one address look like another.
  if (url.username !== '' || url.password !== '') return null;
  const inside = url.origin === here;
  // Two slashes in front are another site's address to a browser: `/.//evil.example` is read as `//evil.example`.
  if (inside && url.pathname.startsWith('//')) return null;
  if (inside) return { href: `${url.pathname}${url.search}${url.hash}`, inside, external: false };
  return { href: url.href, inside, external: url.protocol !== 'mailto:' };
}
