/** US dollars for a million tokens, in and out. */
const prices: Readonly<Record<string, readonly [number, number]>> = {
  'gemini-2.5-flash-001': [0.3, 2.5],
  'gemini-2.5-pro-001': [1.25, 10],
};

export function priceOf(model: string, input: number, output: number): number {
  const [into, out] = prices[model] ?? [0, 0];
  return (input * into + output * out) / 1_000_000;
}
