import * as core from '@actions/core';
import { runAction } from './action/run-action.ts';

try {
  await runAction();
} catch (error) {
  // Whatever was thrown, the job has to fail: a tool that could not run has let nothing pass.
  core.setFailed(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
