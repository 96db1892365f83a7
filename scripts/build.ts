import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BundleStats, bundledFiles, renderNotices } from './notices.ts';

const doors = ['cli', 'action'] as const;
const root = join(import.meta.dirname, '..');
const compiler = 'node_modules/typescript/bin/tsc';
const bundler = 'node_modules/@vercel/ncc/dist/ncc/cli.js';

/** Runs a tool on this Node; throws with what it wrote if it fails. */
function runTool(file: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${stdout}${stderr}`);
}

async function compileRules(): Promise<void> {
  const script = join(root, 'scripts/compile-rules.ts');
  if (!existsSync(script)) return;
  const compile: { readonly compileRules: () => Promise<void> } = await import(pathToFileURL(script).href);
  await compile.compileRules();
}

/** Bundles lib/<door>.js into dist/<door>/ and gives the files that went into it. */
function bundle(door: string, stats: string): readonly string[] {
  runTool(
    bundler,
    'build',
    `lib/${door}.js`,
    '-o',
    `dist/${door}`,
    '-C',
    '-q',
    '--target',
    'es2022',
    '--stats-out',
    stats,
  );
  return bundledFiles(BundleStats.parse(JSON.parse(readFileSync(stats, 'utf8'))).modules);
}

/** The files that code reads beside itself: what `new URL('…', import.meta.url)` names anywhere in lib/. */
function findAssets(): readonly string[] {
  const files = globSync('lib/**/*.js', { cwd: root }).map((file) => join(root, file));
  return files.flatMap((file) => {
    const urls = readFileSync(file, 'utf8').matchAll(/new URL\('([^']+)',\s*import\.meta\.url\)/g);
    return [...urls].map(([, url = '']) => join(dirname(file), url));
  });
}

/** Gives the assets that are in the bundle. Throws for one that the bundler changed, as it does where it fails to parse. */
function bundledAssets(door: string, assets: readonly string[]): readonly string[] {
  const folder = join(root, 'dist', door);
  const copies = readdirSync(folder).filter((name) => !/^(\w+\.)?index\.js$|^package\.json$/.test(name));
  return copies.map((name) => {
    const bytes = readFileSync(join(folder, name));
    const asset = assets.find((path) => bytes.equals(readFileSync(path)));
    if (asset === undefined) throw new Error(`dist/${door}/${name} is not a true copy of a file that lib/ names`);
    return asset;
  });
}

async function build(): Promise<void> {
  for (const folder of ['lib', 'dist']) rmSync(join(root, folder), { recursive: true, force: true });
  await compileRules();
  runTool(compiler, '-p', 'tsconfig.build.json');
  const scratch = mkdtempSync(join(tmpdir(), 'bundle-'));
  try {
    const assets = findAssets();
    const files = doors.flatMap((door) => [
      ...bundle(door, join(scratch, `${door}.json`)),
      ...bundledAssets(door, assets),
    ]);
    writeFileSync(join(root, 'dist/THIRD_PARTY_NOTICES'), renderNotices(files));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

await build();
