import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// The schema is of draft 4, which the Ajv of that package knows and newer ones do not.
const require = createRequire(createRequire(import.meta.url).resolve('@microsoft/jest-sarif'));
const Ajv = require('ajv');
const schema = JSON.parse(readFileSync(require.resolve('./schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));

const ajv = new Ajv({ schemaId: 'auto', allErrors: true, validateSchema: false });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const validate = ajv.compile(schema);

/** What the schema of SARIF 2.1.0 has against a log; nothing for a valid one. */
export function sarifErrors(log: unknown): readonly unknown[] {
  return validate(log) ? [] : validate.errors;
}
