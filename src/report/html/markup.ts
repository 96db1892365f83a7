import { escapeXml } from '../../lib/escape.ts';
import { shorten } from '../../lib/width.ts';
import { MAX_TEXT } from '../view/limits.ts';

/** Markup that may be written as it is. Only `html` makes it, and it escapes every text that it is handed. */
export type Html = { readonly markup: string };

export const nothing: Html = { markup: '' };

/** Builds markup: texts and numbers are escaped, markup and lists of it are put in. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const rest = values.map((value, index) => write(value) + (pieces[index + 1] ?? ''));
  return { markup: [pieces[0] ?? '', ...rest].join('') };
}

function write(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string') return escapeXml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

/** A sentence of the model or of the repository; what stands between backticks is set as code. */
export function prose(text: string): Html {
  const parts = shorten(text.replace(/\s+/gu, ' ').trim(), MAX_TEXT).split(/`([^`]+)`/u);
  return html`${parts.map((part, index) => (index % 2 === 1 ? code(part) : html`${part}`))}`;
}

/** A name or an id. */
export function code(text: string): Html {
  return html`<code>${shorten(text, MAX_TEXT)}</code>`;
}

/** `path:line`. */
export function place({ path, line }: { readonly path: string; readonly line?: number | undefined }): Html {
  return html`<code class="place">${line === undefined ? path : `${path}:${line}`}</code>`;
}

/** A heading with what stands under it, or nothing where nothing does. */
export function block(title: string, body: Html): Html {
  return body.markup === '' ? nothing : html`<section><h3>${title}</h3>${body}</section>`;
}

/** A list, or nothing where it is empty. */
export function list(items: readonly Html[], kind = 'plain'): Html {
  return items.length === 0 ? nothing : html`<ul class="${kind}">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
