import { joinFolder } from '../../lib/folders.ts';
import type { JobContext, ResourceFact } from '../../model/fact.ts';

export type Start = Pick<JobContext, 'triggers' | 'branches' | 'paths' | 'manual'>;

/** What starts the builds of files, by their provider and path, as declared triggers say. */
export function readTriggers(resources: readonly ResourceFact[]): ReadonlyMap<string, Start> {
  const found = resources.flatMap(({ type, attributes, disabled }) => {
    if (type !== 'google_cloudbuild_trigger' || disabled !== undefined || attributes.disabled === 'true') return [];
    const { filename } = attributes;
    const start = readStart(attributes);
    return filename === undefined || start === undefined
      ? []
      : [[`cloud-build ${joinFolder('', filename)}`, start] as const];
  });
  return new Map(found.toReversed());
}

const heads = ['github.0.', 'trigger_template.0.', 'repository_event_config.0.', 'bitbucket_server_trigger_config.0.'];

function readStart(attributes: ResourceFact['attributes']): Start | undefined {
  const settingOf = (key: string) => heads.map((head) => attributes[head + key]).find((value) => value !== undefined);
  const paths = Object.entries(attributes).flatMap(([key, value]) =>
    /^included_files\.\d+$/.test(key) ? [value] : [],
  );
  const shared = { paths, manual: attributes['approval_config.0.approval_required'] === 'true' };
  const branch = settingOf('push.0.branch') ?? settingOf('branch_name');
  if (branch !== undefined) return { triggers: ['push'], branches: branchesOf(branch), ...shared };
  if (settingOf('push.0.tag') !== undefined || settingOf('tag_name') !== undefined)
    return { triggers: ['tag'], branches: [], ...shared };
  return settingOf('pull_request.0.branch') === undefined
    ? undefined
    : { triggers: ['pull_request'], branches: [], ...shared };
}

/** A pattern that means one name is that name; any other may mean all. */
function branchesOf(pattern: string): readonly string[] {
  const name = pattern.replace(/^\^|\$$/g, '');
  return /^[\w./-]+$/.test(name) ? [name] : [];
}
