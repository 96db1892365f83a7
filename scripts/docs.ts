import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { countOf } from '../src/lib/english.ts';
import { codeSpan, escapeProse } from '../src/lib/escape.ts';
import { MaturityModel, type Practice } from '../src/model/maturity.ts';
import { kindWords } from '../src/report/view/kinds.ts';

const root = join(import.meta.dirname, '..');

const Entry = z.object({ description: z.string() });
const ActionFile = z.object({ inputs: z.record(z.string(), Entry), outputs: z.record(z.string(), Entry) });

/** A part of a document that is generated, with what it was made from. */
export type GeneratedPart = { readonly file: string; readonly text: (committed: string) => string };

/** The documents that are generated, in whole or between two marks. */
export const generatedParts: readonly GeneratedPart[] = [
  { file: 'README.md', text: (committed) => between(committed, 'inputs', renderInputs()) },
  { file: 'docs/practices.md', text: () => renderPractices() },
];

/** Puts a text between the marks of its name. Throws where they are not there. */
function between(committed: string, name: string, text: string): string {
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!marks.test(committed)) throw new Error(`the marks of ${name} are missing`);
  return committed.replace(marks, (_, start: string, end: string) => `${start}${text}${end}`);
}

function renderInputs(): string {
  const { inputs, outputs } = ActionFile.parse(parse(readFileSync(join(root, 'action.yml'), 'utf8')));
  const table = (title: string, entries: Readonly<Record<string, { readonly description: string }>>) =>
    [
      `| ${title} | |`,
      '| --- | --- |',
      ...Object.entries(entries).map(([name, { description }]) => `| \`${name}\` | ${escapeProse(description)} |`),
    ].join('\n');
  return `${table('input', inputs)}\n\n${table('output', outputs)}\n`;
}

function renderPractices(): string {
  const model = MaturityModel.parse(parse(readFileSync(join(root, 'rules/model.yml'), 'utf8')));
  const stages = model.stages.map(({ stage, name, title }) => {
    const practices = model.practices.filter((practice) => practice.stage === stage);
    return [`## Stage ${stage} · ${name}`, title, ...practices.map(practiceText)].join('\n\n');
  });
  const capabilities = model.capabilities.map(({ id, title, why, instead, justified }) =>
    [`### ${id}`, `${title}. ${why}`, `Worth it from ${justified.words}. Instead: ${instead}`].join('\n\n'),
  );
  const symptoms = model.symptoms.map(
    ({ id, title, why, fix }) => `- ${codeSpan(id)}: ${escapeProse(title)}. ${escapeProse(why)} ${escapeProse(fix)}`,
  );
  const kinds = Object.entries(kindWords).map(([kind, { title, help }]) => `### ${kind}\n\n${title}. ${help}`);
  return `${[
    '# Practices and findings',
    'What each stage asks for, and what each kind of finding means. `stagegate explain <name>` adds which rules recognise it. Generated from `rules/model.yml` by `npm run docs`.',
    ...stages,
    '## Worth it only from a scale on',
    ...capabilities,
    '## Traits of Stage 1',
    'They explain a stage and never change it.',
    symptoms.join('\n'),
    '## Findings',
    ...kinds,
  ].join('\n\n')}\n`;
}

function practiceText({ id, title, why, weeks: [low, high], aspects }: Practice): string {
  const lines = aspects.map((aspect) => {
    const notes = [
      ...(aspect.optional ? ['optional'] : []),
      ...(aspect.per === 'regime' ? ['once for each regime'] : []),
      ...(aspect['within-months'] === undefined ? [] : [`within ${countOf(aspect['within-months'], 'month')}`]),
    ];
    const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
    return `- **${aspect.id}**${note}: ${escapeProse(aspect.title)}. ${escapeProse(aspect.fix)}`;
  });
  const effort = low === high ? countOf(high, 'week') : `${low} to ${countOf(high, 'week')}`;
  return [`### ${id}`, `${escapeProse(title)}. ${escapeProse(why)} About ${effort} of work.`, lines.join('\n')].join(
    '\n\n',
  );
}

/** What is committed; empty for a file that is not there yet, which is as stale as can be. */
export function readCommitted(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}

if (import.meta.main) {
  for (const { file, text } of generatedParts) writeFileSync(join(root, file), text(readCommitted(file)));
}
