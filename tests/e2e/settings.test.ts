import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AnnexWorld, launchAnnex } from '../support/annex.ts';
import { startStandInModel } from '../support/stand-in-model.ts';

let annex: AnnexWorld;
let model: Awaited<ReturnType<typeof startStandInModel>>;
beforeAll(async () => {
  [annex, model] = await Promise.all([launchAnnex({ flavour: 'driver' }), startStandInModel()]);
});
afterAll(async () => {
  await annex.close();
  await model.close();
});

async function form(baseUrl: string) {
  const page = await annex.home('#/settings');
  await page.getByRole('button', { name: 'Add an OpenAI-compatible server' }).click();
  await page.getByLabel('Name').fill('Mine');
  await page.getByLabel('Base address').fill(baseUrl);
  await page.getByLabel('Model', { exact: true }).fill(model.model);
  return page;
}

test('tests a server with a real call of one token, and keeps it after Save', async () => {
  const page = await form(model.baseUrl);
  const before = model.requests.length;
  await page.locator('form').getByRole('button', { name: 'Test' }).click();
  await page.getByText('It answered in').waitFor();
  expect(model.requests.slice(before).map((one) => [one.path, one.body?.max_tokens])).toContainEqual([
    '/v1/chat/completions',
    1,
  ]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText('Mine is saved.').waitFor();
  await page.reload();
  await page.getByText(`${model.model}`).first().waitFor();
});

test.each([
  ['401', /401/],
  ['html', /HTML|web page|not a model server/i],
  ['404', /404|\/v1/],
] as const)('says what failed in words when the server answers with %s', async (fault, words) => {
  const page = await form(model.baseUrl);
  model.faults.push(fault);
  await page.locator('form').getByRole('button', { name: 'Test' }).click();
  await page.getByText(words).first().waitFor();
  expect(await page.getByText(words).first().textContent()).toContain('127.0.0.1');
});
