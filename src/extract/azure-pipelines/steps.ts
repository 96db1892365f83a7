import type { YamlNode } from '../../lib/yaml-nodes.ts';
import { joinConditions, type Step } from '../pipeline/job.ts';
import { lineOf, textAt, valueAt } from '../pipeline/look-up.ts';
import type { Reading } from '../pipeline/reading.ts';
import { coverExpressions } from '../pipeline/rewriting.ts';
import { readScript } from '../pipeline/script.ts';
import { readValues } from '../pipeline/values.ts';
import { applyCondition, describeCondition, type Schedule } from './condition.ts';
import { describeTemplate, expandItems, type Item } from './template.ts';

/** Neither of them ends a script at the first command that fails. */
const shells = ['script', 'bash'];
/** A macro `$(name)` looks like a command to the shell. */
const rewriting = coverExpressions(/\$\((\w[\w.-]*)\)/g, '$(', ')');
const options = { errexit: false, rewriting };

const otherShells = ['pwsh', 'powershell'];

/**
 * The steps of a job: tasks and templates by name with their inputs, scripts by their commands.
 * Format: https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/steps
 */
export function* readSteps(list: YamlNode | undefined, schedule: Schedule, reading: Reading): Generator<Step> {
  for (const item of expandItems(list)) {
    const shared = readShared(item, schedule);
    for (const step of readStep(item.node, reading))
      yield { ...step, ...shared, tolerant: (step.tolerant ?? false) || shared.tolerant };
  }
}

function readShared({ node, conditions }: Item, schedule: Schedule) {
  const own = textAt(node, 'condition');
  const narrowed = [...conditions, own].reduce(
    (outer: Schedule, condition) => applyCondition(condition, outer),
    schedule,
  );
  const disabled = textAt(node, 'enabled')?.toLowerCase() === 'false' ? 'enabled: false' : narrowed.disabled;
  const condition = joinConditions(...conditions, describeCondition(own));
  const directory = readDirectory(node);
  return {
    events: narrowed.events,
    tolerant: isTolerant(node),
    ...(disabled === undefined ? {} : { disabled }),
    ...(condition === undefined ? {} : { condition }),
    ...(directory === undefined ? {} : { directory }),
    env: readValues(valueAt(node, 'env')),
  };
}

/** The folder from the root of the repository, which a step runs in by itself. */
function readDirectory(node: YamlNode): string | undefined {
  const folder = textAt(node, 'workingDirectory') ?? textAt(node, 'inputs', 'workingDirectory');
  const path = folder?.replace(/^\$\((?:Build\.SourcesDirectory|System\.DefaultWorkingDirectory)\)\/*/i, '');
  return path === '' ? undefined : path;
}

/** Tells whether a failure of a job or step fails nothing. */
export function isTolerant(node: YamlNode): boolean {
  return /^true$/i.test(textAt(node, 'continueOnError') ?? '');
}

function readStep(node: YamlNode, reading: Reading): readonly Step[] {
  const template = textAt(node, 'template');
  if (template !== undefined) {
    const uses = describeTemplate(template, reading.file.path);
    return [{ line: lineOf(node, 'template'), uses, with: readValues(valueAt(node, 'parameters')) }];
  }
  const task = textAt(node, 'task');
  if (task !== undefined) return readTask(task, node, reading);
  const shell = shells.find((key) => valueAt(node, key) !== undefined);
  if (shell !== undefined) return readScript(valueAt(node, shell), reading, options);
  const other = otherShells.find((key) => valueAt(node, key) !== undefined);
  return other === undefined ? [] : [{ line: lineOf(node, other) }];
}

/** A task that is handed a shell script gives its commands too. */
function readTask(task: string, node: YamlNode, reading: Reading): readonly Step[] {
  const inputs = valueAt(node, 'inputs');
  const own = { line: lineOf(node, 'task'), uses: task, with: readValues(inputs) };
  const isShell = !/^(?:ps|pscore|batch)$/i.test(textAt(inputs, 'scriptType') ?? '') && !/powershell/i.test(task);
  if (!isShell) return [own];
  const takesScript = /^(?:bash|cmdline|shellscript)@/i.test(task);
  const script = valueAt(inputs, 'inlineScript') ?? (takesScript ? valueAt(inputs, 'script') : undefined);
  if (script !== undefined) return [own, ...readScript(script, reading, options)];
  const file = valueAt(inputs, 'filePath') ?? valueAt(inputs, 'scriptPath');
  return takesScript || valueAt(inputs, 'scriptType') ? [own, ...readScript(file, reading, { rewriting })] : [own];
}
