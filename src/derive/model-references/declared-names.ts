import type { Fact, ModelClass, ModelReferenceFact, ResourceFact } from '../../model/fact.ts';
import type { ModelTables } from '../../model/model-tables.ts';
import type { Beside, Classifier, KnownModel } from './classify.ts';

type ResourceTable = ModelTables['resources'][number];

/** From what tells least of which model it is to what tells most. */
const order: readonly ModelClass[] = ['alias', 'opaque', 'no-snapshot', 'pinned-until-retired', 'pinned'];

/** Hosted models that resources deploy, each with the name that it is called by. */
export function readDeployments(facts: readonly Fact[], tables: ModelTables) {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'resource') return [];
    const table = tables.resources.find(({ types }) => types.includes(fact.type));
    const id = table && attribute(fact, table.name);
    if (table === undefined || id === undefined) return [];
    const reference: ModelReferenceFact = {
      kind: 'model-reference',
      at: fact.at,
      role: fact.role,
      ...(fact.disabled === undefined ? {} : { disabled: fact.disabled }),
      provider: table.provider,
      id,
      class: classOf(fact, table),
      name: fact.name,
      context: 'resource',
    };
    return [{ called: attribute(fact, table.deployment) ?? fact.name, reference }];
  });
}

/** A version that is written out, and what happens when a newer one comes. */
function classOf(fact: ResourceFact, table: ResourceTable): ModelClass {
  const version = attribute(fact, table.version);
  if (version === undefined) return 'alias';
  const upgrade = attribute(fact, table.upgrade);
  if (!isLiteral(version) || (upgrade !== undefined && !Object.hasOwn(table.upgrades, upgrade))) return 'opaque';
  return upgrade === undefined ? table.otherwise : (table.upgrades[upgrade] ?? 'opaque');
}

function isLiteral(value: string): boolean {
  return /^[\w.-]*\d[\w.-]*$/.test(value) && !/^(?:var|local|module|data|each)\./.test(value);
}

function attribute({ attributes }: ResourceFact, keys: readonly string[]): string | undefined {
  const value = keys.map((key) => attributes[key]).find((found) => found !== undefined);
  return value === '' || value === 'null' ? undefined : value;
}

/** What names of one's own stand for, by the settings of gateways and by the resources that deploy. */
export function declaredNames(
  facts: readonly Fact[],
  deployments: ReturnType<typeof readDeployments>,
  { classify }: Classifier,
  tables: ModelTables,
): ReadonlyMap<string, KnownModel> {
  const names = new Map<string, KnownModel>();
  const declare = (name: string, model: KnownModel) => {
    const known = names.get(name);
    if (!known || order.indexOf(model.class) < order.indexOf(known.class)) names.set(name, model);
  };
  for (const { called, reference } of deployments) {
    if (reference.role !== 'product' || reference.disabled !== undefined) continue;
    declare(called, { provider: reference.provider, id: reference.id, class: reference.class });
  }
  for (const { name, model, beside } of readGateways(facts, tables)) {
    const known = classify(model, beside);
    if (known) declare(name, known);
  }
  return names;
}

function readGateways(facts: readonly Fact[], tables: ModelTables) {
  const settings = new Map<string, string>();
  for (const fact of facts) {
    if (fact.kind === 'config' && fact.role === 'product' && fact.value !== undefined)
      settings.set(`${fact.at.path}#${fact.key}`, fact.value);
  }
  return tables.gateways.flatMap((gateway) => {
    const pattern = new RegExp(`^(.*#)${gateway.name.replaceAll('.', '\\.').replace('*', '(\\d+)')}$`);
    return [...settings].flatMap(([place, name]) => {
      const [, path = '', index = ''] = pattern.exec(place) ?? [];
      const model = settings.get(path + gateway.model.replace('*', index));
      const version = settings.get(path + gateway.version.replace('*', index));
      const beside: Beside = version === undefined ? {} : { version };
      return path === '' || model === undefined ? [] : [{ name, model, beside }];
    });
  });
}
