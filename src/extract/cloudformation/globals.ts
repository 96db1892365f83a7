import { type YamlEntry, type YamlNode, yamlEntry } from '../../lib/yaml-nodes.ts';

/** What `Globals` has a section for. */
const section =
  /^AWS::Serverless::(Function|Api|HttpApi|WebSocketApi|SimpleTable|StateMachine|LayerVersion|CapacityProvider)$/;

/**
 * The properties of a resource of SAM with those that hold for all of its type.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
export function withGlobals(type: string, properties: YamlNode | undefined, root: YamlNode): YamlNode | undefined {
  const name = section.exec(type)?.[1];
  const globals = name === undefined ? undefined : yamlEntry(yamlEntry(root, 'Globals')?.value, name)?.value;
  if (!globals) return properties;
  return properties ? mergeNodes(globals, properties) : globals;
}

/** Maps are merged, lists put one behind the other; of scalars the resource's own wins. */
function mergeNodes(general: YamlNode, own: YamlNode): YamlNode {
  if (general.tag !== undefined || own.tag !== undefined) return own;
  if (general.kind === 'list' && own.kind === 'list') return { ...own, items: [...general.items, ...own.items] };
  if (general.kind !== 'map' || own.kind !== 'map') return own;
  const merged: YamlEntry[] = general.entries.map((entry) => {
    const mine = yamlEntry(own, entry.key.text);
    return mine ? { key: mine.key, value: mergeNodes(entry.value, mine.value) } : entry;
  });
  const others = own.entries.filter(({ key }) => yamlEntry(general, key.text) === undefined);
  return { ...own, entries: [...merged, ...others] };
}
