import * as z from 'zod';
import { type FactKind, roles } from '../model/fact.ts';
import { factFields } from '../model/fact-fields.ts';
import { ExampleSetting } from '../model/setting.ts';

const text = z.string().trim().min(1);

/** Text (exact), a glob (`*`), a `/regular expression/i` in linear time, a number, a flag. */
const Plain = z.union([z.string(), z.number(), z.boolean()]);

/** What a field has to look like: one plain pattern, any of a list, or conditions that all hold (`every`: one item each). */
export type Pattern =
  | string
  | number
  | boolean
  | readonly Pattern[]
  | {
      readonly is?: Pattern | undefined;
      readonly not?: Pattern | undefined;
      readonly every?: readonly Pattern[] | undefined;
      readonly above?: number | undefined;
      readonly below?: number | undefined;
    };

export const Pattern: z.ZodType<Pattern> = z.lazy(() =>
  z.union([
    Plain,
    z.array(Pattern).min(1),
    z.strictObject({
      is: Pattern.optional(),
      not: Pattern.optional(),
      every: z.array(Pattern).min(2).optional(),
      above: z.number().optional(),
      below: z.number().optional(),
    }),
  ]),
);

const kinds = Object.keys(factFields) as [keyof typeof factFields, ...(keyof typeof factFields)[]];

/** Which facts: their kind, and a pattern for each field that matters. A map field takes patterns by key. */
export const Leaf = z.looseObject({ fact: z.enum(kinds) });
export type Leaf = z.infer<typeof Leaf>;

export const withins = ['job', 'file', 'system'] as const;
export type Within = (typeof withins)[number];

/** `any` of several, `all` of several within one job, file or system (the first names the place), `not` inside `all`. */
export type Match =
  | Leaf
  | { readonly any: readonly Match[] }
  | { readonly all: readonly Match[]; readonly within: Within }
  | { readonly not: Match };

export const Match: z.ZodType<Match> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.array(Match).min(2) }),
    z.strictObject({ all: z.array(Match).min(2), within: z.enum(withins) }),
    z.strictObject({ not: Match }),
    Leaf,
  ]),
);

/** A leaf may have any field, so that only the absence of `fact` tells a `not`. */
export function isNot(match: Match): match is { readonly not: Match } {
  return !('fact' in match) && 'not' in match;
}

/** The leaves of a match, those under `not` included. */
export function leavesOf(match: Match): readonly Leaf[] {
  if ('fact' in match) return [match as Leaf];
  if ('any' in match) return match.any.flatMap(leavesOf);
  if ('all' in match) return match.all.flatMap(leavesOf);
  return leavesOf(match.not);
}

/** The kinds of fact that a match asks for, `not` included. */
export function leafKinds(match: Match): readonly FactKind[] {
  return leavesOf(match).map(({ fact }) => fact);
}

/** A whole small repository, and the places in it that the rule has to find; none for a look-alike. */
export const Example = z.strictObject({
  name: text,
  files: z.record(z.string(), z.string()),
  settings: z.array(ExampleSetting).min(1).optional().describe('What the platform says beside the files.'),
  expect: z.array(z.string().regex(/^.+:\d+$/, 'a place is path:line')),
});
export type Example = z.infer<typeof Example>;

/** What contradicts a place that the match found: a fact with these fields is withheld, and the report says why. */
export const Unless = z.looseObject({ because: text });
export type Unless = z.infer<typeof Unless>;

const targets = z.array(text).min(1);

/** One rule file. What it speaks for is one of `marks`, `unknown`, or any of `proves`, `signs`, `hints`, `shows`. */
export const RuleFile = z.strictObject({
  title: text.max(90).describe('What was seen, in the present tense.'),
  proves: targets.optional().describe('Aspects that this is enough for.'),
  signs: targets.optional().describe('Aspects or capabilities that two of these together are enough for.'),
  hints: targets.optional().describe('Aspects or capabilities that this only looks like.'),
  shows: targets.optional().describe('Capabilities or symptoms that are there.'),
  unknown: targets.optional().describe('Aspects whose answer lies where the files do not reach.'),
  settle: text.optional().describe('With `unknown`: the least permission, or the word, that would settle it.'),
  marks: text
    .optional()
    .describe('An activity of a job, `system/<kind>`, or what `init` asks about a system: `profile/<what>`.'),
  costly: z
    .literal(true)
    .optional()
    .describe('What a Stage 4 rule shows is too much for a system that is targeted lower: it takes weeks or a price.'),
  stack: z
    .array(text)
    .min(1)
    .optional()
    .describe(
      'The `fix` is for a repository with all of these: a pipeline, a tool, a registry, a type of resource or the part before its first `_`, a dependency.',
    ),
  since: z.string().regex(/^\d+\.\d+\.\d+$/),
  why: text.optional().describe('The risk in one line.'),
  fix: text.optional().describe('One action, for a team with this stack.'),
  roles: z
    .array(z.enum(roles))
    .min(1)
    .optional()
    .describe('Path roles that count; product if left out, docs for sections.'),
  kinds: z.array(text).min(1).optional().describe('Kinds of system that this speaks for; all if left out.'),
  match: Match,
  unless: z.array(Unless).min(1).optional(),
  examples: z.array(Example).min(2),
});
export type RuleFile = z.infer<typeof RuleFile>;

/** A file that a rule is known to find, short enough to be shown. */
export type Snippet = { readonly path: string; readonly text: string };

/** A rule as the pipeline uses it: checked, with its id, and of its examples no more than one to copy from. */
export type Rule = Omit<RuleFile, 'examples'> & { readonly id: string; readonly snippet?: Snippet };
