import type { Event } from '../pipeline/events.ts';
import { allOf, anyOf, negate, type Truth } from '../pipeline/logic.ts';
import { type Branch, narrowEvents, type Question } from '../pipeline/narrow.ts';
import { type Call, describeStatement, readCall, textOf } from './call.ts';
import type { Block, Statement } from './statements.ts';

/** What a condition leaves of the events that start a pipeline. */
export type Narrowed = { readonly events: readonly Event[]; readonly condition: string; readonly disabled?: string };

/**
 * Applies the `when` of a stage.
 * Format: https://www.jenkins.io/doc/book/pipeline/syntax/#when
 */
export function applyWhen(block: Block, events: readonly Event[]): Narrowed {
  const asking = block.statements.filter(
    ({ items: [first] }) => first?.kind !== 'word' || !first.text.startsWith('before'),
  );
  const condition = asking.map(describeStatement).join(' && ');
  const paths = pathsIn(block);
  const asked = [
    ...events,
    ...eventsIn(condition)
      .filter((name) => !events.some((event) => event.name === name))
      .map((name) => ({ name })),
  ];
  const narrowed = narrowEvents(asked, askAll(block));
  const withPaths = narrowed.map((event) => (paths.length === 0 ? event : { ...event, paths }));
  return withPaths.length === 0
    ? { events, condition, disabled: `when: ${condition}` }
    : { events: withPaths, condition };
}

/** Applies the condition of an `if`, as far as it compares the branch. */
export function applyIf(condition: string, events: readonly Event[]): Narrowed {
  const narrowed = narrowEvents(events, askText(condition));
  return narrowed.length === 0 ? { events, condition, disabled: `if: ${condition}` } : { events: narrowed, condition };
}

function eventsIn(condition: string): readonly string[] {
  return [
    ...(/\bbuildingTag\b|\btag\b|\bTAG_NAME\b/.test(condition) ? ['tag'] : []),
    ...(/\bchangeRequest\b|\bCHANGE_ID\b/.test(condition) ? ['pull_request'] : []),
    ...(/TimerTrigger/.test(condition) ? ['schedule'] : []),
    ...(/UserIdCause/.test(condition) ? ['workflow_dispatch'] : []),
  ];
}

function pathsIn({ statements }: Block): readonly string[] {
  return statements.flatMap((statement) => {
    const call = readCall(statement);
    if (call?.name === 'changeset') return [textOf(call.values[0] ?? call.named.get('pattern'))];
    return call?.block && ['allOf', 'anyOf'].includes(call.name) ? pathsIn(call.block) : [];
  });
}

function askAll(block: Block): Question {
  const parts = block.statements.flatMap((statement) => readCall(statement) ?? []).map(askCall);
  return joinQuestions(parts, allOf);
}

function joinQuestions(parts: readonly Question[], join: (truths: readonly Truth[]) => Truth): Question {
  return {
    branches: parts.flatMap(({ branches }) => branches),
    holds: (event, branch) => join(parts.map(({ holds }) => holds(event, branch))),
  };
}

function askCall(call: Call): Question {
  const { name, block } = call;
  switch (name) {
    case 'allOf':
    case 'anyOf': {
      const parts = (block?.statements ?? []).flatMap((statement) => readCall(statement) ?? []).map(askCall);
      return joinQuestions(parts, name === 'allOf' ? allOf : anyOf);
    }
    case 'not': {
      const inner = block ? askAll(block) : unknown;
      return { ...inner, holds: (event, branch) => negate(inner.holds(event, branch)) };
    }
    case 'branch':
      return askBranch(textOf(call.values[0] ?? call.named.get('pattern')));
    case 'environment':
      return /^(?:GIT_)?BRANCH(?:_NAME)?$/.test(textOf(call.named.get('name')))
        ? askBranch(textOf(call.named.get('value')))
        : unknown;
    case 'expression':
      return askText((block?.statements ?? []).map(describeStatement).join(' && '));
    default:
      return askEvent(name, call);
  }
}

function askEvent(name: string, call: Call): Question {
  const started = textOf(call.values[0] ?? call.named.get('cause'));
  const wanted: Readonly<Record<string, string | undefined>> = {
    buildingTag: 'tag',
    tag: 'tag',
    changeRequest: 'pull_request',
    triggeredBy: started === 'TimerTrigger' ? 'schedule' : started === 'UserIdCause' ? 'workflow_dispatch' : undefined,
  };
  const event = wanted[name];
  return event === undefined ? unknown : { branches: [], holds: (asked) => asked === event };
}

const unknown: Question = { branches: [], holds: () => undefined };

function askBranch(pattern: string): Question {
  const branch: Branch = { label: pattern, text: pattern };
  return {
    branches: [branch],
    holds: (event, ref) => event !== 'tag' && event !== 'pull_request' && ref === pattern,
  };
}

const comparison =
  /^\(?\s*(?:return\s+)?\(?\s*(?:env\.)?(?:BRANCH_NAME|GIT_BRANCH)\s*(==|!=)\s*'(?:origin\/)?([^']*)'\s*\)?\s*\)?$/;

/** Comparisons of the branch that `&&` and `||` join; anything else is not known. */
function askText(text: string): Question {
  const parts = text.split('||').map((part) =>
    joinQuestions(
      part.split('&&').map((one) => askComparison(one.trim())),
      allOf,
    ),
  );
  return joinQuestions(parts, anyOf);
}

function askComparison(text: string): Question {
  if (/^\(?\s*(?:return )?false\s*\)?$/.test(text)) return { branches: [], holds: () => false };
  const [, sign, branch] = comparison.exec(text) ?? [];
  if (sign === undefined || branch === undefined) return unknown;
  const asked = askBranch(branch);
  return sign === '==' ? asked : { ...asked, holds: (event, ref) => negate(asked.holds(event, ref)) };
}

/** Whether statements tell that every branch of the repository has its own build. */
export function speaksOfBranches(statements: readonly Statement[]): boolean {
  return statements.some(({ items }) =>
    items.some((item) => {
      if (item.kind === 'block') return speaksOfBranches(item.statements);
      return item.kind === 'word' && /^(?:branch|changeRequest|(?:env\.)?(?:BRANCH_NAME|CHANGE_ID))$/.test(item.text);
    }),
  );
}
