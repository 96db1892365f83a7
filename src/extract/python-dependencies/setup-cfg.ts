import type { Package, Scope } from '../package-facts.ts';
import { splitShortLines } from '../text-lines.ts';
import { readRequirement } from './requirement.ts';
import { extraScope } from './scope.ts';

/** Keys of `[options]` that hold requirements. */
const optionScopes: Readonly<Record<string, Scope>> = {
  install_requires: 'product',
  setup_requires: 'dev',
  tests_require: 'dev',
};

/** What may stand behind the semicolon of a requirement, where another one may stand too. */
const marker = /^\s*\(*\s*(?:python_\w+|sys_platform|platform_\w+|os_name|implementation_\w+|extra)\b/;

/** The packages of a `setup.cfg`. Format: https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export function readSetupCfg(text: string): readonly Package[] {
  const packages: Package[] = [];
  let section = '';
  let scope: Scope | undefined;
  for (const [index, raw] of splitShortLines(text).entries()) {
    if (raw.trim() === '' || /^\s*[#;]/.test(raw)) continue;
    const heading = /^\[([^\]]+)\]/.exec(raw)?.[1];
    const [, key, inline] = /^([\w.-]+)\s*[=:](.*)$/.exec(raw) ?? [];
    if (heading !== undefined) section = heading.trim();
    if (heading !== undefined || key !== undefined) scope = key === undefined ? undefined : scopeOf(section, key);
    if (scope === undefined) continue;
    for (const part of inline === undefined ? [raw] : splitInline(inline)) {
      const requirement = readRequirement(part);
      if (requirement) packages.push({ ...requirement, scope, line: index + 1 });
    }
  }
  return packages;
}

function scopeOf(section: string, key: string): Scope | undefined {
  if (section === 'options') return Object.hasOwn(optionScopes, key) ? optionScopes[key] : undefined;
  return section === 'options.extras_require' ? extraScope(key) : undefined;
}

function splitInline(text: string): readonly string[] {
  return text.split(';').filter((part) => !marker.test(part));
}
