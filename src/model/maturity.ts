import * as z from 'zod';

export const Stage = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Stage = z.infer<typeof Stage>;

const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words parted by hyphens');
const text = z.string().trim().min(1);

/** A range of engineering weeks. */
const Weeks = z
  .tuple([z.number().min(0), z.number().min(0)])
  .refine(([low, high]) => low <= high, 'the range is upside down');

/** One checkable part of a practice. */
export const Aspect = z.strictObject({
  id,
  title: text.describe('What is there when it is met, as a noun phrase.'),
  missing: text.describe('What was not found, as a clause: "no comparison of inputs with a threshold was found".'),
  fix: text.describe('One action.'),
  optional: z.literal(true).optional(),
  per: z.literal('regime').optional().describe('One aspect more for each regime of the system.'),
  'within-months': z.int().positive().optional().describe('Evidence has to carry a date that is no older.'),
});
export type Aspect = z.infer<typeof Aspect>;

export const Practice = z.strictObject({
  id,
  stage: Stage,
  title: text,
  why: text,
  weeks: Weeks,
  aspects: z.array(Aspect).min(1),
});
export type Practice = z.infer<typeof Practice>;

export const Capability = z.strictObject({
  id,
  title: text,
  why: text.describe('Why most teams do without.'),
  instead: text.describe('What to do instead.'),
  justified: z.strictObject({ scale: id, from: z.number().positive(), words: text }),
});
export type Capability = z.infer<typeof Capability>;

export const Symptom = z.strictObject({ id, title: text, why: text, fix: text });
export type Symptom = z.infer<typeof Symptom>;

/** rules/model.yml: stages, practices, capabilities and symptoms. Nothing of it stands in code. */
export const MaturityModel = z.strictObject({
  version: text,
  stages: z.array(z.strictObject({ stage: Stage, name: text, title: text })).length(4),
  practices: z.array(Practice).min(1),
  capabilities: z.array(Capability),
  symptoms: z.array(Symptom),
  'high-volume': z
    .strictObject({ scale: id, from: z.number().positive() })
    .describe('From here on a system is worth Stage 4.'),
});
export type MaturityModel = z.infer<typeof MaturityModel>;

/** The names that rules and policies may speak of. An aspect that is asked once a regime has a name for each. */
export function modelTargets(model: MaturityModel, regimes: Iterable<string>) {
  const known = [...regimes];
  const aspects = model.practices.flatMap((practice) =>
    practice.aspects.flatMap((aspect) => {
      const name = `${practice.id}/${aspect.id}`;
      return aspect.per === 'regime' ? [name, ...known.map((regime) => `${name}:${regime}`)] : [name];
    }),
  );
  return {
    aspects: new Set(aspects),
    capabilities: new Set(model.capabilities.map((capability) => capability.id)),
    symptoms: new Set(model.symptoms.map((symptom) => symptom.id)),
  };
}
