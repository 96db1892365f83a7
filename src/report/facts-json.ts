import { type FoundFact, viewFact } from './facts/view.ts';

/** Facts as JSON, for programs. */
export function renderFactsJson(facts: readonly FoundFact[]): string {
  return `${JSON.stringify(facts.map(viewFact), null, 2)}\n`;
}
