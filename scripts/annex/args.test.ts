import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArgs } from './args.ts';
import { UsageError } from './usage.ts';

const plain = ['run', '--agent', 'researcher', '--task', 'Compare them'];

describe('the arguments of annex run', () => {
  it('are read into an order, with basic, no answers and 300 seconds where nothing is said', () => {
    const order = readArgs([...plain, '--open', 'http://a.test/1', '--open', 'http://a.test/2']);
    expect(order).toEqual({
      agent: 'researcher',
      task: 'Compare them',
      open: ['http://a.test/1', 'http://a.test/2'],
      allow: [],
      engine: { config: { kind: 'basic', id: 'basic', name: 'Basic, no AI' } },
      answer: expect.any(Function),
      inputs: [],
      timeoutMs: 300_000,
      json: false,
      headed: false,
    });
  });

  it('name grants by origin', () => {
    const order = readArgs([...plain, '--allow', 'https://mail.test:8443=read,mail', '--json']);
    expect(order).toMatchObject({
      allow: [{ site: 'https://mail.test:8443', capabilities: ['read', 'mail'] }],
      json: true,
    });
  });

  it('name an engine by address and model, its size, and the variable that holds the key', () => {
    process.env.ANNEX_TEST_KEY = 'secret';
    const options = [
      '--engine',
      'http://127.0.0.1:1234/v1#org/model',
      '--size',
      'small',
      '--key-env',
      'ANNEX_TEST_KEY',
    ];
    expect(readArgs([...plain, ...options])).toMatchObject({
      engine: { config: { baseUrl: 'http://127.0.0.1:1234/v1', model: 'org/model', size: 'small' }, key: 'secret' },
    });
  });

  it('name a budget, any of its caps', () => {
    expect(readArgs([...plain, '--budget', 'usd=0.5,tokens=20000,minutes=0'])).toMatchObject({
      budget: { usd: 0.5, tokens: 20_000, minutes: 0 },
    });
  });

  it.each([
    ['no command', [], 'Say what to do: "run".'],
    ['another command', ['walk'], 'There is no command "walk"'],
    ['no agent', ['run', '--task', 'a'], '--agent is missing.'],
    ['a blank task', ['run', '--agent', 'a', '--task', ' '], '--task is missing.'],
    ['words outside the quotes', [...plain, 'and', 'more'], '"and" belongs to no option'],
    ['an option that is not there', [...plain, '--fast'], "Unknown option '--fast'"],
    ['an address that is none', [...plain, '--open', 'news'], '--open takes an http or https address'],
    ['a grant without an origin', [...plain, '--allow', 'read'], '--allow takes an origin'],
    ['a grant for a path', [...plain, '--allow', 'https://a.test/b=read'], '--allow takes an origin'],
    ['a grant for nothing', [...plain, '--allow', 'https://a.test='], 'names what is allowed after "="'],
    ['a grant for what does not exist', [...plain, '--allow', 'https://a.test=fly'], 'one or more of read'],
    ['an engine without a model', [...plain, '--engine', 'http://a.test/v1'], '--engine takes basic or URL#MODEL'],
    ['a size of basic', [...plain, '--size', 'small'], '--size and --key-env are for an engine URL#MODEL'],
    ['a size between', [...plain, '--engine', 'http://a.test#m', '--size', 'medium'], '--size takes small or large'],
    ['an empty key', [...plain, '--engine', 'http://a.test#m', '--key-env', 'NO_SUCH_KEY'], 'is empty or not there'],
    ['a budget of nothing', [...plain, '--budget', ''], '--budget takes usd, tokens, steps, minutes'],
    ['a budget of what is no cap', [...plain, '--budget', 'euro=3'], 'not "euro=3"'],
    ['a budget that is no number', [...plain, '--budget', 'usd=much'], '--budget usd takes a number from 0 up'],
    ['a budget without a number', [...plain, '--budget', 'tokens='], '--budget tokens takes a number from 0 up'],
    ['a budget below zero', [...plain, '--budget', 'steps=-1'], '--budget steps takes a number from 0 up, not "-1"'],
    ['a budget without an end', [...plain, '--budget', 'usd=Infinity'], '--budget usd takes a number'],
    ['a cap twice', [...plain, '--budget', 'usd=1,usd=2'], '--budget names usd twice'],
    ['a time that is none', [...plain, '--timeout', 'soon'], '--timeout takes seconds'],
    ['a file of answers that is not there', [...plain, '--answer', 'nowhere.json'], '"nowhere.json" cannot be read'],
  ])('refuse %s with a sentence', (_what, argv, sentence) => {
    expect(() => readArgs(argv)).toThrow(UsageError);
    expect(() => readArgs(argv)).toThrow(sentence);
  });

  it('refuse a file of answers that is no list of rules, and say where', () => {
    const folder = mkdtempSync(join(tmpdir(), 'annex-args-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'answers.json');
    writeFileSync(file, '[{"tool": "send", "answer": "maybe"}]');
    expect(() => readArgs([...plain, '--answer', file])).toThrow('not a list of rules at 0.answer');
  });
});
