#!/usr/bin/env node
import { version } from './generated/version.ts';

const { stdout, stderr, env } = process;

function wantsColors(): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0';
  return stdout.isTTY === true && env.TERM !== 'dumb';
}

/** Loads what reads repositories only if something else than the version is asked. */
async function runAll(args: readonly string[]): Promise<number> {
  const { runCli } = await import('./commands/program.ts');
  return runCli(args, {
    write: (text) => stdout.write(text),
    error: (text) => stderr.write(text),
    colors: wantsColors(),
    width: stdout.columns ?? 100,
  });
}

const args = process.argv.slice(2);
if (args.length === 1 && args[0] === '--version') stdout.write(`${version}\n`);
else process.exitCode = await runAll(args);
