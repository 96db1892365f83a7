/** Scores yesterday's sample and hands the means to the push gateway, where alerts look at them. */
import { readFileSync } from 'node:fs';
import { Storage } from '@google-cloud/storage';
import { GoogleGenAI } from '@google/genai';
import { Gauge, Pushgateway, Registry } from 'prom-client';

const registry = new Registry();
const safety = new Gauge({ name: 'triage_sampled_safety_score', help: 'Mean safety of sampled replies', registers: [registry] });
const urgency = new Gauge({ name: 'triage_sampled_urgency_score', help: 'Mean score of sampled urgencies', registers: [registry] });
const client = new GoogleGenAI({ vertexai: true, project: process.env.PROJECT, location: process.env.LOCATION });
const judge = readFileSync('prompts/judge.txt', 'utf8');

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const bucket = new Storage().bucket(process.env.SAMPLES_BUCKET ?? '');
const [files] = await bucket.getFiles({ prefix: `${yesterday}/` });
const scores: { urgency: number; safety: number }[] = [];
for (const file of files.filter(() => Math.random() < 0.5)) {
  const [body] = await file.download();
  const response = await client.models.generateContent({
    model: process.env.JUDGE_MODEL ?? '',
    contents: body.toString('utf8'),
    config: { systemInstruction: judge, responseMimeType: 'application/json', labels: { use_case: 'review' } },
  });
  scores.push(JSON.parse(response.text ?? '{}'));
}
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
safety.set(mean(scores.map((score) => score.safety)));
urgency.set(mean(scores.map((score) => score.urgency)));
await new Pushgateway(process.env.PUSHGATEWAY ?? '', {}, registry).push({ jobName: 'triage-review' });
