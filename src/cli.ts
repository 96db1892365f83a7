#!/usr/bin/env node
import { runCli } from './commands/program.ts';

const { stdout, stderr, env } = process;

function wantsColors(): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}

process.exitCode = await runCli(process.argv.slice(2), {
  write: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
  colors: wantsColors(),
  width: stdout.columns ?? 100,
});
