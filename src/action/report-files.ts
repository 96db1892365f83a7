import { writeOutput } from '../io/write-output.ts';
import type { Report } from '../model/report.ts';
import { type FormatOptions, renderReport } from '../report/formats.ts';
import type { Inputs } from './inputs.ts';

/** Writes the reports that the workflow asks for, each in the format of its input. */
export async function writeReportFiles(report: Report, inputs: Inputs, options: FormatOptions): Promise<void> {
  const wanted = [
    ['sarif', inputs['sarif-file']],
    ['junit', inputs['junit-file']],
    ['html', inputs['html-file']],
  ] as const;
  for (const [format, path] of wanted) {
    if (path !== undefined) writeOutput(path, await renderReport(report, format, options));
  }
}
