// biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are Groovy's.
import { describe, expect, it } from 'vitest';
import { jenkins } from '../../src/extract/jenkins.ts';
import { repoPath } from '../../src/model/location.ts';
import { describeNeeds, describeStep, readPipeline } from '../support/pipelines.ts';

function read(text: string) {
  return readPipeline(jenkins, 'Jenkinsfile', text);
}

/** A declarative pipeline with one stage `A`, its body as it stands. */
function stage(body: string) {
  return read(`pipeline { stages { stage('A') {\n${body}\n} } }\n`);
}

describe('claims', () => {
  it.each([
    ['Jenkinsfile', true],
    ['ci/Jenkinsfile.release', true],
    ['Jenkinsfile-nightly.groovy', true],
    ['deploy.jenkinsfile', true],
    ['Jenkinsfile2', true],
    ['jenkins/deploy.groovy', true],
    ['docs/Jenkinsfile.md', false],
    ['src/Main.groovy', false],
  ])('%s: %s', (path, expected) => {
    const claimed = jenkins.claims(repoPath(path));

    expect(claimed).toBe(expected);
  });
});

describe('a declarative pipeline', () => {
  it('has its stages as jobs, one after the other', () => {
    const { jobs, steps } = read(`pipeline {
  agent any
  environment { REGION = 'eu-west-1' }
  stages {
    stage('Test') { steps { sh 'pytest' } }
    stage('Deploy') {
      when { branch 'main' }
      environment { STAGE = "production" }
      steps {
        sh '''
          # all of it
          helm upgrade \\
            answers ./chart
          kubectl rollout status deployment/answers
        '''
      }
    }
  }
}
`);

    expect(jobs.map(describeNeeds)).toEqual(['Test', 'Deploy < Test']);
    expect(jobs[1]).toMatchObject({
      at: { path: 'Jenkinsfile', line: 6 },
      provider: 'jenkins',
      triggers: ['push'],
      branches: ['main'],
      condition: "branch 'main'",
    });
    expect(steps.map(describeStep)).toEqual([
      '5 Test: pytest',
      '12 Deploy: helm upgrade answers ./chart',
      '14 Deploy: kubectl rollout status deployment/answers',
    ]);
    expect(steps[1]?.env).toEqual({ REGION: 'eu-west-1', STAGE: 'production' });
  });

  it('lets stages run at the same time', () => {
    const { jobs } = read(`pipeline { stages {
  stage('Build') { steps { sh 'make' } }
  stage('Check') { parallel {
    stage('Unit') { steps { sh 'make unit' } }
    stage('Score') { stages { stage('Load') { steps { sh 'make load' } }
      stage('Run') { steps { sh 'make run' } } } }
  } }
  stage('Ship') { steps { sh 'make ship' } }
} }
`);

    expect(jobs.map(describeNeeds)).toEqual([
      'Build',
      'Check/Unit < Build',
      'Check/Score/Load < Build',
      'Check/Score/Run < Check/Score/Load',
      'Ship < Check/Unit, Check/Score/Run',
    ]);
  });

  it('gives stages of the same name ids of their own', () => {
    const { jobs } = read(`pipeline { stages { stage('A') { steps { sh 'a' } }
stage('A') { steps { sh 'b' } } } }`);

    expect(jobs.map(describeNeeds)).toEqual(['A', 'A#2 < A']);
  });

  it.each([
    ["steps { input 'Deploy?' }", { uses: 'input', with: { 0: 'Deploy?' } }],
    ["steps { input message: 'Deploy?', submitter: 'leads' }", { with: { message: 'Deploy?', submitter: 'leads' } }],
    ["steps { script { def ok = input(message: 'Deploy?') } }", { with: { message: 'Deploy?' } }],
    [
      "input { message 'Deploy?'\nsubmitter 'leads' }\nsteps { sh 'make' }",
      { with: { message: 'Deploy?', submitter: 'leads' } },
    ],
  ])('waits for a person: %s', (body, step) => {
    const { jobs, steps } = stage(body);

    expect(jobs[0]?.manual).toBe(true);
    expect(steps[0]).toMatchObject({ uses: 'input', ...step });
  });

  it('has what comes afterwards, by how it went', () => {
    const { jobs, steps } = read(`pipeline {
  stages { stage('A') {
    steps { sh 'make' }
    post { failure { sh 'make undo' } }
  } }
  post {
    always { junit 'report.xml' }
    success { sh 'make tell' }
  }
}
`);

    expect(jobs.map(describeNeeds)).toEqual(['A', 'post < A', 'post#2 < A']);
    expect(jobs.map(({ despite }) => despite)).toEqual([undefined, undefined, { A: 'failure' }]);
    expect(steps.map((step) => [describeStep(step), step.condition])).toEqual([
      ['3 A: make', undefined],
      ['4 A: make undo', 'failure()'],
      ['7 post#2: junit', 'always()'],
      ['8 post: make tell', 'success()'],
    ]);
  });
});

describe('when', () => {
  it.each([
    ["branch 'main'", ['push'], ['main'], []],
    ["branch pattern: 'release-.*', comparator: 'REGEXP'", ['push'], ['release-.*'], []],
    ["not { branch 'main' }", ['push'], ['!main'], []],
    ["anyOf { branch 'main'; branch 'dev' }", ['push'], ['main', 'dev'], []],
    ["allOf { branch 'main'; environment name: 'DEPLOY', value: 'yes' }", ['push'], ['main'], []],
    ["environment name: 'BRANCH_NAME', value: 'main'", ['push'], ['main'], []],
    ["expression { env.BRANCH_NAME == 'main' }", ['push'], ['main'], []],
    ["expression { return env.BRANCH_NAME == 'main' || env.BRANCH_NAME == 'dev' }", ['push'], ['main', 'dev'], []],
    ["expression { BRANCH_NAME != 'main' }", ['push'], ['!main'], []],
    ['expression { params.DEPLOY }', ['push'], [], []],
    ['buildingTag()', ['tag'], [], []],
    ["tag 'v*'", ['tag'], [], []],
    ['changeRequest()', ['pull_request'], [], []],
    ["triggeredBy 'TimerTrigger'", ['schedule'], [], []],
    ["changeset 'prompts/**'", ['push'], [], ['prompts/**']],
    ["beforeAgent true\nbranch 'main'", ['push'], ['main'], []],
  ])('%s: %j on %j', (when, triggers, branches, paths) => {
    const { jobs } = stage(`when { ${when} }\nsteps { sh 'make' }`);

    expect(jobs[0]).toMatchObject({ triggers, branches, paths });
    expect(jobs[0]).not.toHaveProperty('disabled');
  });

  it('that never holds switches a stage off', () => {
    const { jobs, steps } = stage("when { expression { false } }\nsteps { sh 'make' }");

    expect([jobs[0]?.disabled, steps[0]?.disabled]).toEqual(Array(2).fill('when: expression { false }'));
  });
});

describe('what starts a pipeline', () => {
  it.each([
    ['', ['push']],
    ["triggers { cron('H 3 * * *') }", ['schedule']],
    ["triggers { pollSCM('H/5 * * * *') }", ['push']],
    ["triggers { githubPush()\ncron('@daily') }", ['push', 'schedule']],
    ["triggers { upstream('build') }", ['workflow_run']],
  ])('%s: %j', (triggers, expected) => {
    const { jobs } = read(`pipeline {\n${triggers}\nstages { stage('A') { steps { sh 'make' } } } }`);

    expect(jobs[0]?.triggers).toEqual(expected);
  });

  it('stands in properties too', () => {
    const { jobs } = read("properties([pipelineTriggers([cron('@daily')])])\nnode { stage('A') { sh 'make' } }");

    expect(jobs[0]?.triggers).toEqual(['schedule']);
  });

  it.each([
    ["string(name: 'VERSION')", '', ['workflow_dispatch'], { VERSION: '${{ inputs.VERSION }}' }],
    ["string(name: 'VERSION', defaultValue: 'latest')", '', ['push'], {}],
    ["booleanParam(name: 'FAST')", '', ['push'], {}],
    ["string(name: 'VERSION')", 'triggers { githubPush() }', ['push'], {}],
    [
      "string(name: 'VERSION')",
      "options { lock('main') }",
      ['workflow_dispatch'],
      { VERSION: '${{ inputs.VERSION }}' },
    ],
  ])('is a person where a value is asked for: %s %s', (parameter, more, triggers, env) => {
    const { jobs, steps } = read(
      `pipeline { parameters { ${parameter} }\n${more}\nstages { stage('A') { steps {\nsh 'make'\nsh 'ship "$VERSION"' } } } }`,
    );

    expect(jobs[0]).toMatchObject({ triggers, manual: triggers[0] === 'workflow_dispatch' });
    expect(steps.map((step) => step.env)).toEqual([{}, env]);
  });

  it('is a push beside a schedule where stages ask for the branch', () => {
    const { jobs } = read(
      "pipeline { triggers { cron('@daily') }\nstages { stage('A') { when { branch 'main' }\nsteps { sh 'make' } } } }",
    );

    expect(jobs[0]).toMatchObject({ triggers: ['push', 'schedule'], branches: ['main'] });
  });
});

describe('a scripted pipeline', () => {
  it('has stages, conditions and functions', () => {
    const { jobs, steps } = read(`#!groovy
@Library('acme') _
def deploy(stage) {
  sh "helm upgrade answers ./chart --set stage=\${stage}"
}
node('linux') {
  checkout scm
  stage('Test') {
    dir('service') { sh 'pytest' }
  }
  if (env.BRANCH_NAME == 'main') {
    stage('Deploy') { deploy('production') }
  } else {
    stage('Preview') { sh 'make preview' }
  }
}
`);

    expect(jobs.map(describeNeeds)).toEqual(['pipeline', 'Test', 'Deploy < Test', 'Preview < Deploy']);
    expect(jobs.map(({ branches, condition }) => [branches, condition])).toEqual([
      [[], undefined],
      [[], undefined],
      [['main'], "env.BRANCH_NAME == 'main'"],
      [[], "!(env.BRANCH_NAME == 'main')"],
    ]);
    expect(steps.map((step) => [describeStep(step), step.directory])).toEqual([
      ['4 Deploy: helm upgrade answers ./chart --set stage=${stage}', undefined],
      ['7 pipeline: checkout', undefined],
      ['9 Test: pytest', 'service'],
      ['14 Preview: make preview', undefined],
    ]);
  });

  it('lets closures run at the same time', () => {
    const { jobs } = read(`node {
  stage('Build') { sh 'make' }
  parallel(
    unit: { stage('Unit') { sh 'make unit' } },
    score: { stage('Score') { sh 'make score' } },
    failFast: true
  )
  stage('Ship') { sh 'make ship' }
}
`);

    expect(jobs.map(describeNeeds)).toEqual(['Build', 'Unit < Build', 'Score < Build', 'Ship < Unit, Score']);
  });

  it('may be one call of a library', () => {
    const [call, closure] = [read("buildPlugin(jdk: '21')\n"), read("standardPipeline {\n  image = 'answers'\n}\n")];

    expect(call.steps.map(describeStep)).toEqual(['1 pipeline: buildPlugin']);
    expect(closure.jobs[0]).toMatchObject({ job: 'pipeline', uses: 'standardPipeline' });
  });
});

describe('failures that fail nothing', () => {
  it.each([
    ["sh script: 'make eval', returnStatus: true", true],
    ["def code = sh(script: 'make eval', returnStatus: true)", true],
    ["def text = sh(script: 'make eval', returnStdout: true).trim()", false],
    ["catchError(buildResult: 'SUCCESS') { sh 'make eval' }", true],
    ["warnError('low') { sh 'make eval' }", true],
    ["try { sh 'make eval' } catch (e) { echo 'never mind' }", true],
    ["try { sh 'make eval' } catch (e) { throw e }", false],
    ["try { sh 'make eval' } catch (e) { currentBuild.result = 'FAILURE' }", false],
    ["try { sh 'make eval' } finally { echo 'done' }", false],
    ["retry(3) { sh 'make eval' }", false],
    ["sh 'make eval || true'", true],
    ['sh """#!/bin/bash\nmake eval\nmake report\n"""', true],
  ])('%s: %s', (script, expected) => {
    const { steps } = read(`node { stage('A') { ${script} } }`);

    expect(steps[0]).toMatchObject({ command: 'make eval', tolerant: expected });
  });
});

describe('other steps', () => {
  it('are what they use, with their arguments', () => {
    const { steps } = stage(`steps {
  echo 'Deploying'
  build job: 'deploy', parameters: [string(name: 'TAG', value: env.TAG)], wait: true
  kubernetesDeploy(configs: 'k8s/*.yml')
  script { docker.build("answers:\${env.BUILD_ID}").push('latest') }
  powershell 'Get-Date'
  bat 'nuget restore'
  deleteDir()
}`);

    expect(steps.map((step) => [describeStep(step), step.with])).toEqual([
      ['4 A: build', { job: 'deploy', parameters: '[string (name : TAG , value : env.TAG)]', wait: 'true' }],
      ['5 A: kubernetesDeploy', { configs: 'k8s/*.yml' }],
      ['6 A: docker.build', { 0: 'answers:${env.BUILD_ID}' }],
      ['7 A: -', {}],
      ['8 A: nuget restore', {}],
      ['9 A: deleteDir', {}],
    ]);
  });

  it('know what is text and what is code', () => {
    const { steps } = stage(`steps {
  // sh 'make commented'
  /* sh 'make hidden' */
  echo "run sh 'make echoed'"
  sh "make \\"quoted\\" \${params.get("x", "{")} \\$HOME"
  sh 'make \\'single\\' x'
}`);

    expect(steps.map(describeStep)).toEqual(['6 A: make quoted ${params.get("x", "{")} $HOME', '7 A: make single x']);
  });
});

describe('a file that is no pipeline', () => {
  it.each(["pipeline { stages { stage('A') {", "node { sh 'make }", 'node { /* '])('is told of: %s', (text) => {
    const { facts, diagnostics } = read(text);

    expect(facts).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: 'file-unparsed' }]);
  });

  it('gives nothing if it is empty', () => {
    const { facts, diagnostics } = read('\n// to be written\n');

    expect([facts, diagnostics]).toEqual([[], []]);
  });

  it('comes to an end where functions call each other', () => {
    const { jobs } = read('def a() { b(); b() }\ndef b() { a(); a() }\nnode { a() }');

    expect(jobs.map(({ job }) => job)).toEqual(['pipeline']);
  });
});
