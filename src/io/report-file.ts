import { existsSync, readFileSync } from 'node:fs';
import { UserError } from '../lib/user-error.ts';
import { Report } from '../model/report.ts';

/** Reads a report that `check --format json` wrote, also one of a newer version with fields of its own. Throws a UserError that says what is wrong with it. */
export function readReport(path: string): Report {
  const data = readJson(path);
  const parsed = Report.safeParse(data);
  if (parsed.success) return parsed.data;
  const serious = parsed.error.issues.find(({ code }) => code !== 'unrecognized_keys');
  // Additions to the report are fine: a reader takes what it knows.
  if (!serious) return data as Report;
  const key = serious.path.join('.');
  throw new UserError(
    `${path} is no report of stagegate: ${key === '' ? '' : `${key}: `}${serious.message}; write one with stagegate check --format json`,
  );
}

function readJson(path: string): unknown {
  if (!existsSync(path))
    throw new UserError(`there is no file ${path}; stagegate check --format json --output ${path} writes one`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${path} can't be read as a report: ${reason}`);
  }
}
