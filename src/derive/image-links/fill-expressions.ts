/** Variables in variables are followed so often. */
const roundLimit = 5;

const reference = /\$\{\{\s*([\w.-]+)\s*\}\}|\$\{(\w+)\}|\$(\w+)/g;

/** A text with the variables of a step filled in, and the name of the repository; everything else stays as it is written. */
export function fillExpressions(
  text: string,
  variables: Readonly<Record<string, string>>,
  repository: string | undefined,
): string {
  let filled = text;
  for (let round = 0; round < roundLimit; round += 1) {
    const next = filled.replace(reference, (written: string, expression = '', braced = '', plain = '') => {
      if (expression !== '') return readExpression(expression, variables, repository) ?? written;
      return variableOf(braced || plain, variables) ?? written;
    });
    if (next === filled) return next;
    filled = next.slice(0, textLimit);
  }
  return filled;
}

/** A longer text is no name. */
const textLimit = 2_000;

function readExpression(
  expression: string,
  variables: Readonly<Record<string, string>>,
  repository: string | undefined,
): string | undefined {
  if (expression.startsWith('env.')) return variableOf(expression.slice('env.'.length), variables);
  if (expression === 'github.repository') return repository?.toLowerCase();
  if (expression === 'github.event.repository.name') return repository?.split('/').at(-1)?.toLowerCase();
  if (expression === 'github.repository_owner') return repository?.split('/')[0]?.toLowerCase();
  return undefined;
}

function variableOf(name: string, variables: Readonly<Record<string, string>>): string | undefined {
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}
