import type { Definition, Image, Nodes } from 'mdast';
import type { ReactNode } from 'react';
import { linkClass } from '../ui/text-link.tsx';
import { useFollowing } from './follow.ts';
import { keyed } from './keyed.ts';
import { safeAddress } from './safe-address.ts';

export type Definitions = ReadonlyMap<string, Definition>;
type Props = { nodes: readonly Nodes[]; definitions: Definitions };

/** The parts of a line. */
export function Inline({ nodes, definitions }: Props) {
  return keyed(nodes).map(({ key, node }) => <Part key={key} node={node} definitions={definitions} />);
}

function Part({ node, definitions }: { node: Nodes; definitions: Definitions }): ReactNode {
  const inside = 'children' in node ? <Inline nodes={node.children} definitions={definitions} /> : null;
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'emphasis':
      return <em>{inside}</em>;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return <Anchor to={node.url}>{inside}</Anchor>;
    case 'linkReference':
      return <Anchor to={definitions.get(node.identifier)?.url}>{inside}</Anchor>;
    case 'image':
      return <Picture url={node.url} alt={node.alt} />;
    case 'imageReference':
      return <Picture url={definitions.get(node.identifier)?.url} alt={node.alt} />;
    default:
      return inside;
  }
}

/** Words without a link where the address is not one to follow. */
function Anchor({ to, children }: { to: string | undefined; children: ReactNode }) {
  const address = to === undefined ? null : safeAddress(to);
  if (address === null) return children;
  if (address.inside) return <PageLink href={address.href}>{children}</PageLink>;
  const elsewhere = address.external ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {};
  return (
    <a href={address.href} className={linkClass} {...elsewhere}>
      {children}
    </a>
  );
}

function PageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={linkClass} onClick={useFollowing(href)}>
      {children}
    </a>
  );
}

/** Images would have to come from elsewhere, which the page's own policy forbids: a link says where it is. */
function Picture({ url, alt }: { url: string | undefined; alt: Image['alt'] }) {
  return <Anchor to={url}>{alt || url}</Anchor>;
}
