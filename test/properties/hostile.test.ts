import fc from 'fast-check';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { readXml, type XmlElement } from '../../src/lib/xml.ts';
import { type ReportFormat, renderReport, reportFormats } from '../../src/report/formats.ts';
import { infected, shapeOf } from '../support/hostile.ts';
import { model, today } from '../support/report.ts';
import { sarifErrors } from '../support/sarif.ts';

const fragments = [
  ...['\n::error::x', '\r\n::stop-commands::x', '##[error]', '%0A::error::', '::add-mask::', '::'],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=x>',
    "' onload='x",
    ']]>',
    '<!--',
    '--><',
    '&#10;',
    '&amp;',
    '</style>',
  ],
  ...[
    '\u001b[2K',
    '\u001b]8;;http://a.example\u0007',
    '\u009b31m',
    '\u0000',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u2028',
  ],
  ...[
    '\ud800',
    '\udfff',
    '\uffff',
    '`',
    '```',
    '|',
    '[a](http://a.example)',
    '@octocat',
    '#1',
    '{0}',
    '${{ x }}',
    '\\',
    '"',
    '%',
    ',',
  ],
  ...['</failure>', '</details>', '<?xml?>', '<![CDATA[', '# a', '- a', 'a: b', 'http://a.example'],
];

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...fragments),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { minLength: 1, maxLength: 8 },
  )
  // At both ends of a text, so that none begins or ends with white space, which may be cut.
  .map((parts) => `x${parts.join('')}x`);

const options = { model, today, folder: '', colors: false, width: 100, evidence: true };

function say(format: ReportFormat, payload: string): Promise<string> {
  return renderReport(infected(payload), format, options);
}

const steering = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** What no output may hold, whatever reads it. */
function expectTame(text: string): void {
  expect(text).not.toMatch(steering);
}

/** The older form of a runner's commands, which it finds anywhere but in a line that is a command of the newer form. */
function expectNoOldCommand(text: string): void {
  expect(text.replace(/^::.*$/gmu, '')).not.toMatch(/##\[/u);
}

function always(check: (payload: string) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(hostile, check), { numRuns: 60 });
}

/** The names of all elements, inside which ones. */
function outline({ name, attributes, children }: XmlElement): unknown {
  return [name, Object.keys(attributes), children.map(outline)];
}

function outlineOf(text: string): unknown {
  const { root, fault } = readXml(text);
  expect(fault).toBeUndefined();
  return root && outline(root);
}

function asXml(page: string): string {
  const body = page.replace('<!doctype html>', '').replace(/<style>[^<]*<\/style>/, '');
  return body.replace(/<(meta|br)\b([^>]*)>/g, '<$1$2/>').replace(/ open>/g, ' open="">');
}

describe.each(reportFormats)('%s', (format) => {
  test('holds nothing that steers a terminal, an eye or a runner', { timeout: 120_000 }, async () => {
    await always(async (payload) => {
      const text = await say(format, payload);
      expectTame(text);
      expectNoOldCommand(text);
    });
  });
});

test('no text begins a line of a log with a command', { timeout: 120_000 }, async () => {
  await always(async (payload) => {
    for (const format of ['text', 'json', 'markdown', 'html', 'sarif', 'junit', 'gitlab'] as const)
      expect(await say(format, payload)).not.toMatch(/^\s*::/mu);
  });
});

test('commands are as many and as long as without', async () => {
  const commands = (await say('github', 'x')).split('\n').length;

  await always(async (payload) => {
    const lines = (await say('github', payload)).split('\n');
    expect(lines).toHaveLength(commands);
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^::(error|warning|notice) (file=[^,:]+,line=\d+,)?title=[^,:]+::/u);
  });
});

test('Markdown keeps its structure', { timeout: 120_000 }, async () => {
  const shape = shapeOf(await say('markdown', 'x'));

  await always(async (payload) => {
    expect(shapeOf(await say('markdown', payload))).toEqual(shape);
  });
});

test('the page keeps its elements and their attributes', { timeout: 120_000 }, async () => {
  const plain = (text: string) => outlineOf(asXml(text.replaceAll(/<\/?code\b[^>]*>/g, '')));
  const shape = plain(await say('html', 'x'));

  await always(async (payload) => {
    expect(plain(await say('html', payload.replaceAll('`', "'")))).toEqual(shape);
  });
});

test('JUnit keeps its elements and their attributes', { timeout: 120_000 }, async () => {
  const shape = outlineOf(await say('junit', 'x'));

  await always(async (payload) => {
    expect(outlineOf(await say('junit', payload))).toEqual(shape);
  });
});

test('the badge is XML of the same elements', async () => {
  const shape = outlineOf(await say('badge', 'x'));

  await fc.assert(
    fc.asyncProperty(hostile, async (name) => {
      const stages = model.stages.map((stage) => ({ ...stage, name }));
      const badge = await renderReport(infected('x'), 'badge', { ...options, model: { ...model, stages } });
      expect(outlineOf(badge)).toEqual(shape);
      expectTame(badge);
    }),
    { numRuns: 30 },
  );
});

test('SARIF stays valid, and its messages have neither links nor placeholders', { timeout: 120_000 }, async () => {
  const count = (JSON.parse(await say('sarif', 'x')) as Log).runs[0]?.results?.length;

  await always(async (payload) => {
    const log: Log = JSON.parse(await say('sarif', payload));
    expect(sarifErrors(log)).toEqual([]);
    expect(log.runs[0]?.results).toHaveLength(count ?? -1);
    for (const { message } of log.runs[0]?.results ?? []) expect(message.text).not.toMatch(/\]\(|\{\d+\}/u);
  });
});

test('GitLab gets the same issues', async () => {
  const keys = (text: string) => JSON.parse(text).map((issue: object) => Object.keys(issue));
  const shape = keys(await say('gitlab', 'x'));

  await always(async (payload) => {
    expect(keys(await say('gitlab', payload))).toEqual(shape);
  });
});

test('JSON says the texts as they are', async () => {
  await always(async (payload) => {
    const read = JSON.parse(await say('json', payload));
    expect(read.systems[0].root.startsWith(payload)).toBe(true);
  });
});
