import { type YamlEntry, type YamlNode, yamlEntry } from '../../lib/yaml-nodes.ts';

/** Something that a file says how to run. */
export type Service = {
  readonly type: 'service' | 'function' | 'database' | 'environment';
  readonly name: string;
  readonly line: number;
  readonly node: YamlNode;
};

export type Format = {
  readonly name: string;
  readonly claims: RegExp;
  /** The services that a root declares; none if the file is of another format with the same name. */
  readonly read: (root: YamlNode, folder: string) => readonly Service[];
  /** Paths of images that run. */
  readonly image?: RegExp;
};

/** What platforms read of a repository to run a service. */
export const formats: readonly Format[] = [
  // https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema
  { name: 'azd', claims: /(?:^|\/)azure\.ya?ml$/, read: (root) => readMap(root, 'services', 'service') },
  // https://www.serverless.com/framework/docs/providers/aws/guide/serverless.yml
  { name: 'serverless', claims: /(?:^|\/)serverless\.(?:ya?ml|json)$/, read: readServerless },
  // https://vercel.com/docs/project-configuration
  { name: 'vercel', claims: /(?:^|\/)vercel\.json$/, read: (root, folder) => readWhole(root, 'name', folder) },
  // https://fly.io/docs/reference/configuration/
  {
    name: 'fly',
    claims: /(?:^|\/)fly(?:\.[\w-]+)?\.toml$/,
    read: (root, folder) => readWhole(root, 'app', folder),
    image: /^build\.image$/,
  },
  // https://render.com/docs/blueprint-spec
  { name: 'render', claims: /(?:^|\/)render\.ya?ml$/, read: readRender, image: /^image\.url$/ },
  // https://docs.railway.com/reference/config-as-code
  {
    name: 'railway',
    claims: /(?:^|\/)railway\.(?:json|toml)$/,
    read: (root, folder) => readWhole(root, 'name', folder),
  },
  // https://cloud.google.com/appengine/docs/standard/reference/app-yaml
  { name: 'app-engine', claims: /(?:^|\/)app(?:\.[\w-]+)?\.ya?ml$/, read: readAppEngine },
  // https://docs.databricks.com/aws/en/dev-tools/databricks-apps/app-runtime
  { name: 'databricks-app', claims: /(?:^|\/)app\.ya?ml$/, read: readDatabricksApp },
  // https://developers.cloudflare.com/workers/wrangler/configuration/
  {
    name: 'wrangler',
    claims: /(?:^|\/)wrangler\.(?:toml|jsonc?)$/,
    read: (root, folder) => readWhole(root, 'name', folder),
  },
  // https://docs.aws.amazon.com/apprunner/latest/dg/config-file-ref.html
  { name: 'apprunner', claims: /(?:^|\/)apprunner\.ya?ml$/, read: (root, folder) => readWhole(root, 'name', folder) },
  // https://aws.github.io/copilot-cli/docs/manifest/overview/
  {
    name: 'copilot',
    claims: /(?:^|\/)copilot\/(?:[^/]+\/)+manifest\.ya?ml$/,
    read: (root, folder) => readWhole(root, 'name', folder),
    image: /^image\.location$/,
  },
  // https://docs.bentoml.com/en/latest/reference/bentoml/bento-build-options.html
  { name: 'bentofile', claims: /(?:^|\/)bentofile\.ya?ml$/, read: (root, folder) => readWhole(root, 'name', folder) },
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html
  { name: 'samconfig', claims: /(?:^|\/)samconfig\.(?:toml|ya?ml)$/, read: readSamconfig },
];

function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function textOf(node: YamlNode | undefined, name: string): string | undefined {
  const value = yamlEntry(node, name)?.value;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}

function readMap(root: YamlNode, name: string, type: Service['type']): readonly Service[] {
  return entriesOf(yamlEntry(root, name)?.value)
    .filter(({ value }) => value.kind === 'map')
    .map(({ key, value }) => ({ type, name: key.text, line: key.line, node: value }));
}

/** A file that is about one service, which may have the name of its folder. */
function readWhole(root: YamlNode, key: string, folder: string): readonly Service[] {
  if (root.kind !== 'map') return [];
  const named = yamlEntry(root, key);
  const name = textOf(root, key) ?? folder;
  return [{ type: 'service', name, line: named?.key.line ?? root.entries[0]?.key.line ?? 1, node: root }];
}

function readServerless(root: YamlNode, folder: string): readonly Service[] {
  if (root.kind !== 'map' || !yamlEntry(root, 'provider')) return [];
  const apart = /^(?:functions|resources)$/;
  const own = { ...root, entries: root.entries.filter(({ key }) => !apart.test(key.text)) };
  return [...readWhole(own, 'service', folder), ...readMap(root, 'functions', 'function')];
}

function readRender(root: YamlNode): readonly Service[] {
  return [...readList(root, 'services', 'service'), ...readList(root, 'databases', 'database')];
}

function readList(root: YamlNode, key: string, type: Service['type']): readonly Service[] {
  const list = yamlEntry(root, key)?.value;
  const items = list?.kind === 'list' ? list.items : [];
  return items.map((node) => ({ type, name: textOf(node, 'name') ?? '', line: node.line, node }));
}

function readAppEngine(root: YamlNode): readonly Service[] {
  if (textOf(root, 'runtime') === undefined || yamlEntry(root, 'apiVersion')) return [];
  return readWhole(root, 'service', 'default');
}

function readDatabricksApp(root: YamlNode, folder: string): readonly Service[] {
  const isOther = ['runtime', 'apiVersion', 'kind', 'services'].some((key) => yamlEntry(root, key) !== undefined);
  return isOther || yamlEntry(root, 'command')?.value.kind !== 'list' ? [] : readWhole(root, 'name', folder);
}

/** Each table at the top is an environment. */
function readSamconfig(root: YamlNode): readonly Service[] {
  return entriesOf(root)
    .filter(({ value }) => value.kind === 'map')
    .map(({ key, value }) => ({ type: 'environment', name: key.text, line: key.line, node: value }));
}
