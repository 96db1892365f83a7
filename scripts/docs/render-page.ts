import type { Capability, MaturityModel, Practice, Symptom } from '../../src/model/maturity.ts';
import type { Regime } from '../expand-regimes.ts';
import { bullet, escapeText, fence, joinBlocks, sentence } from './markdown.ts';
import type { Entry } from './pages.ts';
import { renderFixes, renderLookAlikes, renderRules } from './rule-list.ts';
import { type RuleSource, strengthsFor } from './source.ts';

const generated = '<!-- Written by `npm run docs` from rules/; change those. -->';

/** The sources that speak for one of the targets. */
function speakingFor(sources: readonly RuleSource[], targets: readonly string[]): readonly RuleSource[] {
  return sources.filter((source) => targets.some((target) => strengthsFor(source, target).length > 0));
}

function renderBlind({ blind }: Entry): readonly string[] {
  return ['## What the rules cannot see', blind.map((text) => bullet(escapeText(text))).join('\n')];
}

/** A page in docs/practices. */
export function renderPractice(
  practice: Practice,
  entry: Entry,
  sources: readonly RuleSource[],
  regimes: readonly Regime[],
): string {
  const targets = practice.aspects.map(({ id }) => `${practice.id}/${id}`);
  const speaking = speakingFor(sources, targets);
  const isPerRegime = practice.aspects.some(({ per }) => per === 'regime');
  return joinBlocks([
    generated,
    `# ${escapeText(practice.title)}`,
    `\`${practice.id}\`, Stage ${practice.stage}. ${sentence(escapeText(entry.means))} ${escapeText(practice.why)}`,
    '## What counts',
    ...practice.aspects.flatMap((aspect) => renderAspect(practice, aspect, speaking)),
    '## What does not count',
    renderLookAlikes(speaking),
    ...renderBlind(entry),
    '## How to add it',
    practice.aspects.map(({ id, fix }) => bullet(`\`${id}\`: ${escapeText(fix)}`)).join('\n'),
    'By what a repository uses:',
    renderFixes(speaking.filter((source) => source.rules[0].proves !== undefined)),
    ...(isPerRegime ? ['## Regimes', renderRegimes(regimes)] : []),
    '## How to attest or waive it',
    `In \`stagegate.yml\`, where the evidence lies outside the repository or the aspect does not apply:`,
    renderPolicy(targets[0] ?? practice.id),
  ]);
}

function renderAspect(practice: Practice, aspect: Practice['aspects'][number], sources: readonly RuleSource[]) {
  const months = aspect['within-months'];
  const notes = [
    aspect.optional ? 'It is optional.' : '',
    months === undefined ? '' : `Only what is dated within ${months} months counts; older, it is stale.`,
    aspect.per === 'regime' ? `Each regime of the policy asks for \`${aspect.id}:<regime>\` beside it.` : '',
  ].filter(Boolean);
  return [
    `### ${aspect.id}`,
    [sentence(escapeText(aspect.title)), ...notes].join(' '),
    renderRules(sources, `${practice.id}/${aspect.id}`),
  ];
}

function renderRegimes(regimes: readonly Regime[]): string {
  const rows = regimes.map(
    ({ id, name, status, write }) => `| \`${id}\` | ${escapeText(name)} | ${status} | ${escapeText(write)} |`,
  );
  return ['| id | regime | status | what a document on it says |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function renderPolicy(aspect: string): string {
  return fence(
    'yaml',
    `version: 1
systems:
  my-system:
    root: .
    attest:
      - aspect: ${aspect}
        by: platform-lead
        on: 2026-11-02
        until: 2027-05-02
        url: https://wiki.example.org/${aspect}
    waive:
      - aspect: ${aspect}
        reason: why it is not needed here, or not yet
        owner: platform-team
        until: 2027-03-31`,
  );
}

/** A page in docs/capabilities. */
export function renderCapability(capability: Capability, entry: Entry, sources: readonly RuleSource[]): string {
  const speaking = speakingFor(sources, [capability.id]);
  const { scale, from, words } = capability.justified;
  return joinBlocks([
    generated,
    `# ${sentence(escapeText(capability.title)).replace(/\.$/, '')}`,
    `\`${capability.id}\`, justified from ${escapeText(words)}. ${sentence(escapeText(entry.means))} ${escapeText(capability.why)}`,
    `Instead: ${sentence(escapeText(capability.instead))}`,
    '## What counts',
    renderRules(speaking, capability.id),
    '## What does not count',
    renderLookAlikes(speaking),
    ...renderBlind(entry),
    '## What to do instead, by what was found',
    renderFixes(speaking),
    '## How to justify or waive it',
    'Say the scale in `stagegate.yml`, or waive it with a reason:',
    fence(
      'yaml',
      `version: 1
systems:
  my-system:
    root: .
    scale:
      ${scale}: ${from}
    waive:
      - capability: ${capability.id}
        reason: why it pays off here
        owner: platform-team
        until: 2027-03-31`,
    ),
  ]);
}

/** A page in docs/symptoms. */
export function renderSymptom(symptom: Symptom, entry: Entry, sources: readonly RuleSource[]): string {
  const speaking = speakingFor(sources, [symptom.id]);
  return joinBlocks([
    generated,
    `# ${escapeText(symptom.title)}`,
    `\`${symptom.id}\`, a symptom of Stage 1. ${sentence(escapeText(entry.means))} ${escapeText(symptom.why)} It explains, and never changes the stage.`,
    '## What counts',
    renderRules(speaking, symptom.id),
    '## What does not count',
    renderLookAlikes(speaking),
    ...renderBlind(entry),
    '## What to do',
    [bullet(escapeText(symptom.fix)), renderFixes(speaking)].join('\n'),
  ]);
}

/** The list of all pages, docs/rules.md. */
export function renderIndex({ stages, practices, capabilities, symptoms }: MaturityModel): string {
  const byStage = stages.slice(1).flatMap(({ stage, name }) => [
    `## Stage ${stage} · ${name}`,
    practices
      .filter((practice) => practice.stage === stage)
      .map(({ id, title }) => bullet(`[${escapeText(title)}](practices/${id}.md)`))
      .join('\n'),
  ]);
  return joinBlocks([
    generated,
    '# What the rules look for',
    'A page for each practice, capability and symptom: what it means, what counts, what does not, and what to do. What was left out of the rules, and why, is in [a list of its own](rules-left-out.md).',
    ...byStage,
    '## Capabilities that most teams can skip',
    capabilities
      .map(({ id, title }) => bullet(`[${sentence(escapeText(title)).replace(/\.$/, '')}](capabilities/${id}.md)`))
      .join('\n'),
    '## Symptoms of Stage 1',
    symptoms.map(({ id, title }) => bullet(`[${escapeText(title)}](symptoms/${id}.md)`)).join('\n'),
  ]);
}
