import { readXml, type XmlElement, xmlText } from '../lib/xml.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type Package, packageFacts, type Scope, versionOf } from './package-facts.ts';

/** Elements that ask for a package, with the attribute that names it. A central version is there for whom asks. */
const elements: Readonly<Record<string, { readonly name: string; readonly scope: Scope }>> = {
  PackageReference: { name: 'Include', scope: 'product' },
  GlobalPackageReference: { name: 'Include', scope: 'dev' },
  PackageVersion: { name: 'Include', scope: 'optional' },
  package: { name: 'id', scope: 'product' },
};

/**
 * Packages of .NET projects, of `packages.config` and of `Directory.Packages.props`.
 * Formats: https://learn.microsoft.com/en-us/nuget/consume-packages/package-references-in-project-files,
 * https://learn.microsoft.com/en-us/nuget/consume-packages/central-package-management
 */
export const nugetDependencies: Extractor = {
  name: 'nuget-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) =>
    /\.(?:cs|fs|vb)proj$|(?:^|\/)(?:packages\.config|Directory\.(?:Packages|Build)\.(?:props|targets))$/i.test(path),
  extract: extractNuget,
};

function extractNuget(file: SourceFile): Extraction {
  const { root, fault } = readXml(file.text);
  const broken = fault ? [diagnose(file, 'file-unparsed', `not valid XML: ${fault.message}`, fault.line)] : [];
  const packages = root ? allElements(root).flatMap(readElement) : [];
  return { facts: packageFacts('nuget', packages, file), diagnostics: broken };
}

function allElements(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(allElements)];
}

function readElement(element: XmlElement): readonly Package[] {
  const { name, attributes, line } = element;
  const form = Object.hasOwn(elements, name) ? elements[name] : undefined;
  const id = form === undefined ? undefined : attributes[form.name];
  if (form === undefined || id === undefined || id === '') return [];
  const version = attributes.Version ?? attributes.version ?? xmlText(element, 'Version') ?? attributes.VersionOverride;
  const assets = attributes.PrivateAssets ?? xmlText(element, 'PrivateAssets') ?? '';
  const isDev = attributes.developmentDependency === 'true' || /^all$/i.test(assets);
  return [{ name: id, ...versionOf(version), scope: isDev ? 'dev' : form.scope, line }];
}
