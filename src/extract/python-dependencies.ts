import type { RepoPath } from '../model/location.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { type Package, packageFacts } from './package-facts.ts';
import { readPipfile, readPyproject } from './python-dependencies/pyproject.ts';
import { readRequirementsFile } from './python-dependencies/requirements-file.ts';
import { hasDevName } from './python-dependencies/scope.ts';
import { readSetupCfg } from './python-dependencies/setup-cfg.ts';
import { readSetupScript } from './python-dependencies/setup-script.ts';
import { extractToml } from './toml-packages.ts';

const requirementsPath = /(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+)\.(?:txt|in)$/i;
const constraintsPath = /constraints?[^/]*$/i;

/** Python packages that `requirements*.txt`, `pyproject.toml`, `Pipfile`, `setup.cfg` and `setup.py` declare, each at its line. */
export const pythonDependencies: Extractor = {
  name: 'python-dependencies',
  languages: [],
  gives: ['dependency'],
  claims: (path) => isRequirements(path) || /(?:^|\/)(?:pyproject\.toml|Pipfile|setup\.(?:py|cfg))$/.test(path),
  extract: extractPython,
};

function isRequirements(path: RepoPath): boolean {
  return requirementsPath.test(path) && !constraintsPath.test(path);
}

function extractPython(file: SourceFile): Extraction {
  if (file.path.endsWith('.toml'))
    return extractToml(file, (entries) => packageFacts('pypi', readPyproject(entries), file));
  if (file.path.endsWith('Pipfile'))
    return extractToml(file, (entries) => packageFacts('pypi', readPipfile(entries), file));
  return { facts: packageFacts('pypi', readPackages(file), file), diagnostics: [] };
}

function readPackages(file: SourceFile): readonly Package[] {
  if (file.path.endsWith('.py')) return readSetupScript(file.text);
  return file.path.endsWith('.cfg') ? readSetupCfg(file.text) : readRequirements(file);
}

function readRequirements({ path, text }: SourceFile): readonly Package[] {
  const [name = '', folder = ''] = path.split('/').reverse();
  // `requirements/test.txt` says by its name what `requirements-test.txt` says.
  const isDev = hasDevName(name.replace(/\.\w+$/, '')) || (/requirements.+/i.test(folder) && hasDevName(folder));
  return readRequirementsFile(text).map((requirement) => ({ ...requirement, scope: isDev ? 'dev' : 'product' }));
}
