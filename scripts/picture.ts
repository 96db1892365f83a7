import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const advance = 7.8;
const lineHeight = 18;
const margin = 18;

/** The colours of a dark terminal by SGR code. https://en.wikipedia.org/wiki/ANSI_escape_code#Colors */
const colours: Readonly<Record<string, string>> = {
  31: '#f47067',
  32: '#57ab5a',
  33: '#daaa3f',
  34: '#539bf5',
  35: '#b083f0',
  36: '#39c5cf',
  90: '#768390',
};

const sequence = new RegExp(`(${String.fromCharCode(27)}\\[([\\d;]*)m)`);

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** One line of text with SGR codes as an SVG text element. */
function drawLine(line: string, index: number): string {
  const spans: string[] = [];
  let style = '';
  for (const part of line.split(sequence)) {
    const code = sequence.exec(part)?.[2];
    if (code === undefined) {
      if (part !== '')
        spans.push(style === '' ? escapeXml(part) : `<tspan style="${style}">${escapeXml(part)}</tspan>`);
    } else style = nextStyle(style, code);
  }
  return `<text x="${margin}" y="${margin + (index + 1) * lineHeight}" xml:space="preserve">${spans.join('')}</text>`;
}

function nextStyle(style: string, code: string): string {
  if (code === '1') return `${style}font-weight:bold;`;
  if (code === '2') return `${style}fill:${colours['90']};`;
  const colour = colours[code];
  return colour === undefined ? '' : `${style}fill:${colour};`;
}

/** Draws what `stagegate check examples/rag-service` prints as docs/report.svg. */
function drawPicture(): void {
  const bundle = join(root, 'dist/cli/index.js');
  const written = execFileSync(process.execPath, [bundle, 'check', join(root, 'examples/rag-service')], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' },
  });
  // The time that it took would change the picture each time.
  const lines = written
    .trimEnd()
    .replace(/ in [\d.]+ s/, '')
    .split('\n');
  const width = 2 * margin + 100 * advance;
  const height = 2 * margin + (lines.length + 1) * lineHeight;
  const body = ['$ stagegate check', ...lines].map(drawLine).join('\n');
  writeFileSync(
    join(root, 'docs/report.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" role="img" aria-label="The report of the example in a terminal">
<rect width="100%" height="100%" rx="8" fill="#22272e"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#adbac7">
${body}
</g>
</svg>
`,
  );
}

drawPicture();
