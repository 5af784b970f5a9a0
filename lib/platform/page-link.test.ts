import { expect, test, vi } from 'vitest';
import { tellPage } from './page-link.ts';

test('says nothing more to a page once the signal has come, though its script only stands by then', async () => {
  const there = Promise.withResolvers<{ ready: boolean }>();
  const said: string[] = [];
  vi.stubGlobal('chrome', {
    tabs: {
      sendMessage: (_: number, { annex }: { annex: string }) => {
        said.push(annex);
        return there.promise;
      },
    },
  });
  const stop = new AbortController();
  const telling = tellPage(1, { annex: 'highlight', quote: 'tea' }, stop.signal);
  stop.abort(new Error('stopped'));
  there.resolve({ ready: true });
  await expect(telling).rejects.toThrow('stopped');
  expect(said).toEqual(['ping']);
});
