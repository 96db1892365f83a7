import type { Extractor } from '../model/source.ts';

const testSets =
  /(?:^|\/)(?:evals?|evaluations?|evaluators?|llm[_-]?tests?|goldens?)\/(?:.*\/)?[^/]+\.(?:jsonl|ndjson|csv|tsv)$/i;
const prompts = /(?:^|\/)prompts?\/(?:.*\/)?[^/]+\.(?:txt|j2|jinja2?|mustache|hbs|prompty?)$/i;
const settings = /\.(?:tfbackend|bicepparam)$/i;

/** Files whose being there says something, and which give no facts of their own: they are read to see whether they hold anything. */
export const contents: Extractor = {
  name: 'contents',
  languages: [],
  gives: [],
  claims: (path) => testSets.test(path) || prompts.test(path) || settings.test(path),
  extract: () => ({ facts: [], diagnostics: [] }),
};
