import { readXml, type XmlElement, xmlChildren, xmlText } from '../lib/xml.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type Package, packageFacts, versionOf } from './package-facts.ts';

/**
 * Artifacts that a `pom.xml` asks for, as `group:artifact`; properties of the same file are put in, and versions that
 * it manages. Plugins and the parent are no dependencies. Format: https://maven.apache.org/pom.html#Dependencies
 */
export const mavenDependencies: Extractor = {
  name: 'maven-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => /(?:^|\/)pom\.xml$/.test(path),
  extract: extractPom,
};

function extractPom(file: SourceFile): Extraction {
  const { root, fault } = readXml(file.text);
  const broken = fault ? [diagnose(file, 'file-unparsed', `not valid XML: ${fault.message}`, fault.line)] : [];
  if (root?.name !== 'project') return { facts: [], diagnostics: broken };
  const properties = readProperties(root);
  const managed = new Map(
    xmlChildren(root, 'dependencyManagement').flatMap((management) =>
      dependenciesOf(management).map((element) => [nameOf(element, properties), element] as const),
    ),
  );
  const profiles = xmlChildren(root, 'profiles').flatMap((element) => xmlChildren(element, 'profile'));
  const packages = [root, ...profiles].flatMap(dependenciesOf).map((element): Package => {
    const name = nameOf(element, properties);
    const from = (key: string) => xmlText(element, key) ?? xmlText(managed.get(name) ?? element, key);
    const isOptional = from('optional') === 'true';
    return {
      name,
      ...versionOf(resolve(from('version') ?? '', properties)),
      scope: from('scope') === 'test' ? 'dev' : isOptional ? 'optional' : 'product',
      line: element.line,
    };
  });
  return { facts: packageFacts('maven', packages, file), diagnostics: broken };
}

function dependenciesOf(element: XmlElement): readonly XmlElement[] {
  const all = xmlChildren(element, 'dependencies').flatMap((list) => xmlChildren(list, 'dependency'));
  return all.filter((found) => xmlText(found, 'artifactId') !== undefined);
}

function nameOf(element: XmlElement, properties: ReadonlyMap<string, string>): string {
  const parts = [xmlText(element, 'groupId') ?? '', xmlText(element, 'artifactId') ?? ''];
  return parts.map((part) => resolve(part, properties)).join(':');
}

function readProperties(root: XmlElement): ReadonlyMap<string, string> {
  const own = xmlChildren(root, 'properties').flatMap(({ children }) => children);
  const version = xmlText(root, 'version');
  return new Map([
    ...(version === undefined ? [] : [['project.version', version] as const]),
    ...own.map(({ name, text }) => [name, text] as const),
  ]);
}

function resolve(text: string, properties: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{([^{}]{1,200})\}/g, (whole, name: string) => properties.get(name) ?? whole);
}
