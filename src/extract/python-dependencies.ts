import { readToml, type TomlEntry } from '../lib/toml-values.ts';
import type { DependencyFact } from '../model/fact.ts';
import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { diagnose } from './diagnose.ts';
import { type Dependency, readPipfile, readPyproject } from './python-dependencies/pyproject.ts';
import { readRequirementsFile } from './python-dependencies/requirements-file.ts';
import { hasDevName } from './python-dependencies/scope.ts';

const requirementsPath = /(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+)\.(?:txt|in)$/i;
const constraintsPath = /constraints?[^/]*$/i;

/** Python packages that `requirements*.txt`, `pyproject.toml` and `Pipfile` declare, each at its line. */
export const pythonDependencies: Extractor = {
  name: 'python-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => isRequirements(path) || /(?:^|\/)(?:pyproject\.toml|Pipfile)$/.test(path),
  extract: extractPython,
};

function isRequirements(path: RepoPath): boolean {
  return requirementsPath.test(path) && !constraintsPath.test(path);
}

function extractPython(file: SourceFile): Extraction {
  if (isRequirements(file.path)) return { facts: extractRequirements(file), diagnostics: [] };
  return extractToml(file, file.path.endsWith('.toml') ? readPyproject : readPipfile);
}

function extractRequirements(file: SourceFile): readonly DependencyFact[] {
  const [name = '', folder = ''] = file.path.split('/').reverse();
  // `requirements/test.txt` says by its name what `requirements-test.txt` says.
  const scope =
    hasDevName(name.replace(/\.\w+$/, '')) || (/requirements.+/i.test(folder) && hasDevName(folder))
      ? 'dev'
      : 'product';
  return readRequirementsFile(file.text).map((requirement) => dependencyFact({ ...requirement, scope }, file));
}

function extractToml(file: SourceFile, read: (entries: readonly TomlEntry[]) => readonly Dependency[]): Extraction {
  const toml = readToml(file.text);
  if (!toml.ok)
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not valid TOML: ${toml.message}`, toml.line)] };
  const dependencies = read(toml.entries).toSorted((a, b) => a.line - b.line);
  return { facts: dependencies.map((dependency) => dependencyFact(dependency, file)), diagnostics: [] };
}

function dependencyFact({ line, name, version, scope }: Dependency, { path, role }: SourceFile): DependencyFact {
  return {
    kind: 'dependency',
    at: { path, line },
    role,
    ecosystem: 'pypi',
    name,
    ...(version === undefined ? {} : { version }),
    scope,
  };
}
