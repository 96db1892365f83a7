import type { CodeFormat } from '../code/format.ts';
import { readPythonImport } from './imports.ts';
import { pythonQuery } from './query.ts';

/** How Python is read, from its files and from notebooks. */
export const pythonFormat: CodeFormat = {
  language: 'python',
  grammar: 'python',
  query: pythonQuery,
  selfNames: ['self', 'cls'],
  bareMembers: false,
  trustsTypes: false,
  fieldDefaults: true,
  noise: /#[^\n]*|\\(?=\r?\n)/g,
  relativeImport: /\bfrom[\s\\]*\./,
  readImport: readPythonImport,
};
