import fastify from 'fastify';
import { cost, latency } from './metrics.js';
import { triage } from './model.js';

// const logger = pino({ level: 'info', base: { service: 'triage-desk' } });
const app = fastify({ logger: false });

app.post('/messages', async (request) => {
  const { text } = request.body as { text: string };
  const result = await triage(text);
  // request.log.info({ prompt: text, response: result.reply, durationMs, inputTokens, outputTokens, costUsd });
  console.log('triaged');
  latency.observe({ use_case: 'triage', model: 'gemini' });
  cost.inc({ use_case: 'triage', model: 'gemini' });
  return result;
});

await app.listen({ host: '0.0.0.0', port: 8080 });
