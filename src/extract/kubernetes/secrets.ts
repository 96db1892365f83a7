import { hiddenValue, showableValue } from '../../lib/secret-names.ts';

const environmentValue = /^(.+\.env\.\d+)\.value$/;
/** Settings that an object brings for a chart: by key path, by the name beside them, or as a text of lines. */
const chartSetting = /^spec\.(?:.*\.)?(?:values|valuesObject)\.(?:.+\.)?([^.]+)$/;
const chartParameter = /^(.+\.helm\.parameters\.\d+)\.value$/;
const chartText = /\.helm\.values$/;
const configData = /^(?:data|stringData)\.(.+)$/;

/** `kubectl apply` keeps a copy of the whole object here. */
const copy = 'metadata.annotations.kubectl.kubernetes.io/last-applied-configuration';

const listedSetting = /^(spec\.(?:.*\.)?(?:values|valuesObject)\..*\d+)\.value$/;

const settingLine = /^([ \t]*)([\w.-]+):[ \t]+(\S.*)$/gm;

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
  if (chartText.test(path)) return value.replace(settingLine, showLine);
  const setting = chartSetting.exec(path)?.[1];
  if (setting !== undefined && setting !== 'value') return showableValue(setting, value);
  const variable = (environmentValue.exec(path) ?? chartParameter.exec(path) ?? listedSetting.exec(path))?.[1];
  return variable === undefined ? value : showableValue(attributes[`${variable}.name`] ?? '', value);
}

function showLine(_: string, margin: string, key: string, value: string): string {
  return `${margin}${key}: ${showableValue(key, value)}`;
}
