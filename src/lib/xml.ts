import { SaxesParser } from 'saxes';
import { tellParserError } from './parser-error.ts';

/** An element by its name without a prefix. `text` is its own, without that of the elements in it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
};

export type XmlReading = {
  /** What was read before the fault. */
  readonly root: XmlElement | undefined;
  readonly fault: { readonly message: string; readonly line: number } | undefined;
};

/** Deeper elements are left out. */
export const xmlDepthLimit = 50;

/** An element that is not closed yet. */
type Open = Omit<XmlElement, 'children' | 'text'> & { readonly children: XmlElement[]; readonly texts: string[] };

/**
 * Reads XML into its elements with their lines, up to the first fault; never throws. Entities that a document declares
 * are not expanded. Format: https://www.w3.org/TR/xml/
 */
export function readXml(text: string): XmlReading {
  const parser = new SaxesParser();
  const document = openElement('', {}, 1);
  const stack: Open[] = [document];
  let fault: XmlReading['fault'];
  let line = 1;
  let skipped = 0;
  parser.on('error', (error) => {
    fault = { message: error.message.replace(/^\d+:\d+: /, ''), line: parser.line };
    // The parser would go on, and tell of each fault that comes of the first.
    throw error;
  });
  parser.on('opentagstart', () => {
    // The character behind the name is read by then, and it may be the end of the line.
    line = parser.column === 0 ? parser.line - 1 : parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length > xmlDepthLimit) skipped += 1;
    else stack.push(openElement(name.replace(/^.*:/, ''), attributes, line));
  });
  const addText = (piece: string) => {
    if (skipped === 0) stack.at(-1)?.texts.push(piece);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    if (skipped === 0) closeElement(stack);
    else skipped -= 1;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    fault ??= { message: tellParserError(error), line: 1 };
  }
  while (stack.length > 1) closeElement(stack);
  return { root: document.children[0], fault };
}

function openElement(name: string, attributes: Readonly<Record<string, string>>, line: number): Open {
  return { name, attributes, line, children: [], texts: [] };
}

function closeElement(stack: Open[]): void {
  const element = stack.pop();
  if (!element) return;
  const { name, attributes, line, children, texts } = element;
  stack.at(-1)?.children.push({ name, attributes, line, children, text: texts.join('').trim() });
}

/** The elements of that name directly in another. */
export function xmlChildren(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the first element of that name directly in another. */
export function xmlText(element: XmlElement, name: string): string | undefined {
  return xmlChildren(element, name)[0]?.text;
}
