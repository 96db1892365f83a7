import { describe, expect, it } from 'vitest';
import { isTemplate, maskTemplate } from '../../../src/extract/kubernetes/template-mask.ts';

describe('isTemplate', () => {
  it.each([
    ['a value of a chart', 'a: "{{ .Values.a }}"', true],
    ['a value without quotes', 'a: {{ .Env.IMAGE }}', true],
    ['an item without quotes', '- {{ $name }}', true],
    ['a statement', '{{- if $a }}', true],
    ['a named template', `a: "x-{{ include 'name' . }}"`, true],
    ['a placeholder of an alert', 'a: "{{ $value }} of {{ $labels.pod }}"', false],
    ['a placeholder of a workflow', "a: '{{workflow.parameters.model}}'", false],
    ['a placeholder amid text', 'a: job {{ $labels.job }} is down', false],
    ['no action', 'a: 1', false],
  ])('%s: %s', (_, text, expected) => {
    expect(isTemplate(text)).toBe(expected);
  });
});

describe('maskTemplate', () => {
  it.each([
    ['a value', 'a: {{ .b }}', 'a: xxxxxxxx'],
    ['a part of a value', 'a: "v{{ .b }}-c"', 'a: "vxxxxxxxx-c"'],
    ['two values', 'a: {{.b}}:{{.c}}', 'a: xxxxxx:xxxxxx'],
    ['an action alone on its line', '  {{ toYaml . }}\na: 1', '                \na: 1'],
    ['an item of a list', '- {{ .b }}\n  c: 1', '-         \n  c: 1'],
    ['two alone on their line', '{{ a }}{{ b }}\n', '              \n'],
    ['a statement in a value', 'a: {{ if .b }}c{{ end }}', 'a:            c         '],
    ['an assignment', 'a: {{ $b := 1 }}', 'a:              '],
    ['a comment', '{{/* a: }} */}}\nb: 1', '               \nb: 1'],
    ['braces in a string', 'a: {{ "}}" }}', 'a: xxxxxxxxxx'],
    ['braces in a raw string', 'a: {{ `{{ b }}` }}', 'a: xxxxxxxxxxxxxxx'],
    ['a value over two lines', 'a: {{ b\n  c }}\nd: 1', 'a: xxxx\n      \nd: 1'],
    ['an action that never ends', 'a: {{ b', 'a: {{ b'],
  ])('covers %s', (_, text, expected) => {
    expect(maskTemplate(text)).toBe(expected);
  });

  it('keeps length and lines', () => {
    const text = '{{- if .a }}\r\nkind: {{ .b }}\r\n{{- end }}\r\n';

    const masked = maskTemplate(text);

    expect(masked).toHaveLength(text.length);
    expect(masked.split('\r\n')).toHaveLength(4);
  });
});
