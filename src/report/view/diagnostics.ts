import type { Report } from '../../model/report.ts';
import { DIAGNOSTICS_SHOWN } from './limits.ts';

/** The first things that could not be read in full, errors before warnings. */
export function listDiagnostics({ diagnostics }: Pick<Report, 'diagnostics'>): Report['diagnostics'] {
  const errors = diagnostics.filter(({ level }) => level === 'error');
  const warnings = diagnostics.filter(({ level }) => level === 'warning');
  return [...errors, ...warnings].slice(0, DIAGNOSTICS_SHOWN);
}
