import type { List, ListItem, Nodes } from 'mdast';
import type { ReactNode } from 'react';
import { keyed } from './keyed.ts';

export type RenderInline = (nodes: readonly Nodes[]) => ReactNode;
/** How lines are shown, and by how much headings are moved. */
type Ways = { inline: RenderInline; shift: number };
type Props = Ways & { nodes: readonly Nodes[] };

/** Paragraphs, headings, lists and what else stands on lines of its own. */
export function Blocks({ nodes, ...ways }: Props) {
  return keyed(nodes).map(({ key, node }) => <Block key={key} node={node} {...ways} />);
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

function Block({ node, ...ways }: Ways & { node: Nodes }): ReactNode {
  const { inline, shift } = ways;
  switch (node.type) {
    case 'paragraph':
      return <p>{inline(node.children)}</p>;
    case 'heading': {
      const Heading = headings[node.depth + shift - 2] ?? 'h6';
      return <Heading>{inline(node.children)}</Heading>;
    }
    case 'list':
      return <ListBlock list={node} {...ways} />;
    case 'blockquote':
      return (
        <blockquote>
          <Blocks nodes={node.children} {...ways} />
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

function ListBlock({ list, ...ways }: Ways & { list: List }) {
  const spread = list.spread === true || list.children.some((item) => item.spread === true);
  const items = keyed(list.children).map(({ key, node }) => (
    <li key={key}>
      <Item item={node} spread={spread} {...ways} />
    </li>
  ));
  return list.ordered ? <ol start={list.start ?? 1}>{items}</ol> : <ul>{items}</ul>;
}

/** In a list without blank lines the words stand beside the bullet, not in paragraphs. */
function Item({ item, spread, ...ways }: Ways & { item: ListItem; spread: boolean }) {
  return keyed(item.children).map(({ key, node }) =>
    node.type === 'paragraph' && !spread ? (
      <span key={key}>{ways.inline(node.children)}</span>
    ) : (
      <Block key={key} node={node} {...ways} />
    ),
  );
}
