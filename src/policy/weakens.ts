import { modes } from '../model/report.ts';
import type { KeyPath } from './mistake.ts';

type Judge = (from: unknown, to: unknown) => boolean;

const unknownRanks = ['ignore', 'warn', 'fail'];

const always: Judge = () => true;
const ifAdded: Judge = (_, to) => to !== undefined;
const ifRemoved: Judge = (_, to) => to === undefined;
const ifLower: Judge = (from, to) => typeof from === 'number' && (typeof to !== 'number' || to < from);
const ifHigher: Judge = (from, to) => typeof to === 'number' && to > (typeof from === 'number' ? from : 0);
const ifLater: Judge = (from, to) => typeof to === 'string' && (typeof from !== 'string' || to > from);

/** What is left out stands for `usual`. */
function ifRankedLower(ranks: readonly string[], usual: string): Judge {
  const rank = (word: unknown) => ranks.indexOf(String(word ?? usual));
  return (from, to) => rank(to) < rank(from);
}

const topKeys: Readonly<Record<string, Judge>> = {
  mode: ifRankedLower(modes, 'enforce'),
  'gate.on-unknown': ifRankedLower(unknownRanks, 'warn'),
  extends: always,
  rules: always,
  thresholds: ifAdded,
};

const systemKeys: Readonly<Record<string, Judge>> = {
  '': ifRemoved,
  root: always,
  include: always,
  exclude: always,
  regimes: ifRemoved,
  target: ifLower,
  due: ifLater,
  attest: ifAdded,
  waive: ifAdded,
};

/** Whether a changed key asks for less than before or lets more count; `undefined` is a key that is not there. */
export function weakens(path: KeyPath, from: unknown, to: unknown): boolean {
  const [top, , ...below] = path;
  if (top !== 'systems') return topKeys[path.join('.')]?.(from, to) ?? false;
  const judge = below[0] === 'scale' ? ifHigher : systemKeys[below.join('.')];
  return judge?.(from, to) ?? false;
}
