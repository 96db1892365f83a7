import { parse } from 'yaml';
import * as z from 'zod';
import { escapeProse } from '../../src/lib/escape.ts';

const Entry = z.object({ description: z.string() });
const ActionFile = z.object({ inputs: z.record(z.string(), Entry), outputs: z.record(z.string(), Entry) });

/** The README with the tables of inputs and outputs of `action.yml` between its marks. Throws where they are not there. */
export function renderReadme(readme: string, action: string): string {
  const marks = /(<!-- inputs -->\n)[\s\S]*?(<!-- \/inputs -->)/;
  if (!marks.test(readme)) throw new Error('README.md lacks the marks of inputs');
  const { inputs, outputs } = ActionFile.parse(parse(action));
  const text = `${tableOf('input', inputs)}\n\n${tableOf('output', outputs)}\n`;
  return readme.replace(marks, (_, start: string, end: string) => `${start}${text}${end}`);
}

function tableOf(title: string, entries: Readonly<Record<string, z.infer<typeof Entry>>>): string {
  const rows = Object.entries(entries).map(
    ([name, { description }]) => `| \`${name}\` | ${escapeProse(description)} |`,
  );
  return [`| ${title} | |`, '| --- | --- |', ...rows].join('\n');
}
