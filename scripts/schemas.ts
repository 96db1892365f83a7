import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Comparison } from '../src/model/comparison.ts';
import { Plan } from '../src/model/plan.ts';
import { Report } from '../src/model/report.ts';
import { Organisation } from '../src/policy/organisation/schema.ts';
import { Policy } from '../src/policy/schema.ts';
import { RuleFile } from '../src/rules/schema.ts';

const root = join(import.meta.dirname, '..');

/** The JSON Schemas that are committed for editors, each with the zod schema that it comes from. */
export const schemas: readonly { readonly file: string; readonly schema: z.ZodType }[] = [
  { file: 'docs/stagegate.schema.json', schema: Policy },
  { file: 'docs/organisation.schema.json', schema: Organisation },
  { file: 'docs/plan.schema.json', schema: Plan },
  { file: 'docs/report.schema.json', schema: Report },
  { file: 'docs/comparison.schema.json', schema: Comparison },
  { file: 'docs/rule.schema.json', schema: RuleFile },
];

/** A schema as JSON Schema draft 2020-12, of what a person writes: https://json-schema.org/draft/2020-12 */
export function renderSchema(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    // An editor would show the expression for a date as its message; the format says the same.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date') delete jsonSchema.pattern;
    },
  });
  return `${JSON.stringify(json, null, 2)}\n`;
}

if (import.meta.main) {
  for (const { file, schema } of schemas) writeFileSync(join(root, file), renderSchema(schema));
}
