import * as z from 'zod';
import type { MaturityModel } from '../../src/model/maturity.ts';

const text = z.string().trim().min(1);
const Entry = z.strictObject({ means: text, blind: z.array(text).min(1) });
export type Entry = z.infer<typeof Entry>;

/** rules/data/pages.yml: what people wrote for the pages. */
export const Pages = z.strictObject({
  practices: z.record(z.string(), Entry),
  capabilities: z.record(z.string(), Entry),
  symptoms: z.record(z.string(), Entry),
});
export type Pages = z.infer<typeof Pages>;

/** The ids that have no entry, and the entries that have no id, as `practices/<id>`. */
export function comparePages(pages: Pages, model: MaturityModel): readonly string[] {
  return (['practices', 'capabilities', 'symptoms'] as const).flatMap((part) => {
    const ids = new Set(model[part].map(({ id }) => id));
    const written = Object.keys(pages[part]);
    const missing = [...ids].filter((id) => !written.includes(id));
    return [...missing, ...written.filter((id) => !ids.has(id))].map((id) => `${part}/${id}`);
  });
}
