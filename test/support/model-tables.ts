import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ModelTables } from '../../src/model/model-tables.ts';

const text = readFileSync(new URL('../../rules/data/models.yml', import.meta.url), 'utf8');

/** The tables that a real run has. */
export const modelTables: ModelTables = ModelTables.parse(parse(text));
