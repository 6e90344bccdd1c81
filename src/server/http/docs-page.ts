import { permissionSpec, permissions } from '../../catalog/catalog.ts';
import { problems } from '../../contract/problems.ts';
import { routeKeys, routeSpec } from '../../contract/routes.ts';
import { apiBase } from './api-base.ts';

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .5rem;border-bottom:1px solid #8884;vertical-align:top}
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}`;

/** The readable API description: routes with their access line, permissions and problem codes, all from the contract. */
export function docsPage(): string {
  const routeRows = routeKeys.map((key) => {
    const { access, says } = routeSpec(key);
    const [method, path] = key.split(' ');
    const who =
      access.kind === 'permit'
        ? code(access.permission)
        : `${access.kind.replace('_', ' ')}: ${escapeHtml(access.because)}`;
    return `<tr><td><code>${method} ${apiBase}${path}</code></td><td>${escapeHtml(says)}</td><td>${who}</td></tr>`;
  });
  const permissionRows = permissions.map((permission) => {
    const { action, needs } = permissionSpec(permission);
    return `<tr><td>${code(permission)}</td><td>${needs}</td><td>${escapeHtml(action?.says ?? '')}</td></tr>`;
  });
  const problemRows = Object.entries(problems).map(
    ([key, { status, title }]) =>
      `<tr id="${key}"><td>${code(key)}</td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Ambit API</title><style>${style}</style><main><h1>Ambit API</h1>
<p>The machine-readable description is <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
${table('Routes', ['Route', 'What it does', 'Who'], routeRows)}
${table('Permissions', ['Permission', 'Needs', 'What it allows'], permissionRows)}
${table('Problem codes', ['Code', 'Status', 'Meaning'], problemRows)}</main></html>`;
}

function table(title: string, heads: string[], rows: string[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  return `<h2>${title}</h2><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
