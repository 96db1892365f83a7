import type { CodeFact, Fact, FactKind } from '../../src/model/fact.ts';
import type { Extractor } from '../../src/model/source.ts';
import { sourceFile, tools } from './tools.ts';

/** The facts of a text as lines that a person can compare: `3 call openai.OpenAI(api_key=x) in main`. */
export function codeFacts(extractor: Extractor, path: string, text: string, ...kinds: readonly FactKind[]) {
  const { facts } = extractor.extract(sourceFile(path, text), tools);
  return facts.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).map((fact) => describe(fact));
}

function describe(fact: Fact): string {
  const { line } = fact.at;
  switch ((fact as CodeFact).kind) {
    case 'import':
      return `${line} import ${describeImport(fact as Extract<CodeFact, { kind: 'import' }>)}`;
    case 'call':
      return `${line} ${describeCall(fact as Extract<CodeFact, { kind: 'call' }>)}`;
    case 'literal':
      return `${line} ${describeLiteral(fact as Extract<CodeFact, { kind: 'literal' }>)}`;
    case 'class':
      return `${line} class ${describeClass(fact as Extract<CodeFact, { kind: 'class' }>)}`;
  }
}

function describeImport({ module, names }: Extract<CodeFact, { kind: 'import' }>): string {
  return names.length === 0 ? module : `${module} (${names.join(', ')})`;
}

function describeCall(fact: Extract<CodeFact, { kind: 'call' }>): string {
  const given = Object.entries(fact.arguments).map(([name, value]) => `${name}=${value}`);
  const inside = fact.inside === undefined ? '' : ` in ${fact.inside}`;
  return `${fact.decorator ? '@' : 'call '}${fact.callee}(${given.join(', ')})${inside}`;
}

function describeLiteral({ name, value }: Extract<CodeFact, { kind: 'literal' }>): string {
  return `${name} = ${value}`;
}

function describeClass({ name, bases, fields, decorators }: Extract<CodeFact, { kind: 'class' }>): string {
  const marks = decorators.map((decorator) => ` @${decorator}`).join('');
  return `${name}(${bases.join(', ')}) { ${fields.join(', ')} }${marks}`;
}
