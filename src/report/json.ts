import * as z from 'zod';
import { writeJson } from '../lib/json-text.ts';
import { Comparison } from '../model/comparison.ts';
import { Report } from '../model/report.ts';

/** The report as JSON, the contract that other programs read: keys in the order of its schema, records in their own. */
export function renderJson(report: Report): string {
  return writeJson(inOrder(Report, report));
}

/** The same for a comparison. */
export function renderComparisonJson(comparison: Comparison): string {
  return writeJson(inOrder(Comparison, comparison));
}

/** Orders the keys of a value by its schema, without judging it. What the schema does not know comes last. */
function inOrder(schema: unknown, value: unknown): unknown {
  const inner = unwrap(schema);
  if (Array.isArray(value)) {
    const element = inner instanceof z.ZodArray ? inner.element : undefined;
    return value.map((item) => inOrder(element, item));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (inner instanceof z.ZodObject) return sortKeys(inner.shape, value);
  const valueType = inner instanceof z.ZodRecord ? inner.valueType : undefined;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inOrder(valueType, item)]));
}

function sortKeys(shape: Readonly<Record<string, unknown>>, value: object): unknown {
  const order = Object.keys(shape);
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(shape[key], item)]));
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}
