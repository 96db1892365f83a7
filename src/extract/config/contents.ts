import { mayHoldManifests } from '../kubernetes/manifests.ts';
import { isTemplate } from '../kubernetes/template-mask.ts';
import type { ConfigFormat } from './paths.ts';

/** Descriptions of an interface, and stacks of infrastructure that are read as resources. */
const yamlOthers = /^(?:openapi|swagger|asyncapi):|^AWSTemplateFormatVersion:|^Transform:[ \t]*['"]?AWS::/m;
const jsonOthers =
  /"(?:openapi|swagger|asyncapi)"\s*:\s*"\d|"AWSTemplateFormatVersion"|"\$schema"\s*:\s*"[^"]*\/(?:deploymentTemplate|subscriptionDeploymentTemplate)\.json|"\$schema"\s*:\s*"https?:\/\/json-schema\.org\//;

/** Characters at the beginning of a file in which it says what it is. */
const headLimit = 2_000;

/** True for a text that is no settings, or whose facts come from an extractor of its own. */
export function isOwnedElsewhere(format: ConfigFormat, text: string): boolean {
  if (format === 'yaml') return mayHoldManifests(text) || isTemplate(text) || yamlOthers.test(text.slice(0, headLimit));
  return format === 'json' && jsonOthers.test(text.slice(0, headLimit));
}

/** What stands between the lines of dashes at the top of a prompt, its lines where they were. */
export function frontMatterOf(text: string): string {
  const [, inner] = /---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/my.exec(text) ?? [];
  return inner === undefined ? '' : `\n${inner}`;
}
