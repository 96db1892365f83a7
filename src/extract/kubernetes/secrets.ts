import { hiddenValue, showableValue } from '../../lib/secret-names.ts';

const environmentValue = /^(.+\.env\.\d+)\.value$/;
const configData = /^(?:data|stringData)\.(.+)$/;

/** `kubectl apply` keeps a copy of the whole object here. */
const copy = 'metadata.annotations.kubectl.kubernetes.io/last-applied-configuration';

type Attributes = Readonly<Record<string, string>>;

/** The attributes without what is a secret: the data of a Secret, and values whose name tells of one. */
export function hideSecrets(kind: string, attributes: Attributes): Attributes {
  const shown = Object.entries(attributes).map(([path, value]) => [path, showAttribute(kind, path, value, attributes)]);
  return Object.fromEntries(shown);
}

function showAttribute(kind: string, path: string, value: string, attributes: Attributes): string {
  const data = configData.exec(path)?.[1];
  if (kind === 'Secret' && (data !== undefined || path === copy)) return hiddenValue;
  if (kind === 'ConfigMap' && data !== undefined) return showableValue(data, value);
  const variable = environmentValue.exec(path)?.[1];
  return variable === undefined ? value : showableValue(attributes[`${variable}.name`] ?? '', value);
}
