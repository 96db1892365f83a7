import { type Requirement, readRequirement, requirementLimit } from './requirement.ts';

export type PlacedRequirement = Requirement & { readonly line: number };

type LogicalLine = { readonly text: string; readonly comment: string; readonly line: number };

/**
 * The requirements of a file for `pip install -r`, each with its line. Of a compiled file, whose comments say why each
 * is there (`# via flask`), only those that somebody asked for. Other files that it names are read by themselves.
 * Format: https://pip.pypa.io/en/stable/reference/requirements-file-format/
 */
export function readRequirementsFile(text: string): readonly PlacedRequirement[] {
  return joinLines(text).flatMap(({ text: line, comment, line: number }) => {
    if (line === '' || line.length > requirementLimit || isBroughtIn(comment)) return [];
    const requirement = readRequirement(withoutOptions(line));
    return requirement === undefined ? [] : [{ ...requirement, line: number }];
  });
}

/** `-e address` installs an address; other options ask for nothing. Options behind a requirement are about how. */
function withoutOptions(line: string): string {
  const editable = /^(?:-e|--editable)[\s=]+(.*)$/.exec(line)?.[1];
  if (editable !== undefined) return /:\/\//.test(editable) ? editable : '';
  return line.startsWith('-') ? '' : (line.split(/\s--?[a-z]/, 1)[0] ?? '');
}

/** A comment behind or below a requirement that names only other packages: it came with them. */
function isBroughtIn(comment: string): boolean {
  const via = /#\s*via\b(.*)$/s.exec(comment)?.[1];
  if (via === undefined) return false;
  return !/(?:^|\s)-r\s|\((?:pyproject\.toml|setup\.(?:py|cfg))\)/.test(via);
}

/** Lines that end in a backslash go on; comments are parted, and those on lines of their own belong to the line above. */
function joinLines(text: string): readonly LogicalLine[] {
  const joined: { parts: string[]; comments: string[]; line: number }[] = [];
  let isOpen = false;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const [code, comment] = splitComment(raw);
    const goesOn = code.endsWith('\\');
    const part = (goesOn ? code.slice(0, -1) : code).trim();
    const last = joined.at(-1);
    if (last && (isOpen || part === '')) {
      last.parts.push(part);
      last.comments.push(comment);
    } else {
      joined.push({ parts: [part], comments: [comment], line: index + 1 });
    }
    isOpen = goesOn;
  }
  return joined.map(({ parts, comments, line }) => ({
    text: parts.join(' ').trim(),
    comment: comments.join('\n'),
    line,
  }));
}

function splitComment(line: string): readonly [string, string] {
  const at = line.search(/(?:^|\s)#/);
  return at === -1 ? [line.trimEnd(), ''] : [line.slice(0, at).trimEnd(), line.slice(at)];
}
