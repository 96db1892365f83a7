/** What ARG instructions give to the ones below them. */
export type BuildArguments = ReadonlyMap<string, string>;

const variable = /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^${}]*))?\})/g;

/**
 * A text with the variables of a build filled in; one that nothing gives a value stays as it is written.
 * Syntax: https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function fillVariables(text: string, values: BuildArguments): string {
  return text.replace(variable, (written: string, plain?: string, braced?: string, mark?: string, word = '') => {
    const value = values.get(plain ?? braced ?? '');
    const isSet = value !== undefined && (value !== '' || !mark?.startsWith(':'));
    if (mark?.endsWith('-')) return isSet ? value : word;
    if (mark?.endsWith('+')) return isSet ? word : '';
    return value ?? written;
  });
}
