import { GoogleGenAI } from '@google/genai';

const client = new GoogleGenAI({ vertexai: true, project: 'triage-desk', location: 'europe-west4' });

export type Triage = { readonly urgency: string; readonly reply: string };

export async function triage(message: string): Promise<Triage> {
  const response = await client.models.generateContent({ model: 'gemini-flash-latest', contents: message });
  return { urgency: 'routine', reply: response.text ?? '' };
}
