import { expect, test } from 'vitest';
import { run } from '../../src/run.ts';
import { ruleSet, today } from '../support/real-model.ts';
import { scratchFolder } from '../support/scratch.ts';

test('plain monitoring of an application and light tracing of model calls are never over-investment', async () => {
  const directory = scratchFolder({
    'stagegate.yml': 'version: 1\nsystems:\n  answers: { root: ., target: 3 }\n',
    'pyproject.toml':
      '[project]\nname = "answers"\ndependencies = ["openai", "ddtrace", "newrelic", "opentelemetry-sdk", "langfuse", "prometheus-client"]\n',
    'infra/monitoring.tf': `resource "datadog_monitor" "latency" {
  name    = "p99"
  type    = "metric alert"
  query   = "percentile(last_5m):p99:trace.fastapi.request{service:answers} > 8"
  message = "@slack-answers"
}
resource "grafana_dashboard" "answers" {
  config_json = "{}"
}
resource "aws_cloudwatch_dashboard" "answers" {
  dashboard_name = "answers"
  dashboard_body = "{}"
}
`,
  });

  const { report } = await run({ directory, today, version: '0.0.0' }, ruleSet);

  expect(Object.values(report.systems[0]?.capabilities ?? {}).map(({ status }) => status)).toEqual(
    Array(5).fill('absent'),
  );
  expect(report.findings.filter(({ kind }) => kind === 'over-investment')).toEqual([]);
});
