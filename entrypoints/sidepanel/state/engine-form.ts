import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { AskEnd, EngineConfig } from '#lib/core/engine.ts';
import { isReachable } from '#lib/core/match-pattern.ts';
import type { Act } from '#lib/core/person.ts';
import { siteName, siteOf } from '#lib/core/site.ts';
import { took } from '../format.ts';
import { settings as settingWords } from '../strings/settings.ts';

export type OpenAiEngine = Extract<EngineConfig, { kind: 'openai' }>;
export type TestResult = { kind: 'busy' } | { kind: 'good' | 'bad'; words: string };

export type EngineForm = {
  fields: Signal<OpenAiEngine>;
  key: Signal<string>;
  result: ReadonlySignal<TestResult | undefined>;
  /** Both must be called synchronously in a click: Chrome may have to be asked for the server's site. */
  test: () => Promise<void>;
  save: () => Promise<boolean>;
};

type Needs = { act: Pick<Act, 'requestAccess' | 'testEngine' | 'saveEngine'>; granted: () => readonly string[] };

export function createEngineForm(first: OpenAiEngine, { act, granted }: Needs): EngineForm {
  const fields = signal(first);
  const key = signal('');
  const result = signal<TestResult | undefined>(undefined);
  const bad = (words: string) => {
    result.value = { kind: 'bad', words };
    return undefined;
  };
  const ready = async (): Promise<OpenAiEngine | undefined> => {
    const config = trimmed(fields.value);
    if (!config.name || !config.baseUrl || !config.model) return bad(settingWords.missing);
    const site = siteOf(config.baseUrl);
    if (!site) return bad(settingWords.badUrl);
    if (isReachable(site, granted())) return config;
    return (await act.requestAccess([site])) ? config : bad(settingWords.refused(siteName(site)));
  };
  return {
    ...{ fields, key, result },
    test: async () => {
      const config = await ready();
      if (!config) return;
      result.value = { kind: 'busy' };
      result.value = resultOf(await act.testEngine(config, key.value || undefined));
    },
    save: async () => {
      const config = await ready();
      if (!config) return false;
      await act.saveEngine(config, key.value || undefined);
      return true;
    },
  };
}

/** What a test came to, in words. */
export function resultOf(end: AskEnd): TestResult {
  switch (end.kind) {
    case 'answered':
      return { kind: 'good', words: settingWords.answered(took(end.usage.ms)) };
    case 'failed':
      return { kind: 'bad', words: end.problem.message };
    case 'malformed':
      return { kind: 'bad', words: settingWords.malformed(end.message) };
    case 'aborted':
      return { kind: 'bad', words: settingWords.aborted };
  }
}

function trimmed(config: OpenAiEngine): OpenAiEngine {
  return { ...config, name: config.name.trim(), baseUrl: config.baseUrl.trim(), model: config.model.trim() };
}
