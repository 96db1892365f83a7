// Loading badge-maker takes a while (it brings tables of letter widths), so import this file only when it is asked for.
import { makeBadge } from 'badge-maker';
import { writeJson } from '../lib/json-text.ts';
import type { MaturityModel } from '../model/maturity.ts';
import type { Report } from '../model/report.ts';
import { describeBadge } from './badge-message.ts';

/** The badge as SVG, with a title that a screen reader speaks. Takes today as an ISO date. */
export function renderBadge(report: Report, model: MaturityModel, today: string): string {
  const { label, message, color } = describeBadge(report, model, today);
  return `${makeBadge({ label, message, color })}\n`;
}

/** The badge as JSON for a badge service: https://shields.io/badges/endpoint-badge */
export function renderBadgeEndpoint(report: Report, model: MaturityModel, today: string): string {
  const { label, message, color } = describeBadge(report, model, today);
  return writeJson({ schemaVersion: 1, label, message, color });
}
