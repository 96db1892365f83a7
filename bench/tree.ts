import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Random, seed, textsByFormat } from './texts.ts';

/** Of 100 files, how many have which format: about what the repositories of products have. */
const mix = [
  ['python', 27],
  ['typescript', 24],
  ['pythonTest', 9],
  ['typescriptTest', 8],
  ['markdown', 8],
  ['json', 5],
  ['kubernetes', 3],
  ['sql', 2],
  ['shell', 1],
  ['asset', 13],
] as const;

const folderSize = 40;

/** Writes a repository of so many files, the same for the same count. */
export function writeTree(root: string, count: number): void {
  const random = seed(count);
  write(root, 'README.md', textsByFormat.markdown(random).text);
  for (const [path, text] of textsByFormat.pipelines) write(root, path, text);
  for (let index = textsByFormat.pipelines.length + 1; index < count; index += 1) {
    const { text, extension } = textsByFormat[pick(random)](random);
    const folder = Math.floor(index / folderSize);
    write(root, `services/s${Math.floor(folder / 20)}/part${folder}/file${index}${extension}`, text);
  }
}

/** Changes files as one change of code would. */
export function changeTree(root: string, count: number): void {
  const random = seed(count + 1);
  for (let index = 0; index < count; index += 1)
    write(root, `services/s0/changed/change${index}.py`, textsByFormat.python(random).text);
}

function pick(random: Random): (typeof mix)[number][0] {
  let left = random() * 100;
  for (const [format, share] of mix) {
    left -= share;
    if (left < 0) return format;
  }
  return 'asset';
}

function write(root: string, path: string, text: string): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, text);
}
