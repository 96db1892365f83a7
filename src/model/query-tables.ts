import * as z from 'zod';

const text = z.string().min(1);

/** An expression that compiles. In the keys beside a query, `{}` stands for the key path that its own expression caught. */
const expression = text.refine((source) => {
  try {
    return new RegExp(source.replaceAll('{}', '')) !== undefined;
  } catch {
    return false;
  }
}, 'it is no regular expression');

const Uses = z.enum(['alert', 'record', 'panel']);

/** Where one format keeps its queries, as expressions over flat key paths. */
export const QueryShape = z.strictObject({
  language: text,
  types: z.array(text).min(1).optional().describe('Types of resource; any document and any resource if left out.'),
  key: expression.describe(
    'The path of the query or of the name of the metric; its first group is `{}` in the others.',
  ),
  use: Uses,
  alert: expression.optional().describe('It is an alert if this key is there.'),
  recorded: expression
    .optional()
    .describe('The name under which its result is kept, by which other queries ask for it.'),
  beside: expression.optional().describe('Keys whose values belong to the text of the query.'),
  statistic: expression.optional(),
  threshold: expression.optional(),
  route: z.strictObject({ key: expression, value: expression.optional() }).optional(),
  'routed-by': text
    .optional()
    .describe('What carries it to people stands in a document of its own: an id of `routes`.'),
  off: z.strictObject({ key: expression, value: expression }).optional(),
});
export type QueryShape = z.infer<typeof QueryShape>;

/** Where it stands who is told. */
export const QueryRoute = z.strictObject({
  id: text,
  types: z.array(text).min(1).optional(),
  key: expression.describe('A receiver that tells somebody; its first group is `{}` in the others.'),
  name: expression.optional().describe('The name of the receiver.'),
  used: expression.optional().describe('Keys that name the receivers which are used.'),
});
export type QueryRoute = z.infer<typeof QueryRoute>;

/** rules/data/queries.yml: where queries of monitoring stand, and what they ask for. No vendor stands in code. */
export const QueryTables = z.strictObject({
  'as-of': z.string().regex(/^\d{4}-\d\d$/),
  look: expression.describe('A text without it holds no query.'),
  nobody: expression.describe('The address of a receiver that reaches nobody.'),
  languages: z.record(text, z.strictObject({ quantiles: z.array(expression), threshold: expression.optional() })),
  topics: z.record(text, z.strictObject({ is: expression, not: expression.optional() })),
  shapes: z.array(QueryShape).min(1),
  routes: z.array(QueryRoute).min(1),
});
export type QueryTables = z.infer<typeof QueryTables>;
