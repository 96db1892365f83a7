import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

type BundledModule = {
  readonly nameForCondition?: string | null | undefined;
  readonly modules?: readonly BundledModule[] | undefined;
};
const BundledModule: z.ZodType<BundledModule> = z.looseObject({
  nameForCondition: z.string().nullish(),
  get modules() {
    return z.array(BundledModule).optional();
  },
});

/** What the bundler writes of a build, as far as it says which files are in it. */
export const BundleStats = z.looseObject({ modules: z.array(BundledModule) });
export type BundleStats = z.infer<typeof BundleStats>;

const PackageJson = z.looseObject({ name: z.string(), version: z.string(), license: z.string().optional() });

/** The files that went into a bundle, those that were merged into one module too. */
export function bundledFiles(modules: readonly BundledModule[]): readonly string[] {
  return modules.flatMap(({ nameForCondition, modules: merged = [] }) => [
    ...(nameForCondition ? [nameForCondition] : []),
    ...bundledFiles(merged),
  ]);
}

/** Name, version, licence and licence text of every package that one of the files stands in, in order of the names. */
export function renderNotices(files: readonly string[]): string {
  const notices = new Map<string, string>();
  for (const folder of new Set(files.flatMap(packageFolder))) {
    const { name, version, license } = PackageJson.parse(
      JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
    );
    const title = `${name} ${version} (${license ?? 'see below'})`;
    const texts = licenceTexts(folder);
    notices.set(title, [title, ...(texts.length > 0 ? texts : ['The package holds no licence text.'])].join('\n\n'));
  }
  const sorted = [...notices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, notice]) => notice);
  return `${['Software of others that these bundles hold.', ...sorted].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function packageFolder(file: string): readonly string[] {
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file);
  return found === null ? [] : [found[0]];
}

function licenceTexts(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}
