import { describe, expect, test } from 'vitest';
import { queriesOf } from '../support/queries.ts';

const rules = (expr: string, rest = '') =>
  `groups:\n  - name: a\n    rules:\n      - alert: Slow\n        expr: ${expr}\n${rest}`;
const p99 = 'histogram_quantile(0.99, rate(http_request_duration_seconds_bucket[5m])) > 8';

describe('a rule of Prometheus', () => {
  test('is an alert at the line of its name, with its quantile, its topic and its threshold', () => {
    const queries = queriesOf({ 'monitoring/rules.yml': rules(p99) });

    expect(queries).toEqual([
      {
        kind: 'query',
        at: { path: 'monitoring/rules.yml', line: 4 },
        role: 'product',
        language: 'promql',
        use: 'alert',
        text: p99,
        about: ['latency'],
        quantiles: ['99'],
        threshold: '8',
        routed: 'unknown',
      },
    ]);
  });

  test('is a recorded number without a name of its own', () => {
    const text = 'groups:\n  - rules:\n      - record: a:p95\n        expr: histogram_quantile(.95, x)\n';

    expect(queriesOf({ 'rules.yml': text })).toMatchObject([{ use: 'record', quantiles: ['95'], about: [] }]);
  });

  test('asks what the recorded numbers ask that it names, over several of them', () => {
    const record = (name: string, expr: string) => `      - record: ${name}\n        expr: ${expr}\n`;
    const text = [
      'groups:\n  - rules:\n',
      record('a:seconds:p95', 'histogram_quantile(.95, rate(http_request_duration_seconds_bucket[5m]))'),
      record('b:seconds:p95', 'max(a:seconds:p95)'),
      record('a:seconds', 'rate(x_total[5m])'),
    ].join('');

    const queries = queriesOf({
      'rules/records.yml': text,
      'rules/slow.yml': rules('b:seconds:p95 > 2'),
      'rules/other.yml': rules('a:seconds > 2'),
    });

    expect(queries.filter(({ use }) => use === 'alert')).toMatchObject([
      { text: 'a:seconds > 2', about: [], quantiles: [] },
      { text: 'b:seconds:p95 > 2', about: ['latency'], quantiles: ['95'], threshold: '2' },
    ]);
  });

  test('counts in an object of the cluster, and once', () => {
    const text = `kind: PrometheusRule\napiVersion: monitoring.coreos.com/v1\nmetadata: { name: a }\nspec:\n  ${rules(p99).replaceAll('\n', '\n  ')}`;

    expect(queriesOf({ 'deploy/rules.yaml': text })).toMatchObject([{ use: 'alert', quantiles: ['99'] }]);
  });

  test.each([
    [
      'yes, where a used receiver has an address',
      'route: { receiver: a }\nreceivers: [{ name: a, slack_configs: [{ channel: "#a" }] }]',
      'yes',
    ],
    ['no, where the receiver is empty', 'route: { receiver: a }\nreceivers: [{ name: a }]', 'no'],
    [
      'no, where only a receiver that nothing uses has one',
      'route: { receiver: a }\nreceivers: [{ name: a }, { name: b, slack_configs: [{ channel: "#b" }] }]',
      'no',
    ],
    [
      'no, where the address is an example',
      'route: { receiver: a }\nreceivers: [{ name: a, email_configs: [{ to: a@example.com }] }]',
      'no',
    ],
    [
      'no, where the key is the name of one',
      'route: { receiver: a }\nreceivers: [{ name: a, pagerduty_configs: [{ routing_key: PD_ROUTING_KEY }] }]',
      'no',
    ],
    ['unknown, where nothing says who is told', 'global: { receivers: 3 }', 'unknown'],
  ])('is routed: %s', (_, route, routed) => {
    const queries = queriesOf({ 'monitoring/rules.yml': rules(p99), 'monitoring/alertmanager.yml': route });

    expect(queries.map((query) => query.routed)).toEqual([routed]);
  });
});

describe('a dashboard', () => {
  const dashboard = `{\n "panels": [\n  { "targets": [\n   { "expr": "histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m]))" }\n  ] }\n ]\n}`;

  test('has its panels at their lines', () => {
    expect(queriesOf({ 'monitoring/a.json': dashboard })).toMatchObject([
      { use: 'panel', quantiles: ['95'], about: ['latency'], at: { line: 4 } },
    ]);
  });

  test('may be text within an object of the cluster', () => {
    const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  a.json: |\n    ${dashboard.replaceAll('\n', '\n    ')}`;

    expect(queriesOf({ 'deploy/a.yaml': text })).toMatchObject([{ use: 'panel', quantiles: ['95'], at: { line: 2 } }]);
  });

  test('of a test counts for nothing', () => {
    expect(queriesOf({ 'tests/fixtures/a.json': dashboard })).toEqual([]);
  });

  test('that is broken gives nothing', () => {
    expect(queriesOf({ 'monitoring/a.json': dashboard.slice(0, -4) })).toEqual([]);
  });
});

describe('an alarm of CloudWatch', () => {
  const alarm = (lines: string) =>
    queriesOf({
      'infra/a.tf': `resource "aws_cloudwatch_metric_alarm" "a" {\n  namespace = "AWS/Lambda"\n${lines}\n}\n`,
    });

  test('has its metric, its percentile and who is told', () => {
    const lines =
      '  metric_name = "Duration"\n  extended_statistic = "p99.9"\n  threshold = 5\n  alarm_actions = [aws_sns_topic.a.arn]';

    expect(alarm(lines)).toMatchObject([
      {
        language: 'cloudwatch',
        text: 'Duration AWS/Lambda',
        statistic: 'p99.9',
        quantiles: ['99.9'],
        threshold: '5',
        routed: 'yes',
      },
    ]);
  });

  test('is routed to nobody without an action', () => {
    const [query] = alarm('  metric_name = "Duration"\n  alarm_actions = []');

    expect(query?.routed).toBe('no');
  });

  test('whose actions are off is off', () => {
    const [query] = alarm('  metric_name = "Duration"\n  actions_enabled = false');

    expect(query?.disabled).toBe('actions_enabled: false');
  });

  test('of several metrics has a query for each, and one that an expression makes of them', () => {
    const lines =
      '  metric_query {\n    id = "m"\n    metric {\n      metric_name = "Latency"\n      stat = "p95"\n    }\n  }\n  metric_query {\n    id = "e"\n    expression = "ANOMALY_DETECTION_BAND(m)"\n  }';

    expect(alarm(lines).map(({ text, quantiles }) => [text, quantiles])).toEqual([
      ['Latency', ['95']],
      ['ANOMALY_DETECTION_BAND(m) Latency', []],
    ]);
  });
});

test.each([
  ['requests | summarize percentiles(duration, 50, 95, 99)', ['50', '95', '99']],
  ['requests | summarize percentile(duration, 99) by bin(timestamp, 5m)', ['99']],
  ['requests | summarize avg(duration)', []],
])('quantiles of %s', (query, quantiles) => {
  const text = `resource "azurerm_monitor_scheduled_query_rules_alert_v2" "a" {\n  criteria {\n    query = "${query}"\n  }\n}\n`;

  expect(queriesOf({ 'infra/a.tf': text }).map((fact) => fact.quantiles)).toEqual([quantiles]);
});

test.each([
  ['http_request_duration_seconds_bucket', ['latency']],
  ['vllm:time_to_first_token_seconds_bucket', ['latency']],
  ['score_infer_seconds_bucket', ['latency']],
  ['etcd_request_duration_seconds_bucket', []],
  ['rate(llm_cost_total[1h]) / rate(llm_requests_total[1h])', ['cost-per-request', 'cost']],
  ['feature_psi_score', ['drift']],
  ['node_ntp_drift_value', []],
  ['avg(answer_faithfulness_score)', ['quality']],
  ['rate(access_tokens_total[5m])', []],
  ['up', []],
])('%s is about %j', (expr, about) => {
  expect(queriesOf({ 'rules.yml': rules(`'${expr} > 1'`) }).map((query) => query.about)).toEqual([about]);
});

test('a query shows no credentials', () => {
  const [query] = queriesOf({ 'rules.yml': rules(`'a{url="https://me:secret@host/x"} > 1'`) });

  expect(query?.text).not.toContain('secret');
});
