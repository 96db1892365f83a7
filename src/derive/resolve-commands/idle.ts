const printing = new Set(['echo', 'printf', 'cat', 'sleep', 'true', ':']);
const neutral = new Set([
  'cd',
  'pushd',
  'popd',
  'pwd',
  'set',
  'shopt',
  'export',
  'unset',
  'trap',
  'umask',
  'test',
  '[',
  'shift',
  'break',
  'continue',
]);

/** Whether a command only says something, does nothing that counts by itself, or does something. */
export function judgeCommand(command: string): 'prints' | 'prepares' | 'acts' {
  const [name = '', status = '0'] = command.split(' ');
  if (printing.has(name)) return 'prints';
  if (name === 'exit' || name === 'return') return status === '0' ? 'prints' : 'acts';
  return neutral.has(name) ? 'prepares' : 'acts';
}
