import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';

const root = new URL('./', import.meta.url);
const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Answers `/Content/<folder>/<file>` with a file of this folder; 404 for anything else. */
export async function sendFile(
  response: ServerResponse,
  pathname: string,
  headers: Record<string, string>,
): Promise<void> {
  const [, path] = /^\/Content\/((?:shell|blade|look)\/[\w-]+\.(?:css|js|svg))$/.exec(pathname) ?? [];
  const content = path && (await readFile(new URL(path, root)).catch(() => undefined));
  if (!content) {
    response.writeHead(404, { 'content-type': 'text/plain', ...headers }).end('Not found');
    return;
  }
  const contentType = contentTypes[extname(pathname)] ?? 'text/plain';
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-cache', ...headers });
  response.end(content);
}

/** Answers with a page of this folder, each `{{name}}` in it replaced. */
export async function sendPage(
  response: ServerResponse,
  path: string,
  values: Record<string, string>,
  headers: Record<string, string>,
): Promise<void> {
  const template = await readFile(new URL(path, root), 'utf8');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeHtml(values[name] ?? '')));
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
