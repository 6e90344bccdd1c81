/** Relative addresses are measured against this; it never appears anywhere. */
const here = 'https://portal.invalid';
const protocols = ['http:', 'https:', 'mailto:'];

export type Address = { href: string; external: boolean };

/** An address that a link may lead to: within the portal, on the web, or to write to. Null for everything else. */
export function safeAddress(text: string): Address | null {
  if (!URL.canParse(text, here)) return null;
  const url = new URL(text, here);
  if (!protocols.includes(url.protocol)) return null;
  // A name before the @ makes one address look like another.
  if (url.username !== '' || url.password !== '') return null;
  // Two slashes in front are another site's address to a browser: `/.//evil.example` is read as `//evil.example`.
  if (url.origin === here && url.pathname.startsWith('//')) return null;
  if (url.origin === here) return { href: `${url.pathname}${url.search}${url.hash}`, external: false };
  return { href: url.href, external: url.protocol !== 'mailto:' };
}
