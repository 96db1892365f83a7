import { randomUUID } from 'node:crypto';
import { Storage } from '@google-cloud/storage';
import fastify from 'fastify';
import pino from 'pino';
import { z } from 'zod';
import { cost, latency, registry, shift, tokens, urgencies } from './metrics.js';
import { triage } from './model.js';
import { priceOf } from './price.js';
import { settings } from './settings.js';
import { urgencyShift } from './shift.js';

const logger = pino({ level: 'info', base: { service: 'triage-desk' }, messageKey: 'message' });
const samples = new Storage().bucket(settings.samplesBucket);
const app = fastify({ loggerInstance: logger });
const Message = z.object({ clinic: z.string(), text: z.string().min(1) });
let seen: Record<string, number> = {};

app.post('/messages', async (request) => {
  const id = randomUUID();
  const { clinic, text } = Message.parse(request.body);
  const started = performance.now();
  const result = await triage(text, clinic);
  const durationMs = performance.now() - started;
  const costUsd = priceOf(settings.model, result.inputTokens, result.outputTokens);

  request.log.info({
    id,
    event: 'triaged',
    clinic,
    model: settings.model,
    prompt: text,
    response: result.reply,
    urgency: result.urgency,
    durationMs,
    inputTokens: result.inputTokens,
    outputTokens: result.outputTokens,
    costUsd,
  });
  const labels = { use_case: 'triage', model: settings.model };
  latency.observe(labels, durationMs / 1000);
  tokens.inc({ ...labels, tenant: clinic, direction: 'in' }, result.inputTokens);
  tokens.inc({ ...labels, tenant: clinic, direction: 'out' }, result.outputTokens);
  cost.inc({ ...labels, tenant: clinic }, costUsd);
  urgencies.inc({ urgency: result.urgency });
  seen[result.urgency] = (seen[result.urgency] ?? 0) + 1;
  if (Math.random() < settings.sampleShare) {
    await samples.file(`${new Date().toISOString().slice(0, 10)}/${id}.json`).save(JSON.stringify({ clinic, text, ...result }));
  }
  return { id, urgency: result.urgency, reply: result.reply };
});

app.get('/metrics', async (_, reply) => reply.type(registry.contentType).send(await registry.metrics()));
app.get('/healthz', async () => ({ status: 'ok' }));

setInterval(() => {
  shift.set(urgencyShift(seen));
  seen = {};
}, 6 * 3_600_000).unref();

await app.listen({ host: '0.0.0.0', port: 8080 });
