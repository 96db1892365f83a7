import type { Needle, Required } from './required-words.ts';

/** Words that stand in most files of code, so that almost any other one tells more. */
const common = new Set(
  `add api app args async await base call chat class client close config configure content context cost create data date
  decorator default error evaluation event events execute files filter fit format formatter from function get google handler
  hook hooks id image import index info init input invoke item key label labels list load log logger logging main message
  messages metadata method metric metrics model models module name new number object option options output parse path
  process processor processors prompt query random read register request response result return role route run runs sample
  schema score self send serialize server service session set settings start state stream string system table tag tags task
  test text time timestamp token tokens tool track train type update url user users value values version with write`.split(
    /\s+/,
  ),
);

/** A few words of which at least one has to be there: the ones that are rarest in code. */
export function findTrigger(required: Required): readonly Needle[] {
  if ('word' in required) return [required];
  const parts = ('all' in required ? required.all : required.any).map(findTrigger);
  return 'any' in required ? parts.flat() : parts.reduce((a, b) => (rarity(b) > rarity(a) ? b : a));
}

/** As rare as the most common of them. */
function rarity(needles: readonly Needle[]): number {
  return Math.min(
    ...needles.map(({ word, openStart, openEnd }) => {
      const open = Number(Boolean(openStart)) + Number(Boolean(openEnd));
      return word.length - 2 * open - (common.has(word.toLowerCase()) ? 10 : 0);
    }),
  );
}
