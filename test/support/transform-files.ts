import { parseAllDocuments } from 'yaml';
import type { Files } from './assessed-files.ts';

const yaml = /\.ya?ml$/;
const pipelines = /^\.github\/workflows\/|(?:^|\/)(?:azure-pipelines|\.gitlab-ci)\.yml$|^pipelines\/|Jenkinsfile$/;

/** Each file's text and path, changed. */
export function mapFiles(
  files: Files,
  change: (text: string, path: string) => string,
  move = (path: string) => path,
): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [move(path), change(text, path)]));
}

/** The same YAML in another style: deeper, without comments, every text in quotes, no flow collections. */
export function restyleYaml(files: Files): Files {
  return mapFiles(files, (text, path) => {
    if (!yaml.test(path)) return text;
    const values = parseAllDocuments(text).map((document) => document.toJS());
    return values.map((value) => `---\n${JSON.stringify(value, null, 4)}\n`).join('');
  });
}

/** Every line of every file behind the comment sign of its format; a format without comments has nothing left. */
export function commentOut(files: Files): Files {
  return mapFiles(files, (text, path) => {
    if (path === 'stagegate.yml') return text;
    if (/\.(?:json|jsonl|csv|txt)$/.test(path)) return '';
    if (/\.md$/.test(path)) return `<!--\n${text.replaceAll('--', '')}\n-->\n`;
    const sign = /\.(?:ts|bicep|bicepparam)$|Jenkinsfile$/.test(path) ? '//' : path.endsWith('.sql') ? '--' : '#';
    return text.replace(/^(?=.)/gm, `${sign} `);
  });
}

/** Pipelines whose commands are only said, and whose actions and tasks have become words. */
export function sayCommands(files: Files): Files {
  return mapFiles(files, (text, path) => {
    if (!pipelines.test(path)) return text;
    if (path.endsWith('Jenkinsfile')) return text.replace(/\bsh '/g, "sh 'echo ");
    const [document] = parseAllDocuments(text);
    return JSON.stringify(sayAll(document?.toJS()), null, 2);
  });
}

const scripts = new Set(['run', 'script', 'before_script', 'after_script', 'inlineScript', 'bash']);

function sayAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sayAll);
  if (typeof value !== 'object' || value === null) return value;
  if ('uses' in value && 'with' in value) return { run: `echo ${JSON.stringify(value.uses)}` };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, scripts.has(key) ? say(inner) : sayAll(inner)]),
  );
}

function say(script: unknown): unknown {
  if (Array.isArray(script)) return script.map(say);
  if (typeof script !== 'string') return script;
  const whole = script.replace(/\\\n\s*/g, '');
  return whole.replace(/^(?=.)/gm, 'echo ').replace(/&&/g, 'and');
}
