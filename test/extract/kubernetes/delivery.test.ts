import { describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/extract/kubernetes.ts';
import { sourceFile, tools } from '../../support/tools.ts';

function facts(text: string) {
  return kubernetes.extract(sourceFile('deploy/app.yaml', text), tools).facts;
}

function object(version: string, kind: string, spec: string) {
  return `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: answers }\nspec:\n${spec}`;
}

describe('objects that deploy', () => {
  it.each([
    [
      'an application with one source',
      object(
        'argoproj.io/v1alpha1',
        'Application',
        '  source: { repoURL: "https://github.com/acme/answers", path: deploy/prod, targetRevision: v1.2.3 }\n  syncPolicy: { automated: {} }\n',
      ),
      { 'spec.source.path': 'deploy/prod', 'spec.source.targetRevision': 'v1.2.3', 'spec.syncPolicy.automated': '{}' },
    ],
    [
      'an application with several sources',
      object(
        'argoproj.io/v1alpha1',
        'Application',
        '  sources:\n    - { chart: answers, targetRevision: 1.2.3, helm: { valueFiles: [$values/prod.yaml] } }\n    - { ref: values }\n  syncPolicy: { automated: { prune: true, selfHeal: false } }\n',
      ),
      {
        'spec.sources.0.targetRevision': '1.2.3',
        'spec.sources.0.helm.valueFiles.0': '$values/prod.yaml',
        'spec.sources.1.ref': 'values',
        'spec.syncPolicy.automated.prune': 'true',
        'spec.syncPolicy.automated.selfHeal': 'false',
      },
    ],
    [
      'a set of applications, whose placeholders stay',
      object(
        'argoproj.io/v1alpha1',
        'ApplicationSet',
        "  goTemplate: true\n  generators:\n    - list: { elements: [{ env: staging }, { env: prod }] }\n  template:\n    metadata: { name: 'answers-{{ .env }}' }\n    spec:\n      source: { path: 'deploy/{{ .env }}', targetRevision: HEAD }\n      syncPolicy: { automated: { prune: true } }\n",
      ),
      {
        'spec.generators.0.list.elements.1.env': 'prod',
        'spec.template.metadata.name': 'answers-{{ .env }}',
        'spec.template.spec.source.path': 'deploy/{{ .env }}',
        'spec.template.spec.source.targetRevision': 'HEAD',
        'spec.template.spec.syncPolicy.automated.prune': 'true',
      },
    ],
    [
      'a controller that applies overlays',
      object(
        'kustomize.toolkit.fluxcd.io/v1',
        'Kustomization',
        '  path: ./deploy/prod\n  prune: true\n  sourceRef: { kind: GitRepository, name: answers }\n  postBuild: { substitute: { env: prod } }\n',
      ),
      { 'spec.path': './deploy/prod', 'spec.sourceRef.kind': 'GitRepository', 'spec.postBuild.substitute.env': 'prod' },
    ],
    [
      'a controller that installs charts',
      object(
        'helm.toolkit.fluxcd.io/v2',
        'HelmRelease',
        '  chart: { spec: { chart: answers, version: 1.2.3 } }\n  upgrade: { remediation: { retries: 3, strategy: rollback } }\n',
      ),
      {
        'spec.chart.spec.version': '1.2.3',
        'spec.upgrade.remediation.retries': '3',
        'spec.upgrade.remediation.strategy': 'rollback',
      },
    ],
    [
      'a rollout with steps',
      object(
        'argoproj.io/v1alpha1',
        'Rollout',
        '  strategy:\n    canary:\n      steps:\n        - setWeight: 10\n        - pause: {}\n        - analysis: { templates: [{ templateName: quality }] }\n      analysis: { startingStep: 2, templates: [{ templateName: errors }] }\n',
      ),
      {
        'spec.strategy.canary.steps.0.setWeight': '10',
        'spec.strategy.canary.steps.1.pause': '{}',
        'spec.strategy.canary.steps.2.analysis.templates.0.templateName': 'quality',
        'spec.strategy.canary.analysis.templates.0.templateName': 'errors',
      },
    ],
    [
      'a rollout between two colours',
      object(
        'argoproj.io/v1alpha1',
        'Rollout',
        '  rollbackWindow: { revisions: 3 }\n  strategy:\n    blueGreen: { autoPromotionEnabled: false, prePromotionAnalysis: { templates: [{ templateName: quality }] } }\n',
      ),
      {
        'spec.rollbackWindow.revisions': '3',
        'spec.strategy.blueGreen.autoPromotionEnabled': 'false',
        'spec.strategy.blueGreen.prePromotionAnalysis.templates.0.templateName': 'quality',
      },
    ],
    [
      'an analysis',
      object(
        'argoproj.io/v1alpha1',
        'AnalysisTemplate',
        '  dryRun: [{ metricName: latency }]\n  metrics:\n    - name: quality\n      successCondition: result[0] >= 0.95\n      failureLimit: -1\n      provider: { prometheus: { query: "avg(score)" } }\n',
      ),
      {
        'spec.dryRun.0.metricName': 'latency',
        'spec.metrics.0.successCondition': 'result[0] >= 0.95',
        'spec.metrics.0.failureLimit': '-1',
        'spec.metrics.0.provider.prometheus.query': 'avg(score)',
      },
    ],
    [
      'a canary',
      object(
        'flagger.app/v1beta1',
        'Canary',
        '  skipAnalysis: true\n  analysis:\n    threshold: 5\n    metrics: [{ name: quality, thresholdRange: { min: 0.9 } }]\n    webhooks: [{ name: gate, type: confirm-promotion, url: "http://gate" }]\n',
      ),
      {
        'spec.skipAnalysis': 'true',
        'spec.analysis.threshold': '5',
        'spec.analysis.metrics.0.thresholdRange.min': '0.9',
        'spec.analysis.webhooks.0.type': 'confirm-promotion',
      },
    ],
    [
      'a stage of a promotion',
      object(
        'kargo.akuity.io/v1alpha1',
        'Stage',
        '  requestedFreight:\n    - origin: { kind: Warehouse, name: answers }\n      sources: { stages: [staging] }\n  verification: { analysisTemplates: [{ name: quality }] }\n',
      ),
      {
        'spec.requestedFreight.0.sources.stages.0': 'staging',
        'spec.verification.analysisTemplates.0.name': 'quality',
      },
    ],
    [
      'a served model',
      object(
        'serving.kserve.io/v1beta1',
        'InferenceService',
        '  predictor:\n    canaryTrafficPercent: 10\n    logger: { mode: all, url: "http://sink" }\n    model: { modelFormat: { name: huggingface }, storageUri: "hf://acme/m:0f1e" }\n',
      ),
      {
        'spec.predictor.canaryTrafficPercent': '10',
        'spec.predictor.logger.mode': 'all',
        'spec.predictor.model.storageUri': 'hf://acme/m:0f1e',
      },
    ],
  ])('%s has all that rules ask of it', (_, text, expected) => {
    const [resource] = facts(text).flatMap((fact) => (fact.kind === 'resource' ? [fact] : []));

    expect(resource?.attributes).toMatchObject(expected);
  });
});

describe('images that an object hands on', () => {
  it.each([
    ['values', '  values:\n    image: { repository: acme/a, tag: "7" }\n', ['6 acme/a:7']],
    [
      'values for a source',
      '  source:\n    helm:\n      valuesObject:\n        image: { repository: a, tag: "7" }\n',
      ['8 a:7'],
    ],
    [
      'values in a text',
      '  source:\n    helm:\n      values: |\n        # ours\n        image:\n          repository: a\n          tag: "7"\n',
      ['10 a:7'],
    ],
    ['a text that is no YAML', '  source:\n    helm:\n      values: |\n        image: [\n', []],
    [
      'overrides of a source',
      '  source:\n    kustomize:\n      images: [a=acme/a:7, "b@sha256:0f", c]\n',
      ['7 acme/a:7', '7 b@sha256:0f'],
    ],
    ['overrides', '  images:\n    - { name: a, newTag: "7" }\n    - { name: b, newName: c }\n', ['6 a:7']],
    ['one of several sources', '  sources:\n    - kustomize: { images: ["a:7"] }\n', ['6 a:7']],
    [
      'what it makes of a template',
      '  template:\n    spec:\n      source:\n        kustomize: { images: ["a:7"] }\n',
      ['8 a:7'],
    ],
    ['a number of images', '  images: 3\n', []],
  ])('in %s', (_, spec, expected) => {
    const found = facts(object('example.io/v1', 'Release', spec));

    expect(found.flatMap((fact) => (fact.kind === 'image' ? [`${fact.at.line} ${fact.reference}`] : []))).toEqual(
      expected,
    );
  });

  it('are switched off with the part that they are for', () => {
    const spec = '  values: { redis: { enabled: false, image: { repository: r, tag: 1 } } }\n';

    const found = facts(object('example.io/v1', 'Release', spec));

    expect(found.map(({ disabled }) => disabled)).toEqual([undefined, 'redis.enabled: false']);
  });
});

describe('secrets that an object hands on', () => {
  it.each([
    ['in values', '  values: { auth: { password: x, user: me } }\n', 'spec.values.auth.password', '(hidden)'],
    ['in none', '  values: { auth: { password: x, user: me } }\n', 'spec.values.auth.user', 'me'],
    ['in a list', '  values: { env: [{ name: API_KEY, value: x }] }\n', 'spec.values.env.0.value', '(hidden)'],
    [
      'in a parameter',
      '  source: { helm: { parameters: [{ name: auth.password, value: x }] } }\n',
      'spec.source.helm.parameters.0.value',
      '(hidden)',
    ],
    [
      'in a text',
      '  source:\n    helm:\n      values: |\n        apiKey: x\n        level: info\n',
      'spec.source.helm.values',
      'apiKey: (hidden)\nlevel: info\n',
    ],
  ])('are hidden %s', (_, spec, path, expected) => {
    const [found] = facts(object('example.io/v1', 'Release', spec)).flatMap((fact) =>
      fact.kind === 'resource' ? [fact] : [],
    );

    expect(found?.attributes[path]).toBe(expected);
  });
});
