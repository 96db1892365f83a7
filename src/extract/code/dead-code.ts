import type { Capture } from '../../model/source.ts';
import type { PlacedFact } from './facts.ts';
import type { Outline } from './outline.ts';

/** Decorators that always skip what they stand on; those with a condition (`skipif`) do not count. */
const skipMark = /^(?:pytest\.mark\.|unittest\.)?skip(?:\(|$)/;
const skipAll = /\bpytest\.mark\.skip\b/;

/** Calls that name a test and do not run it. */
const skipCall =
  /^(?:(?:describe|suite|context|it|test)(?:\.(?:concurrent|sequential))?\.(?:skip|todo)|x(?:describe|context|it|test))$/;

const never = /^(?:False|false|0)$/;

type Region = { readonly start: number; readonly end: number; readonly why: string };

/** Facts of tests that are skipped and of branches that are never taken say why they do not run. */
export function disableDead(facts: readonly PlacedFact[], outline: Outline): readonly PlacedFact[] {
  const regions = findRegions(outline);
  if (regions.length === 0) return facts;
  return facts.map((placed) => {
    const region = regions.find(({ start, end }) => start <= placed.start && placed.start < end);
    return region ? { ...placed, fact: { ...placed.fact, disabled: region.why } } : placed;
  });
}

function findRegions({ dead, calls, bindings }: Outline): readonly Region[] {
  const marked = dead.flatMap(({ left, right }) => readMarked(left, right));
  const skipped = calls.filter(({ callee }) => skipCall.test(callee.text)).map(({ node }) => skip(node));
  const file = bindings.some(({ left, right }) => left.text === 'pytestmark' && skipAll.test(right.text))
    ? [{ start: 0, end: Number.POSITIVE_INFINITY, why: 'its tests are skipped' }]
    : [];
  return [...file, ...marked, ...skipped];
}

function readMarked(mark: Capture, node: Capture): readonly Region[] {
  if (skipMark.test(mark.text)) return [skip(node)];
  return never.test(mark.text) ? [{ start: node.start, end: node.end, why: 'its branch is never taken' }] : [];
}

function skip({ start, end }: Capture): Region {
  return { start, end, why: 'the test is skipped' };
}
