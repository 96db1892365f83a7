// Joiners stay: emoji and several scripts are unreadable without them.
const control = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Makes visible what would steer a terminal or a reader's eye: control characters, ANSI escapes, line separators,
 * bidirectional overrides, invisible characters, lone surrogates and noncharacters. The result is one line.
 */
export function escapeControl(text: string): string {
  return text.replace(control, (mark) => short[mark] ?? `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);
}

const ZERO_WIDTH_SPACE = '&#8203;';

// The first group is markup, the second what GitHub turns into links and mentions after Markdown is done,
// where an entity no longer helps and only a break inside the word does.
const markup =
  /([&<>`*~[\]|\\$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^[-+=#]|(?<=^\d{1,9})[.)])|(@|#(?=\d)|\bGH(?=-\d)|:(?=\/\/)|\bwww(?=\.))/giu;

/**
 * Escapes text for Markdown and for HTML between tags: no markup, table cell, list, HTML, formula, link, mention or
 * issue reference can come of it. Numeric entities work in both, backslashes only in Markdown.
 * Syntax: https://github.github.com/gfm/
 */
export function escapeMarkdown(text: string): string {
  return escapeControl(text).replace(markup, (match: string, mark: string | undefined) =>
    mark === undefined ? match + ZERO_WIDTH_SPACE : `&#${mark.charCodeAt(0)};`,
  );
}

/** Escapes text for an HTML code element, also where Markdown is read around it, as in a table. */
export function codeElement(text: string): string {
  const inner = escapeControl(text).replace(/[!-,:-@[-`{-~]/gu, (mark) =>
    mark === '@' ? mark + ZERO_WIDTH_SPACE : `&#${mark.charCodeAt(0)};`,
  );
  return `<code>${inner}</code>`;
}

/**
 * Sets text as code in Markdown. A span of backticks cannot hold every text (a pipe ends a table cell, spaces at the
 * ends are lost, `##[` is a command in a log), so such text becomes a code element.
 */
export function codeSpan(text: string): string {
  return /[`|]|##\[|^\s|\s$|^$/u.test(text) ? codeElement(text) : `\`${escapeControl(text)}\``;
}

/** Escapes a sentence for Markdown and keeps what stands between backticks as code. */
export function escapeProse(text: string): string {
  return text
    .split(/(`[^`]+`)/u)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapeMarkdown(part)))
    .join('');
}

/**
 * Escapes text for XML and HTML, between tags and in quoted attributes. What XML 1.0 can't hold is made visible, and
 * `##[` starts no command where the document is printed into the log of a runner.
 * Syntax: https://www.w3.org/TR/xml/#syntax
 */
export function escapeXml(text: string): string {
  return escapeControl(text).replace(/[&<>"']|(?<=#)#(?=\[)/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * Keeps text in a log from being read as a command by GitHub's runner, which looks for `::` at the beginning of a line
 * and for `##[` anywhere. Every word may come to stand at the beginning of a line, so `::` is broken before each.
 * Syntax: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function escapeRunnerCommands(text: string): string {
  return text.replace(/(^|\s):(?=:)/gu, '$1\\u{3a}').replaceAll('##[', '#\\u{23}[');
}

/** Escapes the text of a GitHub workflow command. Syntax: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export function escapeCommandData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes the value of a property of a GitHub workflow command. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
