import type { Fact, ModelReferenceFact } from '../model/fact.ts';
import { compareLocations } from '../model/location.ts';
import type { ModelTables } from '../model/model-tables.ts';
import { type BindingOf, makeBindingOf } from './model-references/bindings.ts';
import { type Classifier, type KnownModel, makeClassifier } from './model-references/classify.ts';
import { makeContextOf } from './model-references/context.ts';
import { declaredNames, readDeployments } from './model-references/declared-names.ts';
import type { NamedValue, Wants } from './model-references/named-value.ts';
import { namedValues } from './model-references/named-values.ts';

/** Names in one collection from which on it is one of choices or prices, and not of what is deployed. */
export const listSizeFrom = 4;

/**
 * The places that name a model, by the tables of rules/data/models.yml: in settings, resources, jobs, steps and code. A
 * name of one's own stands for what a gateway or a resource of the repository declares under it.
 */
export function deriveModelReferences(facts: readonly Fact[], tables: ModelTables): readonly ModelReferenceFact[] {
  const classifier = makeClassifier(tables);
  const deployments = readDeployments(facts, tables);
  const look: Look = {
    classifier,
    bindingOf: makeBindingOf(tables),
    declared: declaredNames(facts, deployments, classifier, tables),
  };
  const found = namedValues(facts, tables, (value) => mayName(value, look)).flatMap((value) => {
    const model = findModel(value, look);
    return model ? [{ value: { ...value, ...groupUnbound(value, look) }, model }] : [];
  });
  const isLong = countGroups(found);
  const contextOf = makeContextOf(tables);
  const references = withoutRepeats(found).map(({ value, model }): ModelReferenceFact => {
    const { at, role, disabled, name } = value;
    const seen = { kind: 'model-reference', at, role, ...(disabled === undefined ? {} : { disabled }) } as const;
    return { ...seen, ...model, name, context: isLong(value) ? 'list' : contextOf(value) };
  });
  const declared = deployments.map(({ reference }) => reference);
  return [...declared, ...references].sort((a, b) => compareLocations(a.at, b.at));
}

type Look = {
  readonly classifier: Classifier;
  readonly bindingOf: BindingOf;
  readonly declared: ReadonlyMap<string, KnownModel>;
};

function mayName({ name, among, value }: Parameters<Wants>[0], { bindingOf, classifier }: Look): boolean {
  if (bindingOf(name) !== undefined || (among !== undefined && bindingOf(among) !== undefined)) return true;
  return value.length < 300 && classifier.hasPrefix(value);
}

/** A variable with what it is if nobody sets it: `${MODEL:-gpt-4o}`, `${MODEL:gpt-4o}`, `${MODEL=gpt-4o}`. */
const withDefault = /^\$\{[\w.]+(?::[-=]?|[-=])([^{}$]*)\}$/;

/** A value that is only known when it runs. */
const variable =
  /^(?:\$\{\{.*\}\}|\$\{[^{}]*\}|\$\w+|\$\(\w+\)|\{\{.*\}\}|(?:var|local|module|data|each|settings)\.\S+|os\.environ\/\S+)$/s;

/** Written where nothing is named. */
const empty = /^(?:true|false|null|none|undefined|unknown|default|auto|n\/a|your[-_ ].*|\d+(?:\.\d+)?|\{\}|\[\]|)$/i;

/** A name that one could have given to a model, and not the path of a key (`llm.model`). */
const plausible = /^(?![a-z_]+(?:\.[a-z_]+)+$)[A-Za-z][\w.:/@-]{1,150}$/;

function findModel({ name, among, value, beside }: NamedValue, look: Look): KnownModel | undefined {
  const written = value.trim();
  const text = withDefault.exec(written)?.[1] ?? written;
  const binding = look.bindingOf(name) ?? (among === undefined ? undefined : look.bindingOf(among));
  if (binding === undefined) return look.classifier.classifyPrefixed(text);
  const isVariable = variable.test(text);
  if (binding === 'artifact') return isVariable ? undefined : look.classifier.classifyArtifact(text);
  const declared = look.declared.get(text);
  if (declared) return declared;
  const known = isVariable ? undefined : look.classifier.classify(text, beside);
  if (known || binding !== 'always' || empty.test(text)) return known;
  return isVariable || plausible.test(text) ? { provider: 'unknown', id: text, class: 'opaque' } : undefined;
}

type Found = { readonly value: NamedValue; readonly model: KnownModel };

/** Models that one file of code names under no name of theirs stand in a table of its own. */
function groupUnbound({ context, name, at }: NamedValue, { bindingOf }: Look): Pick<NamedValue, 'group'> {
  return context === 'code' && bindingOf(name) === undefined ? { group: `${at.path}#` } : {};
}

function countGroups(found: readonly Found[]) {
  const groups = new Map<string, Set<string>>();
  for (const { value, model } of found) {
    if (value.group !== undefined) groups.set(value.group, (groups.get(value.group) ?? new Set()).add(model.id));
  }
  return ({ group }: NamedValue) => group !== undefined && (groups.get(group)?.size ?? 0) >= listSizeFrom;
}

/** One place may be seen twice: by two key paths, or by every step that a variable is in sight of. */
function withoutRepeats(found: readonly Found[]): readonly Found[] {
  const seen = new Map<string, Found>();
  for (const each of found) {
    const { at, context, name } = each.value;
    const line = context === 'step' ? '' : at.line;
    const key = [at.path, line, name, each.model.id, each.model.class].join(' ');
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}
