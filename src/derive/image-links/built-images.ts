import type { Fact, StepFact } from '../../model/fact.ts';
import { fillExpressions } from './fill-expressions.ts';

/** What a pipeline calls the images that it builds. */
export type BuiltImages = {
  /** References as far as they are known: `ghcr.io/acme/answers:${{ github.sha }}`. */
  readonly references: readonly string[];
  /** Some step builds an image whose name it does not tell. */
  readonly isPartial: boolean;
};

/** The activity of a step that builds or pushes an image, by its id under rules/activity/. */
const building = 'builds-image';

const outputOfStep = /\$\{\{[^}]*\bsteps\./;

/** The images that steps build, by what activity rules say of the steps. */
export function readBuiltImages(facts: readonly Fact[], repository: string | undefined): BuiltImages {
  const steps = facts.filter((fact): fact is StepFact => fact.kind === 'step');
  const builders = steps.filter(({ activities, disabled }) => disabled === undefined && activities.includes(building));
  const named = builders.map((step) => {
    const words = [...wordsOfAction(step), ...wordsOfCommand(step)];
    const filled = words.flatMap((word) => choicesOf(fillExpressions(word, step.env, repository), step.env));
    const known = filled.filter((word) => !outputOfStep.test(word));
    const meant = known.length < filled.length ? imagesOfJob(step, steps) : [];
    const composed = isComposed(step) ? imagesOfServices(facts) : [];
    return [...known, ...meant.map((word) => fillExpressions(word, step.env, repository)), ...composed];
  });
  return { references: named.flat(), isPartial: named.some((references) => references.length === 0) };
}

/** An input that says not to push makes a trial. */
function wordsOfAction({ uses, with: inputs }: StepFact): readonly string[] {
  if (uses === undefined || inputs.push === 'false') return [];
  return Object.entries(inputs).flatMap(([key, value]) => {
    if (/^(?:images?|image[-_]?name|repository|destinations?)$/i.test(key)) return splitWords(value);
    if (/^(?:outputs?|set)$/i.test(key))
      return [...value.matchAll(/(?:\bname|\.tags)=((?:\$\{\{[^}]*\}\}|[^\s,])+)/g)].map(([, name = '']) => name);
    // Beside a name there may be tags alone.
    return /^(?:tags?|name)$/i.test(key) ? splitWords(value).filter((word) => /[/:]|\$\{\{/.test(word)) : [];
  });
}

/** A comma or a line parts words; blanks do too, but not within `${{ … }}`. */
function splitWords(text: string): readonly string[] {
  return (text.match(/(?:\$\{\{[^}]*\}\}|[^\s,])+/g) ?? []).filter((word) => !/^(?:type|name)=/.test(word));
}

const nameOption = /^(?:-t|--tag|--image|--destination|--tags|-Dimage)$/;

/** What stands behind an option that gives a name, or behind `push`. */
function wordsOfCommand({ command }: StepFact): readonly string[] {
  const words = splitWords(command ?? '');
  return words.flatMap((word, index) => {
    const [option = '', ...value] = word.split('=');
    if (nameOption.test(option) && value.length > 0) return [value.join('=')];
    const before = words[index - 1] ?? '';
    if (word.startsWith('-')) return [];
    return nameOption.test(before) || (before === 'push' && !isCompose(command ?? '')) ? [word] : [];
  });
}

/** `${{ a && 'acme/x' || env.IMAGE }}` is one of two. */
function choicesOf(word: string, variables: Readonly<Record<string, string>>): readonly string[] {
  if (!/^\$\{\{[^}]*\}\}/.test(word)) return [word];
  const choices = [...word.matchAll(/(?:&&|\|\|)\s*(?:'([^'\s]+)'|env\.(\w+))/g)].flatMap(
    ([, literal, name = '']) => literal ?? variables[name] ?? [],
  );
  const images = choices.filter((choice) => choice.includes('/'));
  return images.length === 0 ? [word] : images;
}

/** Where tags are the output of a step before, that one was told the names. */
function imagesOfJob({ at, job }: StepFact, steps: readonly StepFact[]): readonly string[] {
  return steps
    .filter((step) => step.at.path === at.path && step.job === job)
    .flatMap(({ with: inputs }) => splitWords(inputs.images ?? ''));
}

function isComposed({ command }: StepFact): boolean {
  return command !== undefined && isCompose(command);
}

function isCompose(command: string): boolean {
  return /\bcompose\b/.test(command);
}

/** The images of services that are built from a folder of the repository. */
function imagesOfServices(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'resource' || fact.tool !== 'compose') return [];
    const isBuilt = Object.keys(fact.attributes).some((key) => key === 'build' || key.startsWith('build.'));
    return isBuilt ? (fact.attributes.image ?? []) : [];
  });
}
