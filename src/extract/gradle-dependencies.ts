import type { TomlEntry } from '../lib/toml-values.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { type Package, packageFacts, type Scope, versionOf } from './package-facts.ts';
import { splitShortLines } from './text-lines.ts';
import { collectPackages, extractToml, spreadTables } from './toml-packages.ts';

/**
 * Artifacts that a build of Gradle asks for, as `group:artifact`, by the literal notations; and those of a catalog of
 * versions, in which the builds find what they call by an alias.
 * Formats: https://docs.gradle.org/current/userguide/dependency_configurations.html,
 * https://docs.gradle.org/current/userguide/version_catalogs.html
 */
export const gradleDependencies: Extractor = {
  name: 'gradle-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)(?:[^/]+\.gradle(?:\.kts)?|[^/]*\.versions\.toml)$/.test(path),
  extract: extractGradle,
};

function extractGradle(file: SourceFile): Extraction {
  if (file.path.endsWith('.toml'))
    return extractToml(file, (entries) => packageFacts('maven', readCatalog(entries), file));
  return { facts: packageFacts('maven', readBuild(file.text), file), diagnostics: [] };
}

const configurations =
  /^\s*(?:add\(\s*["'])?(\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly(?:Api)?|[rR]untimeOnly|[cC]ompile|[rR]untime|[aA]nnotationProcessor|kapt|ksp|developmentOnly))["']?[\s(,]/;
const coordinates = /["']([\w.-]+):([\w.-]+)(?::([^"':@]+))?[^"']*["']/g;
const named =
  /\bgroup\s*[:=]\s*["']([^"']+)["']\s*,\s*name\s*[:=]\s*["']([^"']+)["'](?:\s*,\s*version\s*[:=]\s*["']([^"']+)["'])?/;

function readBuild(text: string): readonly Package[] {
  return splitShortLines(withoutComments(text)).flatMap((line, index) => {
    const configuration = configurations.exec(line)?.[1];
    if (configuration === undefined) return [];
    const found = named.exec(line);
    return (found ? [found] : [...line.matchAll(coordinates)]).map(([, group, artifact, version]) => ({
      name: `${group}:${artifact}`,
      ...versionOf(version),
      scope: scopeOf(configuration),
      line: index + 1,
    }));
  });
}

function scopeOf(configuration: string): Scope {
  return /^(?:\w*test|annotationProcessor|kapt|ksp|developmentOnly)/i.test(configuration) ? 'dev' : 'product';
}

const commentOrString = /"(?:\\.|[^"\\\n]){0,2000}"|'(?:\\.|[^'\\\n]){0,2000}'|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;

/** Blanks in the place of comments, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(commentOrString, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found));
}

function readCatalog(entries: readonly TomlEntry[]): readonly Package[] {
  const flat = spreadTables(entries);
  const versions = new Map(
    collectPackages(flat, [{ path: ['versions'], scope: () => 'product' }]).map(({ name, about }) => [
      name,
      about.get('version') ?? about.get('strictly') ?? about.get('require') ?? about.get('prefer'),
    ]),
  );
  return collectPackages(flat, [{ path: ['libraries'], scope: () => 'product' }]).flatMap(({ scope, line, about }) => {
    // In short, `"group:artifact:version"` stands where a table may give each.
    const short = about.get('version')?.split(':') ?? [];
    const [group, artifact] =
      short.length > 1 ? short : (about.get('module')?.split(':') ?? [about.get('group'), about.get('name')]);
    if (group === undefined || artifact === undefined) return [];
    const version =
      short[2] ?? (short.length > 1 ? undefined : about.get('version')) ?? versions.get(about.get('version.ref') ?? '');
    return [{ name: `${group}:${artifact}`, ...versionOf(version), scope, line }];
  });
}
