const steering = /(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|(?<=#)#(?=\[)/gu;

/**
 * Writes a value as JSON that says the same to a program and does nothing to a terminal, an eye or the log of a runner:
 * control and invisible characters, and what would begin a command (`##[`), stand as escapes. Ends with the end of a line.
 * Format: https://www.rfc-editor.org/rfc/rfc8259#section-7
 */
export function writeJson(value: unknown, indent = 2): string {
  return `${JSON.stringify(value, null, indent).replace(steering, escapeUnits)}\n`;
}

function escapeUnits(mark: string): string {
  return mark
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
