// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are expressions of pipelines.
import { describe, expect, it } from 'vitest';
import { azurePipelines } from '../../src/extract/azure-pipelines.ts';
import { repoPath } from '../../src/model/location.ts';
import { derivedDefaults } from '../support/facts.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string, path = 'azure-pipelines.yml') {
  return readPipeline(azurePipelines, path, text);
}

describe('claims', () => {
  it.each([
    ['azure-pipelines.yml', true],
    ['azure-pipelines.release.yaml', true],
    ['build/azure-pipeline.yml', true],
    ['.azure-pipelines/ci.yml', true],
    ['.azuredevops/templates/deploy.yml', true],
    ['.azdo/pipelines/azure-dev.yml', true],
    ['.pipelines/train.yml', true],
    ['devops/pipelines/cd.yml', true],
    ['azure.yaml', false],
    ['.github/pipelines/ci.yml', false],
  ])('%s: %s', (path, expected) => {
    const claimed = azurePipelines.claims(repoPath(path));

    expect(claimed).toBe(expected);
  });
});

describe('a deployment job', () => {
  it('carries all that the file says of it', () => {
    const { jobs } = read(`trigger: { branches: { include: [main] }, paths: { include: [app], exclude: [docs] } }
variables: { region: westeurope }
stages:
- stage: Build
  jobs: [{ job: image, steps: [{ script: make image }] }]
- stage: Production
  condition: and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/main'))
  jobs:
  - deployment: release
    environment: production.api
    continueOnError: true
    strategy: { runOnce: { deploy: { steps: [{ script: make release }] } } }
`);

    expect(jobs[1]).toEqual({
      kind: 'job',
      at: { path: 'azure-pipelines.yml', line: 9 },
      role: 'product',
      provider: 'azure-pipelines',
      job: 'Production.release',
      triggers: ['push'],
      branches: ['main'],
      paths: ['app', '!docs'],
      needs: ['Build.image'],
      environment: 'production.api',
      condition: "and(success(), eq(variables['Build.SourceBranch'], 'refs/heads/main'))",
      tolerant: true,
      manual: false,
      ...derivedDefaults,
      with: {},
    });
  });

  it('has the steps of its hooks', () => {
    const { steps } = read(`jobs:
- deployment: release
  environment: { name: production, resourceType: virtualMachine }
  strategy:
    canary:
      preDeploy: { steps: [{ bash: make pre }] }
      deploy: { steps: [{ bash: make deploy }] }
      routeTraffic: { steps: [{ bash: make route }] }
      on:
        failure: { steps: [{ bash: make undo, condition: always() }] }
        success: { steps: [{ bash: make note }] }
`);

    expect(steps.map((step) => [describeStep(step), step.condition, step.environment])).toEqual([
      ['6 release: make pre', undefined, 'production'],
      ['7 release: make deploy', undefined, 'production'],
      ['8 release: make route', undefined, 'production'],
      ['10 release: make undo', '(failure()) && (always())', 'production'],
      ['11 release: make note', undefined, 'production'],
    ]);
  });
});

describe('order', () => {
  it('of stages is that of the file, unless one says what it depends on', () => {
    const { jobs } = read(`stages:
- stage: A
  jobs: [{ job: one, steps: [{ script: make }] }, { job: two, dependsOn: one, steps: [{ script: make }] }]
- stage: B
  jobs: [{ job: one, steps: [{ script: make }] }]
- stage: C
  dependsOn: []
  jobs: [{ job: one, steps: [{ script: make }] }]
- stage: D
  dependsOn: [A, C]
  jobs: [{ job: one, steps: [{ script: make }] }]
`);

    expect(jobs.map(describeNeeds)).toEqual([
      'A.one',
      'A.two < A.one',
      'B.one < A.one, A.two',
      'C.one',
      'D.one < A.one, A.two, C.one',
    ]);
  });

  it('counts templates in as jobs', () => {
    const { jobs } = read(
      `stages:
- template: stages/build.yml
- stage: Ship
  jobs:
  - template: ../shared/deploy.yml
    parameters: { environment: production }
  - template: jobs/scan.yml@central
- stage: End
  jobs: [{ job: note, steps: [{ script: make }] }]
`,
      'devops/pipelines/ci.yml',
    );

    expect(jobs.map((job) => [describeNeeds(job), job.uses])).toEqual([
      ['stages/build.yml', './devops/pipelines/stages/build.yml'],
      ['Ship.../shared/deploy.yml < stages/build.yml', './devops/shared/deploy.yml'],
      ['Ship.jobs/scan.yml@central < stages/build.yml', 'jobs/scan.yml@central'],
      ['End.note < Ship.../shared/deploy.yml, Ship.jobs/scan.yml@central', undefined],
    ]);
    expect(jobs[1]?.with).toEqual({ environment: 'production' });
  });
});

describe('steps', () => {
  it('are tasks, templates and scripts, each in its line', () => {
    const { steps } = read(`steps:
- task: KubernetesManifest@1
  inputs:
    action: deploy
    manifests: |
      a.yml
- template: steps/test.yml
  parameters: { suite: unit }
- script: |
    pip install -r requirements.txt
    pytest
- bash: ./deploy.sh
- pwsh: Write-Host done
- checkout: self
`);

    expect(steps.map(describeStep)).toEqual([
      '2 job: KubernetesManifest@1',
      '7 job: ./steps/test.yml',
      '10 job: pip install -r requirements.txt',
      '11 job: pytest',
      '12 job: ./deploy.sh',
      '13 job: -',
    ]);
    expect(steps[0]?.with).toEqual({ action: 'deploy', manifests: 'a.yml\n' });
  });

  it.each([
    ['AzureCLI@2', '{ scriptType: bash, inlineScript: az webapp up }', ['AzureCLI@2', 'az webapp up']],
    ['AzureCLI@1', '{ inlineScript: az webapp up }', ['AzureCLI@1', 'az webapp up']],
    ['AzureCLI@2', '{ scriptType: pscore, inlineScript: az webapp up }', ['AzureCLI@2']],
    ['AzureCLI@2', '{ scriptType: bash, scriptPath: ci/deploy.sh }', ['AzureCLI@2', 'ci/deploy.sh']],
    ['Bash@3', '{ targetType: inline, script: make deploy }', ['Bash@3', 'make deploy']],
    ['Bash@3', '{ filePath: ci/deploy.sh }', ['Bash@3', 'ci/deploy.sh']],
    ['PythonScript@0', '{ scriptSource: inline, script: print(1) }', ['PythonScript@0']],
    ['AzurePowerShell@5', '{ inlineScript: Get-Date }', ['AzurePowerShell@5']],
  ])('of a task with a shell script are its commands too: %s %s', (task, inputs, expected) => {
    const { steps } = read(`steps:\n- task: ${task}\n  inputs: ${inputs}\n`);

    expect(steps.map(({ uses, command }) => uses ?? command)).toEqual(expected);
  });

  it('keep macros, which are no commands', () => {
    const { steps } = read(
      'steps:\n- bash: helm upgrade $(releaseName) --set tag=$(Build.BuildId),$(git rev-parse HEAD) ${{ parameters.x }}\n',
    );

    expect(steps.map(({ command }) => command)).toEqual([
      'helm upgrade $(releaseName) --set tag=$(Build.BuildId),$(git rev-parse HEAD) ${{ parameters.x }}',
      'git rev-parse HEAD',
    ]);
  });

  it('of a script go on after a failure, unless the script says otherwise', () => {
    const { steps } = read(
      'steps:\n- bash: |\n    make eval\n    make report\n- bash: |\n    set -e\n    make eval\n    make report\n',
    );

    expect(steps.map(({ command, tolerant }) => [command, tolerant])).toEqual([
      ['make eval', true],
      ['make report', false],
      ['set -e', false],
      ['make eval', false],
      ['make report', false],
    ]);
  });

  it.each([
    ['continueOnError: true', { tolerant: true }],
    ['enabled: false', { disabled: 'enabled: false' }],
    ['condition: failed()', { condition: 'failure()' }],
    ['condition: succeededOrFailed()', { condition: '(success() || failure())' }],
    ['workingDirectory: $(Build.SourcesDirectory)/service', { directory: 'service' }],
    ['workingDirectory: service', { directory: 'service' }],
    ['env: { KEY_NAME: a, TOKEN: $(token) }', { env: { KEY_NAME: 'a', TOKEN: '$(token)' } }],
  ])('have what stands beside them: %s', (line, expected) => {
    const { steps } = read(`steps:\n- script: make\n  ${line}\n`);

    expect(steps[0]).toMatchObject(expected);
  });
});

describe('template expressions', () => {
  it('are looked through, with their conditions', () => {
    const { jobs, steps } = read(`jobs:
- \${{ if eq(variables['Build.SourceBranch'], 'refs/heads/main') }}:
  - job: deploy
    steps:
    - \${{ each region in parameters.regions }}:
      - script: make deploy
    - \${{ if eq(parameters.check, true) }}:
      - script: make check
    - \${{ else }}:
      - script: make skip
- job: test
  \${{ if parameters.slow }}:
    steps: [{ script: make slow }]
`);

    expect(jobs.map(({ job, branches }) => [job, branches])).toEqual([
      ['deploy', ['main']],
      ['test', []],
    ]);
    expect(steps.map(describeStep)).toEqual([
      '6 deploy: make deploy',
      '8 deploy: make check',
      '10 deploy: make skip',
      '13 test: make slow',
    ]);
    expect(steps[1]?.condition).toBe(
      "(eq(variables['Build.SourceBranch'], 'refs/heads/main')) && (eq(parameters.check, true))",
    );
  });

  it('may choose the template that a pipeline extends', () => {
    const { jobs } = read(
      'resources: { repositories: [] }\nextends:\n  template: pipeline.yml@shared\n  parameters: { stage: production }\n',
    );

    expect(jobs).toMatchObject([{ job: 'extends', uses: 'pipeline.yml@shared', with: { stage: 'production' } }]);
  });
});

describe('other files by such a path', () => {
  it.each([
    ['pipelines/train.yml', 'steps:\n- name: train\n  image: trainer\n'],
    ['pipelines/argo.yml', 'apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: { templates: [{ steps: [] }] }\n'],
    ['pipelines/values.yml', 'jobs: 4\n'],
  ])('%s gives nothing', (path, text) => {
    const { facts, diagnostics } = read(text, path);

    expect([facts, diagnostics]).toEqual([[], []]);
  });
});
