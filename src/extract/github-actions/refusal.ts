import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { convertOn } from '@actions/workflow-parser/model/converter/events';
import { convertJobs } from '@actions/workflow-parser/model/converter/jobs';
import { tellParserError } from '../../lib/parser-error.ts';
import type { SourceFile } from '../../model/source.ts';
import type { Problem } from './yaml-tree.ts';

type Context = ReturnType<typeof parseWorkflow>['context'];

/**
 * What GitHub's own parser objects to in a workflow: unknown keys, jobs and contexts, cycles, bad expressions. Not for
 * files with aliases: it writes every one of them out, without a limit. Facts are not read from its tokens, since those
 * no longer hold the text of what has an expression in it.
 */
export function findRefusals(file: SourceFile): readonly Problem[] {
  try {
    const { context, value } = parseWorkflow({ name: file.path, content: file.text }, new NoOperationTraceWriter());
    // What follows from an error is no news, and the converters throw on what is not a workflow at all.
    if (value && context.errors.count === 0) convert(value, context);
    return context.errors
      .getErrors()
      .map(({ rawMessage, range }) => ({ message: rawMessage, line: range?.start.line ?? 1 }));
  } catch (error) {
    return [{ message: tellParserError(error), line: 1 }];
  }
}

function convert(root: NonNullable<ReturnType<typeof parseWorkflow>['value']>, context: Context): void {
  for (const { key, value } of root.assertMapping('workflow')) {
    if (key.toString() === 'on') convertOn(context, value);
    if (key.toString() === 'jobs') convertJobs(context, value);
  }
}
