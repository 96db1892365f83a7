import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../generated/version.ts';
import { parseName } from '../github/connect.ts';
import { UserError } from '../lib/user-error.ts';
import { modes } from '../model/report.ts';
import { reportFormats } from '../report/formats.ts';
import { builtInRuleSet } from '../rules/built-in.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { check, type ReportFile } from './check.ts';
import { compare, compareFormats } from './compare.ts';
import { renderCoverage } from './coverage.ts';
import { explain } from './explain.ts';
import { factFormats, showFacts } from './facts.ts';
import { appendToHistory, historyFormats, showHistory } from './history.ts';
import { initialise } from './init.ts';
import { plan, planFormats } from './plan.ts';
import { listRules } from './rules.ts';
import type { Terminal } from './terminal.ts';
import { testRules } from './test-rules.ts';

/** Runs the command line. Takes the arguments after the program's name; gives the exit code. Every word goes to the terminal that was handed in. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = describeProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UserError) {
      terminal.error(`${error.message}\n`);
      return 2;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.error(`This is a bug in stagegate ${version}; please report it with what follows.\n${stack}\n`);
    return 70;
  }
}

const exitCodes = `
Exit codes, for every format:
  0   passed, or nothing to enforce
  1   the gate is not met
  2   bad input or policy
  3   the scan is incomplete, which is never a pass
  70  a bug`;

function describeProgram(terminal: Terminal, exit: (code: number) => void): Command {
  const ruleSet = builtInRuleSet();
  const program = new Command('stagegate')
    .description(
      'Finds the MLOps stage of every AI system in a repository, what proves it, and what blocks the next one.',
    )
    .version(version, '--version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: terminal.write, writeErr: terminal.error })
    .showHelpAfterError('(stagegate --help lists the commands)');

  program
    .command('check', { isDefault: false })
    .description('scan a folder, print the report, and fail if the policy is not met')
    .argument('[directory]', 'the folder of a repository', '.')
    .option('--policy <file>', 'a policy from elsewhere; else stagegate.yml or .github/stagegate.yml')
    .addOption(new Option('--mode <mode>', "overrides the policy's mode").choices(modes))
    .option('--base <commit>', 'compare with this commit or branch, whose policy counts; mode ratchet needs one')
    .addOption(orgPolicyOption())
    .option('--no-waivers', 'the result without the waivers and attestations of the policy')
    .option('--system <name>', 'only this system')
    .addOption(new Option('--format <format>', 'what to print').choices(reportFormats).default('text'))
    .option('--output <file>', 'write there instead of to the terminal')
    .addOption(reportOption())
    .option('--evidence', 'list what proves each practice', false)
    .option('--settings', "read GitHub's settings too, with GITHUB_TOKEN or GH_TOKEN if one is set", false)
    .option(
      '--github <owner/name>',
      'the repository on GitHub, if the remote does not tell; reads its settings',
      repositoryName,
    )
    .option('--today <date>', 'the day to judge dates by (YYYY-MM-DD)', isoDate)
    .addHelpText('after', exitCodes)
    .action(async (directory: string, options) => exit(await check(directory, options, ruleSet, terminal)));

  describePlan(program, ruleSet, terminal, exit);
  describeComparisons(program, ruleSet, terminal, exit);
  describeRules(program, ruleSet, terminal);
  describeFacts(program, ruleSet, terminal);

  program
    .command('explain')
    .description('explain a practice, an aspect, a capability, a symptom or a rule')
    .argument('<name>', 'for example eval-in-ci, eval-in-ci/on-change, model-registry, or the id of a rule')
    .action((name: string) => terminal.write(explain(ruleSet, name)));

  program
    .command('init')
    .description('write a policy for the systems that are found; never overwrites one')
    .argument('[directory]', 'the folder of a repository', '.')
    .action(async (directory: string) => terminal.write(await initialise(directory, ruleSet)));

  return program;
}

function describePlan(program: Command, ruleSet: RuleSet, terminal: Terminal, exit: (code: number) => void): void {
  program
    .command('plan')
    .description('what to do next for each system, with its effort, and in which quarter')
    .argument('[directory]', 'the folder of a repository', '.')
    .option('--policy <file>', 'a policy from elsewhere; else stagegate.yml or .github/stagegate.yml')
    .addOption(orgPolicyOption())
    .option('--capacity <weeks>', "engineering weeks a quarter; else the policy's", positive)
    .addOption(new Option('--format <format>', 'what to print').choices(planFormats).default('text'))
    .option('--output <file>', 'write there instead of to the terminal')
    .option('--today <date>', 'the day to judge dates by (YYYY-MM-DD)', isoDate)
    .action(async (directory: string, options) => exit(await plan(directory, options, ruleSet, terminal)));
}

function describeRules(program: Command, ruleSet: RuleSet, terminal: Terminal): void {
  const rules = program
    .command('rules')
    .description('list the rules')
    .argument('[filter]', 'part of an id, a title or a target')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json']).default('text'))
    .action((filter: string | undefined, options) => terminal.write(listRules(ruleSet, filter, options)));

  rules
    .command('coverage')
    .description('tell on how many rules, and of which kinds, each aspect rests')
    .option('--format <format>', 'text or json', 'text')
    .action((options, { parent }) => terminal.write(renderCoverage(ruleSet, { ...options, ...parent?.opts() })));

  rules
    .command('test')
    .description("check a folder of a team's own rules and run their examples")
    .argument('<folder>', 'the folder that the policy names under rules')
    .action(async (folder: string) => terminal.write(await testRules(folder, ruleSet)));
}

function describeFacts(program: Command, ruleSet: RuleSet, terminal: Terminal): void {
  program
    .command('facts')
    .description('print what was read of a folder as rules see it, for people who write rules')
    .argument('[directory]', 'the folder of a repository', '.')
    .addOption(
      listOption('--kind <kind>', 'only facts of this kind (job, step, resource …); can be given several times'),
    )
    .option('--path <glob>', 'only facts in these files')
    .addOption(new Option('--format <format>', 'what to print').choices(factFormats).default('text'))
    .action(async (directory: string, options) => terminal.write(await showFacts(directory, options, ruleSet)));
}

function describeComparisons(
  program: Command,
  ruleSet: RuleSet,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  program
    .command('compare')
    .description('tell what was lost, gained and bought early between two reports')
    .argument('<base>', 'a report that check --format json wrote')
    .argument('<head>', 'a later one')
    .addOption(new Option('--format <format>', 'what to print').choices(compareFormats).default('text'))
    .action((base: string, head: string, options) => terminal.write(compare(base, head, options, ruleSet, terminal)));

  const history = program.command('history').description('keep results over time, and tell how stages moved and why');

  history
    .command('append')
    .description('add the result of a report to a history, once for a commit')
    .argument('<file>', 'the history, a JSON object a line; made if it is not there')
    .argument('<report>', 'a report that check --format json wrote')
    .option('--today <date>', 'the day of the result (YYYY-MM-DD)', isoDate, new Date().toISOString().slice(0, 10))
    .action((file: string, report: string, { today }) => exit(appendToHistory(file, report, today, terminal)));

  history
    .command('show')
    .description('tell how the stage of each system moved, and by what')
    .argument('<file>', 'the history')
    .addOption(new Option('--format <format>', 'what to print').choices(historyFormats).default('text'))
    .action((file: string, options) => terminal.write(showHistory(file, options, ruleSet, terminal)));
}

function orgPolicyOption(): Option {
  return listOption(
    '--org-policy <file>',
    'a policy above it, from anywhere or owner/repo/path.yml@ref; can be given several times',
  );
}

function listOption(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((item: string, before: readonly string[]) => [...before, item])
    .default([], 'none');
}

function reportOption(): Option {
  return new Option('--report <format=file>', 'also write a file in this format; can be given several times')
    .argParser((text: string, before: readonly ReportFile[]) => [...before, reportFile(text)])
    .default([], 'none');
}

function reportFile(text: string): ReportFile {
  const split = text.indexOf('=');
  const format = reportFormats.find((name) => name === text.slice(0, split));
  const path = text.slice(split + 1);
  if (split === -1 || format === undefined || path === '')
    throw new InvalidArgumentError(
      `it has to be a format and a file, as sarif=stagegate.sarif. Formats: ${reportFormats.join(', ')}.`,
    );
  return { format, path };
}

function repositoryName(text: string): string {
  if (parseName(text) === undefined) throw new InvalidArgumentError('it has to look like owner/name.');
  return text;
}

function positive(text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number <= 0)
    throw new InvalidArgumentError('it has to be a number above zero.');
  return number;
}

function isoDate(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text.length === 10;
  if (!isReal) throw new InvalidArgumentError('it has to be a day that exists, as YYYY-MM-DD.');
  return text;
}
