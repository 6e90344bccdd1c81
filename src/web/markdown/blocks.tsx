import type { List, ListItem, Nodes } from 'mdast';
import type { ReactNode } from 'react';
import { keyed } from './keyed.ts';

export type RenderInline = (nodes: readonly Nodes[]) => ReactNode;
type Props = { nodes: readonly Nodes[]; inline: RenderInline };

/** Paragraphs, headings, lists and what else stands on lines of its own. */
export function Blocks({ nodes, inline }: Props) {
  return keyed(nodes).map(({ key, node }) => <Block key={key} node={node} inline={inline} />);
}

/** Below the one h1 that the page has. */
const headings = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5', 5: 'h6', 6: 'h6' } as const;

function Block({ node, inline }: { node: Nodes; inline: RenderInline }): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p>{inline(node.children)}</p>;
    case 'heading': {
      const Heading = headings[node.depth];
      return <Heading>{inline(node.children)}</Heading>;
    }
    case 'list':
      return <ListBlock list={node} inline={inline} />;
    case 'blockquote':
      return (
        <blockquote>
          <Blocks nodes={node.children} inline={inline} />
        </blockquote>
      );
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'html':
      return <p>{node.value}</p>;
    case 'thematicBreak':
      return <hr />;
    default:
      return null;
  }
}

function ListBlock({ list, inline }: { list: List; inline: RenderInline }) {
  const spread = list.spread === true || list.children.some((item) => item.spread === true);
  const items = keyed(list.children).map(({ key, node }) => (
    <li key={key}>
      <Item item={node} spread={spread} inline={inline} />
    </li>
  ));
  return list.ordered ? <ol start={list.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

/** In a list without blank lines the words stand beside the bullet, not in paragraphs. */
function Item({ item, spread, inline }: { item: ListItem; spread: boolean; inline: RenderInline }) {
  return keyed(item.children).map(({ key, node }) =>
    node.type === 'paragraph' && !spread ? (
      <span key={key}>{inline(node.children)}</span>
    ) : (
      <Block key={key} node={node} inline={inline} />
    ),
  );
}
