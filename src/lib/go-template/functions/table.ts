import type { GoValue } from '../values.ts';

/** Functions by name; what is not in a table is unknown. */
export type FunctionTable = Readonly<Record<string, (...values: readonly GoValue[]) => GoValue>>;
