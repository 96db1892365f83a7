import { describeFolder, type PathParts } from './parts.ts';

const folders = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'third_party',
  'third-party',
  'thirdparty',
  'site-packages',
  '.venv',
  'venv',
  '.tox',
  '.nox',
  '.terraform',
  '.yarn',
]);

/** Charts that a chart depends on are copies. */
const dependentChart = /(?:^|\/)charts\/[^/]+\/charts\//;

const assistantFolders =
  /^\.(?:claude|cursor|codex|windsurf|gemini|agents?|copilot|clinerules|roo|kiro|junie|continue|amazonq|augment|opencode)$/;
const assistantNames =
  /^(?:agents|claude|gemini|skill|copilot-instructions)\.md$|^\.(?:cursorrules|windsurfrules|clinerules)$|\.mdc$/;
const assistantPaths =
  /^\.github\/(?:copilot|prompts\/|instructions\/|chatmodes\/|agents\/|skills\/)|(?:^|\/)skills\/.*\.(?:md|mdx|markdown)$/;

/** Why a path is brought in from elsewhere; or written for coding assistants, which tells what could be done and not what is. */
export function findVendored(parts: PathParts): string | undefined {
  const folder = parts.folders.find((name) => folders.has(name));
  if (folder !== undefined) return describeFolder(folder, 'holds what others wrote');
  if (dependentChart.test(parts.path)) return 'it belongs to a chart that this one depends on';
  return isForAssistants(parts) ? 'it instructs coding assistants' : undefined;
}

function isForAssistants({ folders: above, name, path }: PathParts): boolean {
  return (
    above.some((folder) => assistantFolders.test(folder)) || assistantNames.test(name) || assistantPaths.test(path)
  );
}
