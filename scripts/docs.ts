import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { UserError } from '../src/lib/user-error.ts';
import { loadRulesFolder } from './compile-rules.ts';
import { renderReadme } from './docs/action-inputs.ts';
import { renderFindings } from './docs/findings.ts';
import { comparePages, Pages } from './docs/pages.ts';
import { renderCapability, renderIndex, renderPractice, renderSymptom } from './docs/render-page.ts';
import { groupBySource } from './docs/source.ts';

const root = join(import.meta.dirname, '..');

/** The pages that are written from rules/, the findings and action.yml, by their paths. Throws a UserError if the hand-written part lacks one. */
export function renderDocs(): ReadonlyMap<string, string> {
  const { ruleSet, loaded, sources, regimes } = loadRulesFolder();
  const { model } = ruleSet;
  const pages = Pages.parse(parse(readFileSync(join(root, 'rules/data/pages.yml'), 'utf8')));
  const odd = comparePages(pages, model);
  if (odd.length > 0) throw new UserError(`rules/data/pages.yml and rules/model.yml differ in ${odd.join(', ')}`);
  const groups = groupBySource(loaded, sources);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const none = { means: '', blind: [] };
  return new Map([
    ['README.md', renderReadme(read('README.md'), read('action.yml'))],
    ['docs/findings.md', renderFindings()],
    ['docs/rules.md', renderIndex(model)],
    ...model.practices.map(
      (practice) =>
        [
          `docs/practices/${practice.id}.md`,
          renderPractice(practice, pages.practices[practice.id] ?? none, groups, regimes),
        ] as const,
    ),
    ...model.capabilities.map(
      (capability) =>
        [
          `docs/capabilities/${capability.id}.md`,
          renderCapability(capability, pages.capabilities[capability.id] ?? none, groups),
        ] as const,
    ),
    ...model.symptoms.map(
      (symptom) =>
        [`docs/symptoms/${symptom.id}.md`, renderSymptom(symptom, pages.symptoms[symptom.id] ?? none, groups)] as const,
    ),
  ]);
}

if (import.meta.main) {
  for (const [path, text] of renderDocs()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
