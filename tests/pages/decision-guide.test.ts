// The decision guide, as a reader uses it: by mouse, by keyboard, from a link, and its cases.
import type { Page } from 'playwright';
import { describe } from 'vitest';
import { course } from '../../src/course/course.ts';
import { addressOf } from '../../src/decision/address.ts';
import { decidingRule } from '../../src/decision/decide.ts';
import { axeFaults } from '../support/axe.ts';
import { expect, test } from '../support/reader.ts';

const { guide } = course;
if (!guide) throw new Error('The course has no decision guide');
const titleOf = (id: string) => guide.places.find((place) => place.id === id)?.title ?? id;
const mail = { response: 'no', survive: 'yes', work: 'waits', harm: 'twice', amount: 'little' };

const places = (page: Page) => page.getByRole('region', { name: 'Nine places' });
const decided = (page: Page) => page.getByRole('region', { name: 'Where it belongs' });
const answer = async (page: Page, id: string, value: string) => {
  await page.locator(`input[name="${id}"][value="${value}"]`).check();
};

describe('the decision guide', () => {
  test('rules places out, decides, and keeps the answers in the address', async ({ open }) => {
    const page = await open('/decide/');
    await expect(places(page).getByText('All 9 places are possible.')).toBeVisible();
    await expect(decided(page).getByRole('article')).toHaveCount(0);
    for (const [id, value] of Object.entries(mail)) await answer(page, id, value);

    await expect(places(page).getByText('Decided: A durable queue.')).toBeVisible();
    await expect(places(page).getByText('ruled out').filter({ visible: true })).toHaveCount(8);
    await expect(decided(page).getByRole('article')).toHaveCount(1);
    await expect(decided(page).getByRole('heading', { name: 'A durable queue' })).toBeVisible();
    const shown = (text: string) => decided(page).getByText(text).filter({ visible: true });
    await expect(shown('Acknowledge after it ran, and retry')).toHaveCount(1);
    await expect(shown('Acknowledge before it runs')).toHaveCount(0);
    await expect(page.locator('tr[aria-current="true"]')).toContainText('A durable queue');
    expect(new URL(page.url()).hash).toBe(addressOf(guide, mail));
    expect(await axeFaults(page)).toEqual([]);
  });

  test('opens a link with its answers, and goes back to them', async ({ open }) => {
    const page = await open(`/decide/${addressOf(guide, mail)}`);
    await expect(page.getByLabel('Yes, a deploy in the middle must not lose it.')).toBeChecked();
    await expect(places(page).getByText('Decided: A durable queue.')).toBeVisible();
    await page.evaluate(() => {
      location.hash = '#work=short';
    });
    await expect(places(page).getByText('Only one place is left: In the view.')).toBeVisible();
    await page.goBack();
    await expect(places(page).getByText('Decided: A durable queue.')).toBeVisible();
  });

  test('says what it could not understand in a link, and keeps the rest', async ({ open }) => {
    const page = await open('/decide/#survive=yes&colour=red&work=perhaps');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('There is no question “colour” in this guide.');
    await expect(alert).toContainText('“perhaps” is no answer to the question “work”.');
    await expect(page.getByLabel('Yes, a deploy in the middle must not lose it.')).toBeChecked();
    await answer(page, 'work', 'waits');
    await expect(alert).toHaveCount(0);
    expect(new URL(page.url()).hash).toBe('#survive=yes&work=waits');
  });

  test('is answered by keyboard alone', async ({ open }) => {
    const page = await open('/decide/');
    await page.locator('input[name="response"]').first().focus();
    for (const { answers } of guide.questions) {
      await page.keyboard.press('Space');
      await expect(page.locator(':focus')).toHaveValue(answers[0]?.id ?? '');
      await page.keyboard.press('Tab');
      // The runs that prove the answer are links behind it.
      while (
        await page
          .locator(':focus')
          .evaluate((element) => element.localName === 'a' && element.closest('form') !== null)
      )
        await page.keyboard.press('Tab');
    }
    await expect(places(page).getByText(/^Decided: /)).toBeVisible();
    await page.getByRole('button', { name: 'Begin again' }).press('Enter');
    await expect(page.locator('input[name="response"]').first()).toBeFocused();
    await expect(places(page).getByText('All 9 places are possible.')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  });

  test('shows a place that a link names, decided or not', async ({ open }) => {
    const page = await open('/decide/#place-service');
    await expect(page.getByRole('heading', { name: 'A service of its own' })).toBeInViewport();
    await answer(page, 'work', 'short');
    await expect(page.getByRole('heading', { name: 'A service of its own' })).toBeHidden();
  });

  test('tells of answers that pull in two directions', async ({ open }) => {
    const address = addressOf(guide, { ...mail, survive: 'no' });
    const page = await open(`/decide/${address}`);
    await expect(decided(page).getByText('It cannot be both')).toBeVisible();
    await answer(page, 'survive', 'yes');
    await expect(decided(page).getByText('It cannot be both')).toBeHidden();
  });
});

describe('its cases', () => {
  test('are compared answer by answer, and told when one is open', async ({ open }) => {
    const page = await open('/decide/');
    const [first] = guide.cases;
    if (!first) throw new Error('There is no case');
    const one = page.getByRole('article', { name: first.title });
    await one.getByRole('button', { name: 'Compare' }).click();
    await expect(one.getByRole('status')).toContainText('Answer all five first.');
    await expect(one.getByRole('combobox').first()).toBeFocused();

    const theirs: Record<string, string> = {};
    for (const { id } of guide.questions) theirs[id] = first.answers[id]?.answer ?? '';
    theirs['harm'] = 'neither';
    theirs['amount'] = 'bursts';
    for (const [id, value] of Object.entries(theirs))
      await one.locator(`select[name="${id}"]`).selectOption(value);
    await one.getByRole('button', { name: 'Compare' }).click();
    const place = titleOf(decidingRule(guide.rules, theirs)?.place ?? '');
    await expect(one.getByRole('status')).toHaveText(
      `Your answers lead to “${place}”, as ours do. 1 answer differs from ours; the reasons are below.`,
    );
    await expect(one.getByText('You: neither, defensible too.')).toBeVisible();
    await expect(one.getByText('You: bursts, we differ.')).toBeVisible();
    await expect(one.getByText('as we do')).toHaveCount(3);
    await expect(page.getByText('1 of 12 cases compared; in 1 you end')).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('lead back into the guide', async ({ open }) => {
    const page = await open('/decide/');
    const one = page.getByRole('article', { name: 'A model that scores each comment' });
    await one.getByText('How we decide it').click();
    await one.getByRole('link', { name: 'A service of its own' }).click();
    await expect(places(page).getByText('Decided: A service of its own.')).toBeVisible();
  });
});
