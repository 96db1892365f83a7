import { readFileSync } from 'node:fs';
import { GoogleGenAI, Type } from '@google/genai';
import { settings } from './settings.js';

const client = new GoogleGenAI({ vertexai: true, project: settings.project, location: settings.location });
const instruction = readFileSync('prompts/triage.txt', 'utf8');

export type Triage = { readonly urgency: string; readonly reply: string; readonly inputTokens: number; readonly outputTokens: number };

export async function triage(message: string, clinic: string): Promise<Triage> {
  const response = await client.models.generateContent({
    model: settings.model,
    contents: message,
    config: {
      systemInstruction: instruction,
      temperature: 0,
      labels: { use_case: 'triage', clinic },
      responseMimeType: 'application/json',
      responseSchema: {
        type: Type.OBJECT,
        properties: {
          urgency: { type: Type.STRING, enum: ['emergency', 'today', 'this-week', 'routine'] },
          reply: { type: Type.STRING },
        },
        required: ['urgency', 'reply'],
      },
    },
  });
  const { urgency, reply } = JSON.parse(response.text ?? '{}');
  const usage = response.usageMetadata;
  return { urgency, reply, inputTokens: usage?.promptTokenCount ?? 0, outputTokens: usage?.candidatesTokenCount ?? 0 };
}
