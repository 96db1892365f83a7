import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Node, Parser, Query, QueryMatch, Language as TreeSitterLanguage } from 'web-tree-sitter';
import type { Capture, Language, QuerySyntax } from '../model/source.ts';

/** The longest text that is parsed, in UTF-16 code units. */
export const parseSizeLimit = 512 * 1024;
/** The longest that parsing one text may take, and again querying it. */
export const parseMillisecondsLimit = 2000;

// The bundler makes each of these the path (a string) of a file that it puts beside the bundle. It has to see literals,
// and a `||=` or `??=` anywhere in this file makes it corrupt the files.
const grammarFiles: Readonly<Record<Language, URL | string>> = {
  bash: new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm', import.meta.url),
  csharp: new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-c-sharp.wasm', import.meta.url),
  go: new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-go.wasm', import.meta.url),
  hcl: new URL('../../node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm', import.meta.url),
  java: new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-java.wasm', import.meta.url),
  python: new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm', import.meta.url),
  ruby: new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-ruby.wasm', import.meta.url),
  tsx: new URL('../../node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm', import.meta.url),
};
const engineFile: URL | string = new URL('../../node_modules/web-tree-sitter/web-tree-sitter.js', import.meta.url);
const engineWasm: URL | string = new URL('../../node_modules/web-tree-sitter/web-tree-sitter.wasm', import.meta.url);

type Engine = typeof import('web-tree-sitter');
// Known to no library of types but a browser's.
declare const WebAssembly: { readonly Module: new (bytes: Uint8Array) => unknown };
type QueryResult = ReturnType<QuerySyntax>;

/**
 * Gives the function that queries texts with grammars, each of which is loaded when it is first asked for. A text that is too long, takes too long or breaks
 * the engine gives `ok: false`. A faulty query, or a language that was not asked for, is our own mistake and throws.
 * Queries: https://tree-sitter.github.io/tree-sitter/using-parsers/queries/
 */
export async function readGrammars(languages: readonly Language[]): Promise<QuerySyntax> {
  const engine = languages.length === 0 ? undefined : await readEngine();
  return prepareQueries(engine, new Set(languages));
}

async function readEngine(): Promise<Engine> {
  // Imported natively as a file of its own: once bundled, the engine no longer finds `createRequire`.
  const address = typeof engineFile === 'string' ? pathToFileURL(engineFile).href : engineFile.href;
  const engine: Engine = await import(/* webpackIgnore: true */ /* @vite-ignore */ address);
  await engine.Parser.init({ wasmBinary: await readFile(engineWasm) });
  return engine;
}

/** What makes V8 compile a module at once and by its quick compiler only; all of them are on by themselves. */
const tieringFlags = ['wasm-tier-up', 'wasm-dynamic-tiering', 'wasm-lazy-compilation'];

/** Takes no longer to load and to run, while the optimising compiler would take 700 MB for one lexer of bash. */
function readGrammar(engine: Engine, language: Language): TreeSitterLanguage {
  const bytes = readFileSync(grammarFiles[language]);
  for (const flag of tieringFlags) setFlagsFromString(`--no-${flag}`);
  try {
    return engine.Language.loadSync(new WebAssembly.Module(bytes));
  } finally {
    for (const flag of tieringFlags) setFlagsFromString(`--${flag}`);
  }
}

function prepareQueries(engine: Engine | undefined, languages: ReadonlySet<Language>): QuerySyntax {
  const parser = engine && new engine.Parser();
  const grammars = new Map<Language, TreeSitterLanguage>();
  const queries = new Map<string, Query>();
  let isBroken = false;
  return (language, text, queryText) => {
    if (!engine || !parser || !languages.has(language)) throw new TypeError(`the grammar of ${language} was not read`);
    if (text.length > parseSizeLimit) return { ok: false, reason: `it is longer than ${parseSizeLimit / 1024} KiB` };
    // Each of them makes the engine fetch the text anew: quadratic, and unseen by its progress callback.
    if (text.includes('\0')) return { ok: false, reason: 'it is binary' };
    if (isBroken) return { ok: false, reason: 'an earlier file broke the parser' };
    const grammar = grammars.get(language) ?? readGrammar(engine, language);
    grammars.set(language, grammar);
    const key = `${language}\n${queryText}`;
    const query = queries.get(key) ?? new engine.Query(grammar, queryText);
    queries.set(key, query);
    try {
      return queryTree(parser.setLanguage(grammar), text, query);
    } catch (error) {
      // An abort takes the engine's memory with it, and only an asynchronous import would bring a new engine.
      isBroken = true;
      return { ok: false, reason: `it broke the parser (${error instanceof Error ? error.message : String(error)})` };
    }
  };
}

function queryTree(parser: Parser, text: string, query: Query): QueryResult {
  const parsing = stopwatch();
  const tree = parser.parse(text, null, { progressCallback: parsing.isOver });
  if (tree === null) {
    // Without it the next parse would go on with this text.
    parser.reset();
    return { ok: false, reason: `parsing it takes longer than ${parseMillisecondsLimit} ms` };
  }
  try {
    const querying = stopwatch();
    const found = query.matches(tree.rootNode, { progressCallback: querying.isOver });
    if (querying.wasOver()) return { ok: false, reason: `reading it takes longer than ${parseMillisecondsLimit} ms` };
    const lineAt = countLines(text);
    const matches = found.map((match) => readMatch(match, text, lineAt)).sort(comparePlaces);
    return { ok: true, matches, hasErrors: tree.rootNode.hasError };
  } finally {
    tree.delete();
  }
}

function stopwatch(): { readonly isOver: () => boolean; readonly wasOver: () => boolean } {
  const end = performance.now() + parseMillisecondsLimit;
  let over = false;
  return {
    isOver: () => {
      over = performance.now() > end;
      return over;
    },
    wasOver: () => over,
  };
}

type LineAt = (offset: number) => number;

function readMatch(match: QueryMatch, text: string, lineAt: LineAt): readonly Capture[] {
  return match.captures.map(({ name, node }) => readCapture(name, node, text, lineAt));
}

/** The engine is asked as little as possible: each question to a node costs more than all else here. */
function readCapture(name: string, node: Node, text: string, lineAt: LineAt): Capture {
  const { startIndex: start, endIndex: end } = node;
  return { name, text: text.slice(start, end), start, end, line: node.startPosition.row + 1, endLine: lineAt(end) };
}

/** Tells the line of an offset, from 1. */
function countLines(text: string): LineAt {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function comparePlaces(a: readonly Capture[], b: readonly Capture[]): number {
  return (a[0]?.start ?? 0) - (b[0]?.start ?? 0) || (b[0]?.end ?? 0) - (a[0]?.end ?? 0);
}
