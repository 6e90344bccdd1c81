import type { Definition, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { Blocks } from './blocks.tsx';
import { type Follow, FollowContext } from './follow.ts';
import { type Definitions, Inline } from './inline.tsx';
import './markdown.css';

/** Deeper than anybody writes; a text that nests on and on is cut there. */
const deepest = 24;
/** More marks than anybody writes: pairing them would take the browser longer than anybody reads. */
const mostMarks = 4_000;

/**
 * Shows Markdown as elements of its own: no text of it ever becomes HTML. Raw HTML stands there as it was typed,
 * headings begin below the title of the page, and images are links, so that reading tells no other site.
 */
export function Markdown({ text, onFollow }: { text: string; onFollow?: Follow }) {
  const nodes = parsed(text).map((node) => flattened(node, 0));
  const definitions = definitionsIn(nodes);
  return (
    <FollowContext value={onFollow}>
      <div className="markdown">
        <Blocks
          nodes={nodes}
          shift={shiftOf(nodes)}
          inline={(parts) => <Inline nodes={parts} definitions={definitions} />}
        />
      </div>
    </FollowContext>
  );
}

function parsed(text: string): readonly RootContent[] {
  const marks = text.match(/[*_[\]`<>]/g)?.length ?? 0;
  if (marks <= mostMarks) return fromMarkdown(text).children;
  return [{ type: 'paragraph', children: [{ type: 'text', value: text }] }];
}

/** The widest heading of the text comes right below the one h1 that the page has, however it was written. */
function shiftOf(nodes: readonly RootContent[]): number {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  return 2 - Math.min(...depths, 6);
}

function flattened<T extends Nodes>(node: T, depth: number): T {
  if (!('children' in node)) return node;
  if (depth >= deepest) return { ...node, children: [] };
  return { ...node, children: node.children.map((child) => flattened(child, depth + 1)) };
}

/** `[text][name]` finds its address wherever in the text it is defined; the first one counts. */
function definitionsIn(nodes: readonly RootContent[]): Definitions {
  const found = new Map<string, Definition>();
  const look = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) look(child);
  };
  for (const node of nodes) look(node);
  return found;
}
