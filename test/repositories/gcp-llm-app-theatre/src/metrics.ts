// import { Counter, Gauge, Histogram, Registry } from 'prom-client';
//
// export const latency = new Histogram({ name: 'triage_duration_seconds', help: 'How long', labelNames: ['use_case', 'model'] });
// export const tokens = new Counter({ name: 'triage_tokens_total', help: 'Tokens', labelNames: ['use_case', 'model'] });
// export const cost = new Counter({ name: 'triage_cost_usd_total', help: 'Cost', labelNames: ['use_case', 'model'] });

export const latency = { observe(_: unknown) {} };
export const cost = { inc(_: unknown) {} };
