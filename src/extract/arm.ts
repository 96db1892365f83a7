import { readJson } from '../lib/json-nodes.ts';
import type { Extraction, Extractor, SourceFile } from '../model/source.ts';
import { readTemplate } from './arm/template.ts';
import { readParameters } from './arm/values.ts';
import { diagnose, refuseLarge } from './diagnose.ts';
import { mayHoldTemplate } from './template-paths.ts';

/** The largest template that can be deployed has four million characters. */
export const armSizeLimit = 4_000_000;

const schema = /"\$schema"\s*:\s*"[^"]*\/(\w*deployment(?:Template|Parameters))\.json/i;

/**
 * Resources of ARM templates in JSON, and files of parameters for them and for Bicep.
 * Format: https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
 */
export const arm: Extractor = {
  name: 'arm',
  languages: [],
  gives: ['resource'],
  claims: mayHoldTemplate,
  extract: extractArm,
};

function extractArm(file: SourceFile): Extraction {
  const kind = schema.exec(file.text.slice(0, 10_000))?.[1];
  if (kind === undefined) return { facts: [], diagnostics: [] };
  const refused = refuseLarge(file, armSizeLimit);
  if (refused) return refused;
  const read = readJson(file.text, { comments: true });
  if (!read.ok) {
    const { message, line } = read;
    return { facts: [], diagnostics: [diagnose(file, 'file-unparsed', `not valid JSON: ${message}`, line)] };
  }
  const isTemplate = kind.toLowerCase().endsWith('template');
  const part = isTemplate ? readTemplate(read.root, file) : readParameters(read.root, file.path);
  return { facts: [], diagnostics: [], parts: [part] };
}
