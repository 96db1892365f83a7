import * as z from 'zod';
import { modelClasses } from './fact.ts';

const text = z.string().min(1);
const texts = z.array(text).min(1);
const Class = z.enum(modelClasses);

/** An expression that compiles. */
const expression = text.refine((source) => {
  try {
    return new RegExp(source) !== undefined;
  } catch {
    return false;
  }
}, 'it is no regular expression');

const Upgrades = z.record(text, Class);

/** rules/data/models.yml: what names a model, and how well a name tells which one. No vendor stands in code. */
export const ModelTables = z.strictObject({
  'as-of': z.string().regex(/^\d{4}-\d\d$/),
  bindings: z.strictObject({ known: texts, always: texts, artifacts: texts, never: texts }),
  calls: texts,
  lists: z.strictObject({ keys: texts, files: texts }),
  judges: texts,
  beside: z.strictObject({ revision: texts, version: texts, dated: expression, class: Class }),
  prefixes: z
    .array(z.strictObject({ names: texts, provider: text, otherwise: Class, 'own-names': z.literal(true).optional() }))
    .min(1),
  fronts: z.array(expression),
  providers: z
    .array(z.strictObject({ id: text, tables: z.array(z.strictObject({ class: Class, match: expression })).min(1) }))
    .min(1),
  repositories: z.strictObject({
    provider: text,
    match: expression,
    owners: expression,
    names: expression,
    others: expression,
    fixed: expression,
  }),
  artifacts: z.strictObject({ provider: text, match: expression, pinned: expression, floating: expression }),
  resources: z.array(
    z.strictObject({
      types: texts,
      provider: text,
      deployment: texts,
      name: texts,
      version: texts,
      upgrade: texts,
      upgrades: Upgrades,
      otherwise: Class,
    }),
  ),
  gateways: z.array(z.strictObject({ name: text, model: text, version: text })),
});
export type ModelTables = z.infer<typeof ModelTables>;
