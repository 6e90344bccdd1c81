import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown.tsx';
import { safeAddress } from './safe-address.ts';

function html(text: string): string {
  const shown = renderToStaticMarkup(<Markdown text={text} />);
  return shown.replace(/^<div class="markdown">|<\/div>$/g, '').replaceAll(/ class="[^"]*"/g, '');
}

describe('Markdown', () => {
  it.each([
    ['# Title', '<h2>Title</h2>'],
    ['###### Six', '<h2>Six</h2>'],
    ['## Two\n\n### Three\n\n###### Six', '<h2>Two</h2><h3>Three</h3><h6>Six</h6>'],
    ['# 1\n\n###### 6', '<h2>1</h2><h6>6</h6>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['a  \nb', '<p>a<br/>b</p>'],
    ['**bold** and *em* and `code`', '<p><strong>bold</strong> and <em>em</em> and <code>code</code></p>'],
    ['- a\n- b', '<ul><li><span>a</span></li><li><span>b</span></li></ul>'],
    ['3. c\n\n4. d', '<ol start="3"><li><p>c</p></li><li><p>d</p></li></ol>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['```js\n<b>\n```', '<pre><code>&lt;b&gt;</code></pre>'],
    ['---', '<hr/>'],
    ['Tom &amp; Jerry &copy;', '<p>Tom &amp; Jerry ©</p>'],
    ['[mine](/invoices?status=open)', '<p><a href="/invoices?status=open">mine</a></p>'],
    ['[write](mailto:a@example.com)', '<p><a href="mailto:a@example.com">write</a></p>'],
    [
      '[web](https://example.com)',
      '<p><a href="https://example.com/" target="_blank" rel="noopener noreferrer nofollow">web</a></p>',
    ],
    ['[a][b]\n\n[b]: /help', '<p><a href="/help">a</a></p>'],
  ])('shows %j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('shows an image as a link to it, and loads nothing', () => {
    const shown = html('![A map](https://tracker.example/map.png)');
    expect(shown).toContain('href="https://tracker.example/map.png"');
    expect(shown).toContain('>A map</a>');
    expect(shown).not.toContain('<img');
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <b onclick="alert(1)">b</b>',
  '<iframe src="https://evil.example"></iframe>',
  '<style>body{display:none}</style>',
  '<svg/onload=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](&Tab;javascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](blob:https://example.com/1)',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '![x][y]\n\n[y]: javascript:alert(1)',
  '[x](https://example.com" onmouseover="alert(1))',
  '[x](https://bank.example@evil.example)',
  '[x](/.//evil.example)',
  '[x](x/..//evil.example)',
  '[x](/%2e//evil.example)',
  '[x](https://portal.invalid//evil.example)',
  '[<img src=x onerror=alert(1)>](https://example.com)',
  '# <script>alert(1)</script>',
  '```<script>\n</code></pre><script>alert(1)</script>\n```',
  '- <script>alert(1)</script>',
  '<a href="javascript:alert(1)">x</a>',
  '<!-- --><script>alert(1)</script>',
  '<![CDATA[<script>alert(1)</script>]]>',
];

describe('hostile Markdown', () => {
  it.each(hostile)('%j brings no element, handler or address of its own', (text) => {
    const shown = html(text);
    const tags = [...shown.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
    const allowed = ['p', 'h2', 'ul', 'li', 'span', 'pre', 'code', 'a', 'em', 'strong', 'br'];
    expect(tags.filter((tag) => !allowed.includes(tag ?? ''))).toEqual([]);
    const attributes = [...shown.matchAll(/<[a-z0-9]+((?:\s+[a-z]+="[^"]*")*)\s*\/?>/g)]
      .flatMap(([, list = '']) => [...list.matchAll(/([a-z]+)="/g)])
      .map(([, name]) => name);
    expect(attributes.filter((name) => !['href', 'target', 'rel'].includes(name ?? ''))).toEqual([]);
    for (const [, address = ''] of shown.matchAll(/href="([^"]*)"/g)) {
      expect(address).toMatch(/^(https?:\/\/|mailto:|\/(?!\/))/);
    }
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a'.repeat(10_000)],
    ['as much emphasis as is read at all', '*a **b '.repeat(1_300)],
    ['emphasis in emphasis', `${'*a **a '.repeat(5_000)}${'b** b*'.repeat(5_000)}`],
    ['code', '`'.repeat(20_000)],
    ['quotes', `${'>'.repeat(2_000)} deep`],
    ['lists', Array.from({ length: 200 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['links in links', `${'[a]('.repeat(5_000)}`],
    ['angles', '<'.repeat(20_000)],
  ])('does not hang on %s', (_name, text) => {
    const before = performance.now();
    expect(html(text).length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('addresses', () => {
  it.each([
    ['/invoices', '/invoices'],
    ['invoices', '/invoices'],
    ['#top', '/#top'],
    ['//example.com/x', 'https://example.com/x'],
    ['/\\example.com', 'https://example.com/'],
    ['HTTPS://Example.com', 'https://example.com/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['javascript:alert(1)', undefined],
    [' javascript:alert(1)', undefined],
    ['java\tscript:alert(1)', undefined],
    ['tel:123', undefined],
    ['https://a@b.example', undefined],
    ['http://[', undefined],
  ])('%j leads to %j', (text, href) => {
    expect(safeAddress(text)?.href).toBe(href);
  });
});
