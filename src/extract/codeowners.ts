import type { OwnerFact } from '../model/fact.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { splitShortLines } from './text-lines.ts';

/** Characters; the host of the repository does not read longer files either. */
export const codeownersSizeLimit = 3_000_000;

/** `[Section]`, `^[Optional][2] @default`: a heading of GitLab, whose owners hold for the lines below. */
const section = /^\^?\[[^\]]+\](?:\[\d+\])?(?:\s+(.*))?$/;

/**
 * The rules of a CODEOWNERS file: a pattern and who owns what it matches, at its line. Comments give nothing.
 * Formats: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners,
 * https://docs.gitlab.com/user/project/codeowners/reference/
 */
export const codeowners: Extractor = {
  name: 'codeowners',
  languages: [],
  gives: ['owner'],
  claims: (path) => /^(?:\.github\/|\.gitlab\/|docs\/)?CODEOWNERS$/.test(path),
  extract: extractOwners,
};

function extractOwners(file: SourceFile): Extraction {
  if (file.text.length > codeownersSizeLimit) return { facts: [], diagnostics: [] };
  const facts: OwnerFact[] = [];
  let defaults: readonly string[] = [];
  for (const [index, raw] of splitShortLines(file.text).entries()) {
    const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
    const heading = section.exec(line);
    if (heading) defaults = splitOwners(heading[1] ?? '');
    if (heading || line === '') continue;
    const [, pattern = '', rest = ''] = /^((?:\\.|[^\s\\])+)(.*)$/.exec(line) ?? [];
    const named = splitOwners(rest);
    facts.push({
      kind: 'owner',
      at: { path: file.path, line: index + 1 },
      role: file.role,
      pattern: pattern.replaceAll('\\ ', ' '),
      owners: named.length > 0 ? named : defaults,
    });
  }
  return { facts: facts.filter(({ pattern }) => pattern !== ''), diagnostics: [] };
}

function splitOwners(text: string): readonly string[] {
  return text.split(/\s+/).filter((owner) => owner.includes('@'));
}
