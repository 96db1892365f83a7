import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The floor: reads each file that git tracks, and nothing more. */
const paths = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\0');
let bytes = 0;
for (const path of paths.filter((name) => name !== '')) bytes += readFileSync(path).length;
console.error(bytes);
