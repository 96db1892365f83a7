import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();

export const latency = new Histogram({
  name: 'triage_duration_seconds',
  help: 'How long a message takes',
  labelNames: ['use_case', 'model'],
  buckets: [0.5, 1, 2, 4, 8, 16, 32],
  registers: [registry],
});

export const tokens = new Counter({
  name: 'triage_tokens_total',
  help: 'Tokens of the model',
  labelNames: ['use_case', 'model', 'direction', 'tenant'],
  registers: [registry],
});

export const cost = new Counter({
  name: 'triage_cost_usd_total',
  help: 'What the calls cost',
  labelNames: ['use_case', 'model', 'tenant'],
  registers: [registry],
});

export const urgencies = new Counter({
  name: 'triage_urgency_total',
  help: 'Messages by the urgency that was named',
  labelNames: ['urgency'],
  registers: [registry],
});

export const shift = new Gauge({
  name: 'triage_urgency_psi',
  help: 'Population stability index of the urgencies against the reference quarter',
  registers: [registry],
});
