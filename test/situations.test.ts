import { expect, test } from 'vitest';
import { type Files, statusesOf } from './support/situations.ts';

const evaluation = `    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npx promptfoo eval -c evals/promptfooconfig.yaml
        env: { OPENAI_API_KEY: "\${{ secrets.OPENAI_API_KEY }}" }
`;
const deploy = `    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: gcloud run deploy answers --source .
`;
const onPush = 'on: { push: { branches: [main] } }\njobs:\n';

const situations: readonly (readonly [name: string, files: Files, wanted: Readonly<Record<string, string>>])[] = [
  [
    'an evaluation on the same push beside the deploy is in CI, and no gate',
    {
      '.github/workflows/evaluate.yml': `${onPush}  evaluate:\n${evaluation}`,
      '.github/workflows/deploy.yml': `${onPush}  deploy:\n${deploy}`,
    },
    { 'ci-cd-deployment/automated-deploy': 'proven', 'eval-in-ci/on-change': 'proven', 'quality-gates/gate': 'absent' },
  ],
  [
    'the same evaluation, for which the deploy waits, is one',
    {
      '.github/workflows/main.yml': `${onPush}  evaluate:\n${evaluation}  deploy:\n    needs: evaluate\n${deploy}`,
    },
    { 'ci-cd-deployment/automated-deploy': 'proven', 'eval-in-ci/on-change': 'proven', 'quality-gates/gate': 'proven' },
  ],
  [
    'an approval as an action of a delivery pipeline is one',
    {
      'infra/pipeline.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Pipeline:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: answers
      RoleArn: arn:aws:iam::123456789012:role/pipeline
      Stages:
        - Name: Source
          Actions:
            - Name: Source
              ActionTypeId: { Category: Source, Owner: AWS, Provider: CodeStarSourceConnection, Version: '1' }
              Configuration: { FullRepositoryId: acme/answers, BranchName: main }
        - Name: Production
          Actions:
            - Name: Approve
              RunOrder: 1
              ActionTypeId: { Category: Approval, Owner: AWS, Provider: Manual, Version: '1' }
            - Name: Deploy
              RunOrder: 2
              ActionTypeId: { Category: Deploy, Owner: AWS, Provider: ECS, Version: '1' }
              Configuration: { ClusterName: production, ServiceName: answers }
`,
    },
    { 'ci-cd-deployment/automated-deploy': 'proven', 'production-approval/approval': 'proven' },
  ],
  [
    'an approval behind the deploy is none',
    {
      'infra/pipeline.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Pipeline:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: answers
      RoleArn: arn:aws:iam::123456789012:role/pipeline
      Stages:
        - Name: Source
          Actions:
            - Name: Source
              ActionTypeId: { Category: Source, Owner: AWS, Provider: CodeStarSourceConnection, Version: '1' }
              Configuration: { FullRepositoryId: acme/answers, BranchName: main }
        - Name: Production
          Actions:
            - Name: Deploy
              ActionTypeId: { Category: Deploy, Owner: AWS, Provider: ECS, Version: '1' }
              Configuration: { ClusterName: production, ServiceName: answers }
        - Name: After
          Actions:
            - Name: Approve
              ActionTypeId: { Category: Approval, Owner: AWS, Provider: Manual, Version: '1' }
`,
    },
    { 'ci-cd-deployment/automated-deploy': 'proven', 'production-approval/approval': 'absent' },
  ],
  [
    'a canary with alarms in a serverless template goes back by itself',
    {
      'template.yaml': `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Answers:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.main.handler
      Runtime: python3.12
      AutoPublishAlias: live
      DeploymentPreference:
        Type: Canary10Percent5Minutes
        Alarms: [!Ref Errors]
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: Errors
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 1
      Threshold: 1
      ComparisonOperator: GreaterThanOrEqualToThreshold
      AlarmActions: [!Ref Topic]
  Topic: { Type: AWS::SNS::Topic }
`,
    },
    { 'fast-rollback/one-step': 'proven', 'ci-cd-deployment/automated-deploy': 'absent' },
  ],
  [
    'a deploy through a target through a script is one',
    {
      '.github/workflows/main.yml': `${onPush}  release:\n    runs-on: ubuntu-latest\n    steps: [{ run: make release }]\n`,
      Makefile: 'release: check\n\t./scripts/ship.sh production\n\ncheck:\n\truff check .\n',
      'scripts/ship.sh': '#!/bin/sh\nset -e\ngcloud run deploy answers --source . --labels stage="$1"\n',
    },
    { 'ci-cd-deployment/automated-deploy': 'proven' },
  ],
  [
    'a target that only says that it deploys is none',
    {
      '.github/workflows/main.yml': `${onPush}  deploy:\n    runs-on: ubuntu-latest\n    steps: [{ run: make deploy }]\n`,
      Makefile: 'deploy:\n\t@echo "would deploy"\n',
    },
    { 'ci-cd-deployment/automated-deploy': 'absent' },
  ],
  [
    'a workflow of this repository is followed',
    {
      '.github/workflows/main.yml': `${onPush}  production:\n    uses: ./.github/workflows/roll.yml\n    with: { stage: production }\n`,
      '.github/workflows/roll.yml': `on: { workflow_call: { inputs: { stage: { type: string, required: true } } } }\njobs:\n  roll:\n${deploy}`,
    },
    { 'ci-cd-deployment/automated-deploy': 'proven' },
  ],
  [
    'a workflow of another repository leaves it unknown',
    {
      '.github/workflows/main.yml': `${onPush}  production:\n    uses: acme/workflows/.github/workflows/roll.yml@v3\n    with: { stage: production }\n`,
    },
    { 'ci-cd-deployment/automated-deploy': 'unknown' },
  ],
  [
    'an image that is built and that nothing refers to is no deploy',
    {
      '.github/workflows/main.yml': `${onPush}  image:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { push: true, tags: ghcr.io/acme/answers:main }\n`,
      'k8s/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: proxy }
spec:
  selector: { matchLabels: { app: proxy } }
  template:
    metadata: { labels: { app: proxy } }
    spec: { containers: [{ name: proxy, image: 'nginx:1.27' }] }
`,
    },
    { 'ci-cd-deployment/automated-deploy': 'hinted' },
  ],
  [
    'an environment that is passed as an input is none, which could ask somebody',
    {
      '.github/workflows/main.yml': `${onPush}  production:\n    uses: ./.github/workflows/roll.yml\n    with: { environment: prod }\n`,
      '.github/workflows/roll.yml': `on: { workflow_call: { inputs: { environment: { type: string, required: true } } } }\njobs:\n  roll:\n${deploy}`,
    },
    { 'ci-cd-deployment/automated-deploy': 'proven', 'production-approval/approval': 'absent' },
  ],
  [
    'an environment of the job may ask somebody, which the files do not tell',
    { '.github/workflows/main.yml': `${onPush}  production:\n    environment: prod\n${deploy}` },
    { 'ci-cd-deployment/automated-deploy': 'proven', 'production-approval/approval': 'unknown' },
  ],
  [
    'a job that echoes that it deploys does nothing',
    {
      '.github/workflows/main.yml': `${onPush}  deploy:\n    runs-on: ubuntu-latest\n    environment: production\n    steps: [{ run: echo "gcloud run deploy answers" }]\n`,
    },
    { 'ci-cd-deployment/automated-deploy': 'absent', 'production-approval/approval': 'absent' },
  ],
  [
    'a pipeline of a service that is not read leaves it unknown',
    { '.travis.yml': 'language: python\nscript: pytest\ndeploy: { provider: heroku, app: answers }\n' },
    {
      'ci-cd-deployment/automated-deploy': 'unknown',
      'eval-in-ci/on-change': 'unknown',
      'quality-gates/gate': 'unknown',
    },
  ],
];

test.each(situations)('%s', async (_, files, wanted) => {
  expect(await statusesOf(files)).toMatchObject(wanted);
});
