import * as z from 'zod';

const words = z.array(z.string().min(1));

/** Command lines that run scripts of one format, as rules/data/commands.yml describes them. */
export const Runner = z.strictObject({
  of: z.string().describe('The format of the scripts, by the name that its extractor gives it.'),
  start: words.min(1).describe('The words that start it; {name}, {names} and {package} stand for what they name.'),
  script: z.string().optional().describe('The script that it runs, where the words name none.'),
  folder: words.default([]).describe('Options that name the folder to run in.'),
  file: words.default([]).describe('Options that name the file of scripts.'),
  package: words.default([]).describe('Options that name packages of the repository.'),
  everywhere: words
    .default([])
    .describe('Options that mean all packages below the folder; `always` means them without an option.'),
  valued: words.default([]).describe('Other options that take the next word as their value.'),
  split: z.string().optional().describe('What parts several names in one word.'),
  upwards: z.boolean().default(false).describe('It looks for its file in the folders above too.'),
  appends: z.boolean().default(false).describe('Arguments go to the last command of the script.'),
});
export type Runner = z.infer<typeof Runner>;

/** What rules/data/commands.yml says of command lines, so that src/ names no tool. */
export const CommandWords = z.object({
  wrappers: z.array(z.string()).describe('Prefixes that only start another command: `npx`, `uv run`, `sudo` …'),
  runners: z.array(Runner),
});
export type CommandWords = z.infer<typeof CommandWords>;
