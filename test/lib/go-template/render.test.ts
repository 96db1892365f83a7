import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { includeDepthLimit, type RenderOptions, renderTemplate } from '../../../src/lib/go-template/render.ts';
import { blockDepthLimit, parseTemplate } from '../../../src/lib/go-template/tree.ts';
import { type GoValue, goMap, goValue, unknown } from '../../../src/lib/go-template/values.ts';
import { parseYamlDocuments } from '../../../src/lib/yaml-nodes.ts';

const values = `
name: answers
empty: ""
none:
on: true
off: false
zero: 0
text: "true"
version: 3.10
image: { repository: acme/answers, tag: "1.2" }
list: [a, b]
labels: { team: ml, b: "x: y" }
nothing: {}
tpl: "{{ .Values.name }}-x"
lines: "a\\nb"
`;

function rootOf(text: string): GoValue {
  const [document] = parseYamlDocuments(text);
  if (!document) throw new Error('no values');
  const source = { text, isWritten: () => true };
  return goMap(
    new Map([
      ['Values', goValue(document.root, source)],
      ['Release', unknown],
    ]),
  );
}

const defines = `{{ define "name" }}n-{{ .Values.name }}{{ end -}}
{{ define "partly" }}{{ .Release.Name }}-{{ .Values.name }}{{ end -}}
{{ define "labels" }}app: {{ .Values.name }}
release: {{ .Release.Name }}{{ end -}}
{{ define "choice" }}{{ if .Release.IsUpgrade }}a{{ else }}b{{ end }}{{ end -}}
{{ define "again" }}{{ include "again" . }}{{ end -}}
{{ define "of" }}{{ $.name }}:{{ .tag }}{{ end -}}`;

const bodies = new Map(
  (parseTemplate(defines) ?? []).flatMap((node) => (node.is === 'define' ? [[node.name, node.body] as const] : [])),
);

const options: RenderOptions = {
  root: rootOf(values),
  others: [],
  bodies,
  isTold: (text) => text.includes('kind:'),
};

function render(text: string, changes: Partial<RenderOptions> = {}) {
  return renderTemplate(text, { ...options, ...changes });
}

describe('a value', () => {
  it.each([
    ['a value', '{{ .Values.name }}', 'answers'],
    ['a value of a map', '{{ .Values.image.tag }}', '1.2'],
    ['the root', '{{ $.Values.name }}', 'answers'],
    ['a number as it is written', '{{ .Values.version }}', '3.10'],
    ['quotes', '{{ .Values.name | quote }} {{ .Values.name | squote }}', '"answers" \'answers\''],
    ['a fallback that is needed', '{{ .Values.none | default "y" }}', 'y'],
    ['a fallback for what is empty', '{{ default "y" .Values.empty }}', 'y'],
    ['a fallback that is not', '{{ .Values.name | default "y" }}', 'answers'],
    ['a field of a fallback', '{{ (.Values.none | default dict).tag | default .Values.image.tag }}', '1.2'],
    ['the first that is set', '{{ coalesce .Values.none .Values.empty .Values.name }}', 'answers'],
    ['what is required', '{{ required "no name" .Values.name }}', 'answers'],
    ['a format', '{{ printf "%s/%s:%v" "r" .Values.name .Values.image.tag }}', 'r/answers:1.2'],
    ['a chain', '{{ printf "%s-%s" .Values.name "b" | trunc 8 | trimSuffix "-" | upper }}', 'ANSWERS'],
    ['a choice', '{{ ternary "a" "b" .Values.on }}', 'a'],
    ['an index', '{{ index .Values.list 1 }}{{ index .Values "name" }}', 'banswers'],
    ['a dug value', '{{ dig "image" "tag" "x" .Values }}{{ dig "image" "none" "x" .Values }}', '1.2x'],
    ['merged maps', '{{ (merge (dict "a" "1") (dict "a" "2" "b" "3")).a }}', '1'],
    ['the later of merged maps', '{{ (mergeOverwrite (dict "a" "1") (dict "a" "2")).a }}', '2'],
    ['a text in backticks', '{{ `a"b` }}', 'a"b'],
    ['a template in a value', '{{ tpl .Values.tpl . }}', 'answers-x'],
    ['a replaced part', '{{ replace "." "-" .Values.image.tag }}', '1-2'],
    ['a variable', '{{ $a := .Values.name }}{{ $a }}', 'answers'],
    ['a field of a variable', '{{ $i := .Values.image }}{{ $i.repository }}:{{ $i.tag }}', 'acme/answers:1.2'],
    ['a variable with a new value', '{{ $a := "1" }}{{ if .Values.on }}{{ $a = "2" }}{{ end }}{{ $a }}', '2'],
    ['a named template', '{{ include "name" . }}-{{ template "name" . }}', 'n-answers-n-answers'],
    ['a named template of another dot', '{{ include "of" (dict "name" "a" "tag" 1) }}', 'a:1'],
  ])('is %s', (_, text, expected) => {
    expect(render(text)?.text).toBe(expected);
  });

  it.each([
    ['what only a cluster knows', '{{ .Release.Name }}'],
    ['what no file gives', '{{ .Values.none }}'],
    ['what depends on something unknown', '{{ default .Values.name .Release.Name }}'],
    ['a function that is not known', '{{ now | date "2006" }}'],
    ['a method', '{{ .Values.name "x" }}'],
    ['a map', '{{ .Values.image }}'],
    ['a missing template', '{{ include "none" . }}'],
    ['words of which only some are known', '{{ include "partly" . }}'],
    ['one of two words', '{{ include "choice" . }}'],
    ['a template that never ends', '{{ include "again" . }}'],
    ['required and missing', '{{ required "no name" .Values.none }}'],
    ['no expression', '{{ a | | b }}'],
    ['an unknown variable', '{{ $none }}'],
  ])('stays as it is written if it is %s', (_, text) => {
    expect(render(text)?.text).toBe(text);
  });
});

describe('a condition', () => {
  it.each([
    ['.Values.on', 'a'],
    ['.Values.off', 'b'],
    ['.Values.zero', 'b'],
    ['.Values.text', 'a'],
    ['.Values.nothing', 'b'],
    ['.Values.labels', 'a'],
    ['not .Values.on', 'b'],
    ['and .Values.on .Values.off', 'b'],
    ['and .Values.off .Release.Name', 'b'],
    ['or .Values.off .Values.on', 'a'],
    ['eq .Values.name "answers" "b"', 'a'],
    ['ne .Values.name "answers"', 'b'],
    ['gt (int .Values.version) 2', 'a'],
    ['eq .Values.none nil', 'a'],
    ['hasKey .Values "none"', 'a'],
    ['has "a" .Values.list', 'a'],
    ['kindIs "map" .Values.image', 'a'],
    ['contains "swer" .Values.name', 'a'],
    ['empty .Values.list', 'b'],
    ['eq (len .Values.list) 2', 'a'],
  ])('%s chooses %s', (condition, expected) => {
    expect(render(`{{ if ${condition} }}a{{ else }}b{{ end }}`)?.text).toBe(expected);
  });

  it.each([
    ['else if', '{{ if .Values.off }}a{{ else if .Values.on }}b{{ else }}c{{ end }}', 'b'],
    ['with', '{{ with .Values.image }}{{ .tag }}{{ end }}', '1.2'],
    ['with a variable', '{{ with $i := .Values.image }}{{ $i.tag }}{{ end }}', '1.2'],
    ['with nothing', '{{ with .Values.nothing }}a{{ else }}{{ $.Values.name }}{{ end }}', 'answers'],
    ['a list', '{{ range .Values.list }}<{{ . }}>{{ end }}', '<a><b>'],
    ['an index', '{{ range $i, $v := .Values.list }}{{ $i }}{{ $v }}{{ end }}', '0a1b'],
    [
      'the keys of a map in order',
      '{{ range $k, $v := .Values.labels }}{{ $k }}={{ $v }};{{ end }}',
      'b=x: y;team=ml;',
    ],
  ])('chooses by %s', (_, text, expected) => {
    expect(render(text)?.text).toBe(expected);
  });

  it('that is unknown leaves both ways open in lines, and neither in a word', () => {
    expect(render('{{- if .Release.A }}\na: 1\n{{- else }}\nb: 2\n{{- end }}\n')?.text).toBe('\na: 1\nb: 2\n');
    expect(render('a: "x{{ if .Release.A }}@1{{ else }}:2{{ end }}"')?.text).toBe('a: "x{{ .Release.A }}"');
  });

  it('that is unknown makes unknown what its ways change', () => {
    expect(render('{{ $a := "1" }}{{ if .Release.A }}\n{{ $a = "2" }}{{ end }}{{ $a }}')?.text).toBe('\n{{ $a }}');
  });
});

describe('lines', () => {
  it('come from the line of the template that makes them', () => {
    const rendered = render(`a: 1
labels:
  {{- toYaml .Values.labels | nindent 2 }}
b:
  {{- include "labels" . | nindent 2 }}
c: {{ .Values.name }}
`);

    expect(rendered?.text).toBe(`a: 1
labels:
  b: "x: y"
  team: ml
b:
  app: answers
  release: {{ .Release.Name }}
c: answers
`);
    expect(rendered?.lines).toEqual([1, 2, 3, 3, 4, 5, 5, 6, 7]);
  });

  it('of a loop come again for each item', () => {
    const rendered = render('a:\n{{- range .Values.list }}\n  - {{ . }}\n{{- end }}\nb: 1\n');

    expect(rendered?.text).toBe('a:\n  - a\n  - b\nb: 1\n');
    expect(rendered?.lines).toEqual([1, 3, 3, 5, 6]);
  });

  it('that a value brings are kept', () => {
    expect(render('a: {{ .Values.lines | quote }}')?.text).toBe('a: "a\\nb"');
  });

  it('with comments and assignments are empty', () => {
    expect(render('{{/* a }} */}}\n{{- $a := 1 }}\nb: 1\n')?.text).toBe('\nb: 1\n');
  });
});

describe('what is switched off', () => {
  const text = '{{- if .Values.off }}\nkind: Job\n{{- end }}\na: 1\n';

  it('is left out, with what nobody asks for', () => {
    expect(render('{{- if .Values.off }}\nb: 2\n{{- end }}\na: 1\n')?.text).toBe('\na: 1\n');
  });

  it('is told where it has to be', () => {
    const rendered = render(text);

    expect(rendered?.text).toBe('\nkind: Job\na: 1\n');
    expect([...(rendered?.off ?? [])]).toEqual([[2, '.Values.off is false or empty']]);
  });

  it('counts where other values switch it on', () => {
    const rendered = render(text, { others: [rootOf('off: true')] });

    expect([...(rendered?.off ?? [])]).toEqual([]);
    expect(rendered?.text).toContain('kind: Job');
  });
});

describe('a template', () => {
  it.each(['printf', 'trimSuffix "a"', 'replace "a"', 'quote', 'indent', 'print', 'int'])(
    'with too little for %s is rendered',
    (call) => {
      expect(() => render(`{{ ${call} }}`)).not.toThrow();
    },
  );

  it('is rendered whatever stands in it', () => {
    const words = [
      '{{',
      '{{-',
      '}}',
      '-}}',
      ' ',
      '\n',
      'if',
      'else',
      'end',
      'range',
      'with',
      'define',
      '"',
      '`',
      '(',
      ')',
    ];
    const more = ['|', '.', '$a', ':=', '=', ',', '.Values.name', '.Release', 'include', 'printf', 'toYaml', '1', '/*'];
    const template = fc.array(fc.constantFrom(...words, ...more), { maxLength: 60 }).map((parts) => parts.join(' '));

    fc.assert(
      fc.property(template, (text) => {
        const rendered = render(text);

        expect(rendered?.lines.length).toBe(rendered?.text.split('\n').length);
      }),
    );
  });

  it('is not rendered if it nests too deep', () => {
    const nest = (depth: number) => '{{ if .Values.on }}'.repeat(depth) + '{{ end }}'.repeat(depth);

    expect(render(nest(blockDepthLimit - 1))?.text).toBe('');
    expect(render(nest(blockDepthLimit))).toBeUndefined();
  });

  it('is not rendered if it changes its values', () => {
    expect(render('{{ $_ := set .Values "a" 1 }}{{ .Values.name }}')).toBeUndefined();
  });

  it('may include others so deep', () => {
    const chain = Array.from({ length: includeDepthLimit + 1 }, (_, at) => {
      const body = parseTemplate(at === 0 ? 'x' : `{{ include "d${at - 1}" . }}`) ?? [];
      return [`d${at}`, body] as const;
    });
    const deep = (depth: number) => render(`{{ include "d${depth}" . }}`, { bodies: new Map(chain) })?.text;

    expect(deep(includeDepthLimit - 1)).toBe('x');
    expect(deep(includeDepthLimit)).toBe(`{{ include "d${includeDepthLimit}" . }}`);
  });

  it('that doubles its text for ever gives up', () => {
    const double = `{{ $a := "aaaaaaaaaa" }}${'{{ $a = print $a $a }}'.repeat(60)}{{ $a }}`;

    expect(render(double)?.text).toBe('{{ $a }}');
  });

  it('that takes too many steps is not rendered', () => {
    const nest = (depth: number) => `${'{{ range $.Values.list }}'.repeat(depth)}a${'{{ end }}'.repeat(depth)}`;

    expect(render(nest(10))?.text).toBe('a'.repeat(1024));
    expect(render(nest(20))).toBeUndefined();
  });

  it.each([
    ['an end too many', 'a{{ end }}b', 'ab'],
    ['no end', 'a{{ if .Values.on }}b', 'ab'],
    ['an action that never ends', 'a{{ b', 'a{{ b'],
  ])('with %s is read as far as it goes', (_, text, expected) => {
    expect(render(text)?.text).toBe(expected);
  });
});
