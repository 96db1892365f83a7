import type { ReportingDescriptor } from 'sarif';
import { escapeControl, escapeProse } from '../../lib/escape.ts';
import type { MaturityModel } from '../../model/maturity.ts';
import { levels } from '../../model/report.ts';
import type { Alert } from '../view/alerts.ts';
import { docsFolder, kindWords } from '../view/kinds.ts';
import { ruleIdOf, sarifLevels } from './result.ts';
import { plainMessage } from './text.ts';

export type SarifRules = {
  readonly descriptors: readonly ReportingDescriptor[];
  readonly indexOf: (alert: Alert) => number;
};

/** The rules that the alerts speak of: a kind of finding together with a practice or a capability, in the model's words. */
export function rulesOf(alerts: readonly Alert[], model: MaturityModel): SarifRules {
  const firsts = new Map<string, Alert>();
  for (const alert of alerts) {
    const id = ruleIdOf(alert);
    const before = firsts.get(id);
    if (!before || levels.indexOf(alert.level) < levels.indexOf(before.level)) firsts.set(id, alert);
  }
  const ids = [...firsts.keys()];
  return {
    descriptors: [...firsts].map(([id, alert]) => describeRule(id, alert, model)),
    indexOf: (alert) => ids.indexOf(ruleIdOf(alert)),
  };
}

function describeRule(id: string, { kind, subject, level }: Alert, model: MaturityModel): ReportingDescriptor {
  const words = kindWords[kind] ?? { title: kind, help: kind };
  const about = subject === undefined ? undefined : subjectWords(subject, model);
  const text = [words.help, ...(about?.help ?? [])].join('\n');
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: plainMessage(about ? `${words.title}: ${about.title}` : words.title) },
    fullDescription: { text: plainMessage(words.help) },
    help: { text, markdown: [words.help, ...(about?.help ?? [])].map(escapeProse).join('\n\n') },
    helpUri: `${docsFolder}/${about?.page ?? `findings.md#${encodeURIComponent(escapeControl(kind))}`}`,
    defaultConfiguration: { level: sarifLevels[level] },
    properties: { tags: ['mlops', kind], 'problem.severity': level === 'notice' ? 'recommendation' : level },
  };
}

/** What the model says of a practice or a capability. */
function subjectWords(subject: string, { practices, capabilities }: MaturityModel) {
  const practice = practices.find(({ id }) => id === subject);
  if (practice) {
    const aspects = practice.aspects.map(({ id, title, fix }) => `${id}: ${title}. ${fix}`);
    return {
      title: practice.title,
      page: `practices/${practice.id}.md`,
      help: [`Stage ${practice.stage}. ${practice.why}`, ...aspects],
    };
  }
  const capability = capabilities.find(({ id }) => id === subject);
  if (!capability) return undefined;
  const { title, why, instead, justified } = capability;
  return {
    title,
    page: `capabilities/${capability.id}.md`,
    help: [why, `Worth it from ${justified.words}.`, `Instead: ${instead}`],
  };
}

/** `GapEvalInCi`: the name of a rule is an identifier. */
function nameOf(id: string): string {
  return id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
