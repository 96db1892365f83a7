import type { RenderedText } from '../../lib/go-template/output.ts';
import type { Fact } from '../../model/fact.ts';
import type { Extraction } from '../../model/source.ts';

/** What was read from a rendered text, at the lines of its template, and switched off where the template leaves it out. */
export function placeInTemplate({ facts, diagnostics }: Extraction, { lines, off }: RenderedText): Extraction {
  return {
    facts: facts.map((fact) => placeFact(fact, lines, off.get(fact.at.line))),
    diagnostics: diagnostics.map((diagnostic) => {
      const line = diagnostic.at?.line;
      if (!diagnostic.at || line === undefined) return diagnostic;
      return { ...diagnostic, at: { ...diagnostic.at, line: lines[line - 1] ?? line } };
    }),
  };
}

function placeFact(fact: Fact, lines: readonly number[], off: string | undefined): Fact {
  const at = { ...fact.at, line: lines[fact.at.line - 1] ?? fact.at.line };
  return off === undefined ? { ...fact, at } : { ...fact, at, disabled: off };
}
