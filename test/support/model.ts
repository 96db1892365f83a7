import type { MaturityModel } from '../../src/model/maturity.ts';

const weeks: [number, number] = [1, 2];

function aspect(id: string, over: object = {}) {
  return { id, title: `${id} is there`, missing: `no ${id} was found`, fix: `Add ${id}.`, ...over };
}

/** A model with one practice a stage: enough to see rules of assessing and judging at work. */
export const smallModel: MaturityModel = {
  version: '1',
  stages: [
    { stage: 1, name: 'Manual', title: 'by hand' },
    { stage: 2, name: 'Automated', title: 'by machine' },
    { stage: 3, name: 'Observed', title: 'watched' },
    { stage: 4, name: 'Governed', title: 'answered for' },
  ],
  practices: [
    {
      id: 'delivery',
      stage: 2,
      title: 'Delivery',
      why: 'It matters.',
      weeks,
      aspects: [aspect('deploy'), aspect('review')],
    },
    {
      id: 'watching',
      stage: 3,
      title: 'Watching',
      why: 'It helps.',
      weeks,
      aspects: [aspect('alert'), aspect('per-user', { optional: true })],
    },
    {
      id: 'drills',
      stage: 4,
      title: 'Drills',
      why: 'It saves.',
      weeks,
      aspects: [aspect('exercised', { 'within-months': 12 }), aspect('documented', { per: 'regime' })],
    },
  ],
  capabilities: [
    {
      id: 'registry',
      title: 'A registry',
      why: 'Few need it.',
      instead: 'Use storage.',
      justified: { scale: 'models', from: 20, words: '20 models' },
    },
  ],
  symptoms: [{ id: 'by-hand', title: 'By hand', why: 'It breaks.', fix: 'Automate it.' }],
  'high-volume': { scale: 'predictions-per-day', from: 10_000_000 },
};
