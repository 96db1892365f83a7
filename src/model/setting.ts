import * as z from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { type SettingFact, type SettingTopic, settingTopics } from './fact.ts';
import { repoPath } from './location.ts';

/** What was read of the settings of a repository, and what could not be. */
export type Settings = {
  readonly facts: readonly SettingFact[];
  readonly diagnostics: readonly Diagnostic[];
  /** Requests that it took. */
  readonly calls: number;
};

/** A setting as a rule's example has it. */
export const ExampleSetting = z.strictObject({
  topic: z.enum(settingTopics),
  name: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  unread: z.string().optional(),
});
export type ExampleSetting = z.infer<typeof ExampleSetting>;

const pages: Readonly<Record<SettingTopic, string>> = {
  repository: 'settings',
  branch: 'settings/branches',
  'branch-rule': 'settings/rules',
  environment: 'settings/environments',
  workflow: 'actions/workflows',
  deployment: 'deployments',
};

export type KnownSetting = Pick<SettingFact, 'topic' | 'name'> &
  Partial<Pick<SettingFact, 'values' | 'unread' | 'settle'>>;

/** A setting as a fact. Its place is no file, but the page of the platform where it is set. */
export function settingFact({ topic, name, values = {}, unread, settle }: KnownSetting): SettingFact {
  return {
    kind: 'setting',
    at: { path: repoPath(`github.com/${pages[topic]}`), line: 1 },
    role: 'product',
    topic,
    name,
    values,
    ...(unread === undefined ? {} : { unread }),
    ...(settle === undefined ? {} : { settle }),
  };
}

/** The settings of an example as facts. */
export function exampleSettings(settings: readonly ExampleSetting[]): readonly SettingFact[] {
  return settings.map(({ topic, name, values = {}, unread }) => {
    const texts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
    return settingFact({ topic, name, values: texts, ...(unread === undefined ? {} : { unread, settle: unread }) });
  });
}
