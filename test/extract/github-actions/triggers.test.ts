import { describe, expect, it } from 'vitest';
import { valueAt } from '../../../src/extract/github-actions/look-up.ts';
import { describeEvents, narrowEvents, readEvents } from '../../../src/extract/github-actions/triggers.ts';
import { parseYaml } from '../../../src/extract/github-actions/yaml-tree.ts';

function eventsOf(text: string) {
  return readEvents(valueAt(parseYaml(text).tree, 'on'));
}

function triggersOf(text: string) {
  return describeEvents(eventsOf(text));
}

describe('the events', () => {
  it.each([
    ['a word', 'on: pull_request', ['pull_request']],
    ['a list', 'on: [push, pull_request]', ['push', 'pull_request']],
    ['a mapping', 'on:\n  release:\n    types: [published]\n  merge_group:\n', ['release', 'merge_group']],
    ['a quoted key', '"on":\n  schedule:\n    - cron: 0 3 * * *\n', ['schedule']],
    ['another workflow', 'on: { workflow_run: { workflows: [CI] } }', ['workflow_run']],
    ['a call', 'on: { workflow_call: { inputs: {} } }', ['workflow_call']],
    ['a push to branches', 'on: { push: { branches: [main] } }', ['push']],
    ['a push of tags', 'on: { push: { tags: [v*] } }', ['tag']],
    ['a push of tags but some', 'on: { push: { tags-ignore: [test-*] } }', ['tag']],
    ['a push to branches and of tags', 'on: { push: { branches: [main], tags: [v*] } }', ['push', 'tag']],
    ['a push to paths', 'on: { push: { paths: [app/**] } }', ['push']],
    ['a push without a filter', 'on:\n  push:\n', ['push']],
    ['nothing', 'on:', []],
    ['no key', 'jobs: {}', []],
  ])('from %s', (_, text, expected) => {
    const { triggers } = triggersOf(text);

    expect(triggers).toEqual(expected);
  });
});

describe('the branches', () => {
  it.each([
    ['are those of a push', 'on: { push: { branches: [main, "release/**"] } }', ['main', 'release/**']],
    ['may be a single word', 'on: { push: { branches: main } }', ['main']],
    ['to ignore are marked', 'on: { push: { branches-ignore: [wip/**] } }', ['!wip/**']],
    ['of a pull request are others', 'on: { pull_request: { branches: [main] } }', []],
  ])('%s', (_, text, expected) => {
    const { branches } = triggersOf(text);

    expect(branches).toEqual(expected);
  });
});

describe('the paths', () => {
  it.each([
    ['of one event', 'on: { pull_request: { paths: [a/**, "!a/docs/**"] } }', ['a/**', '!a/docs/**']],
    ['to ignore are marked', 'on: { push: { paths-ignore: [docs/**] } }', ['!docs/**']],
    [
      'of several events come once',
      'on: { push: { paths: [a/**] }, pull_request: { paths: [a/**, b/**] }, workflow_dispatch: {} }',
      ['a/**', 'b/**'],
    ],
    ['are any where one event has no filter', 'on: { push: { paths: [a/**] }, pull_request: {} }', []],
    ['of other events are none', 'on: { workflow_run: { paths: [a/**] } }', []],
  ])('%s', (_, text, expected) => {
    const { paths } = triggersOf(text);

    expect(paths).toEqual(expected);
  });
});

describe('a person starts it', () => {
  it.each([
    ['on: workflow_dispatch', true],
    ['on: [workflow_dispatch, repository_dispatch]', true],
    ['on: [workflow_dispatch, push]', false],
    ['on: workflow_call', false],
    ['on: []', false],
  ])('%s: %s', (text, expected) => {
    const { manual } = triggersOf(text);

    expect(manual).toBe(expected);
  });
});

describe('a condition', () => {
  const all = 'on: { push: { branches: [main], paths: [a/**] }, pull_request: {}, schedule: [], workflow_call: {} }';

  it.each([
    ['on one event', "github.event_name == 'push'", ['push', 'workflow_call']],
    ['on every event but one', "github.event_name != 'pull_request'", ['push', 'schedule', 'workflow_call']],
    [
      'that asks for something else',
      "github.ref == 'refs/heads/main'",
      ['push', 'pull_request', 'schedule', 'workflow_call'],
    ],
    ['that is false', 'false', []],
    ['of which there is none', undefined, ['push', 'pull_request', 'schedule', 'workflow_call']],
  ])('leaves the events that it lets pass: %s', (_, condition, expected) => {
    const { triggers } = describeEvents(narrowEvents(eventsOf(all), condition));

    expect(triggers).toEqual(expected);
  });

  it('on a push keeps tags and branches, which are both pushes', () => {
    const events = narrowEvents(
      eventsOf('on: { push: { branches: [main], tags: [v*] } }'),
      "github.event_name == 'push'",
    );

    expect(describeEvents(events).triggers).toEqual(['push', 'tag']);
  });

  it('leaves the filters of the events that are left', () => {
    const events = narrowEvents(eventsOf(all), "github.event_name == 'push'");

    expect(describeEvents(events)).toMatchObject({ branches: ['main'], paths: ['a/**'] });
  });
});
