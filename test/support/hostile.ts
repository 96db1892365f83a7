import MarkdownIt from 'markdown-it';
import { Report } from '../../src/model/report.ts';
import { report } from './report.ts';
import { assistant } from './report-systems.ts';

/** Every text of the golden report that a repository can choose, with the payload around it. */
function infect(value: unknown, payload: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => infect(item, payload, key));
  if (typeof value === 'string') return chosen.has(key) ? `${payload}${value}${payload}` : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [regimeOf(name, payload), infect(item, payload, name)]),
  );
}

/** A system whose next stage asks for the regimes that its policy names. */
const governing = {
  ...assistant,
  name: 'governing',
  target: 4,
  stage: { atLeast: 3, atMost: 3 },
  next: { stage: 4, met: 0, total: 3 },
};

/** The golden report and one system more, as a repository that means ill could have it. */
export function infected(payload: string): Report {
  const systems = [...report.systems, governing];
  return Report.parse({ ...Object(infect({ ...report, systems }, payload)), tool: report.tool });
}

const chosen = new Set(
  'name root kind lifecycle audience regulated due path title because reason reasons message fix system commit'.split(
    ' ',
  ),
);

function regimeOf(name: string, payload: string): string {
  return name.includes(':') ? name + payload : name;
}

const markdown = new MarkdownIt({ html: true, linkify: true });

type Token = ReturnType<typeof markdown.parse>[number];

function tokensOf(text: string): readonly Token[] {
  return markdown.parse(text, {}).flatMap((token) => token.children ?? [token]);
}

/** The structure of a document: its blocks, tags and links, without its words and code. */
export function shapeOf(text: string): readonly string[] {
  const tags = /<\/?[a-z]+[^>]*>/gu;
  return tokensOf(text).flatMap(({ type, tag, content }) => {
    if (type === 'html_block' || type === 'html_inline')
      return (content.match(tags) ?? []).filter((found) => !/code>$/u.test(found));
    return type === 'text' || type === 'code_inline' ? [] : [`${type} ${tag}`];
  });
}

/** The words of a document outside code, where GitHub makes no mentions and links. */
export function wordsOf(text: string): string {
  const pieces = tokensOf(text).map(({ type, content }) =>
    type === 'text' || type === 'html_inline' ? content : '\n',
  );
  return pieces.join('').replace(/<code>.*?<\/code>/gu, '');
}
