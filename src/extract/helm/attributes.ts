import type { FlatEntry } from '../../lib/flatten-yaml.ts';
import { hiddenValue, showableValue } from '../../lib/secret-names.ts';

const secretFolder = /(?:^|\.)(?:\w*[sS]ecrets?|stringData|credentials?)\.[^.]+(?:\.|$)/;
const harmless = /^(?:true|false|null|-?\d+|\{\}|\[\]|)$/;

/** Values by key path, without those that are secret by their name, by the map that they stand in, or by the `name` beside them. */
export function readValues(entries: readonly FlatEntry[]): Readonly<Record<string, string>> {
  const texts = new Map(entries.map(({ path, value }) => [path, value.text]));
  return Object.fromEntries(entries.map(({ path, value }) => [path, showValue(path, value.text, texts)]));
}

function showValue(path: string, text: string, texts: ReadonlyMap<string, string>): string {
  if (harmless.test(text)) return text;
  const key = path.slice(path.lastIndexOf('.') + 1);
  if (secretFolder.test(path) && !/^(?:name|key|enabled)$|Name$|Ref$/.test(key)) return hiddenValue;
  const name = key === 'value' ? (texts.get(`${path.slice(0, -'value'.length)}name`) ?? key) : key;
  return showableValue(/^(?:key|secretKey|existingSecret\w*)$/.test(name) ? '' : name, text);
}
