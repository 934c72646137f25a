import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserReason, skipsBrowser } from './browser.js'
import { field, findFaults, overflowOf, Searching, titlesOf, untilAnswered } from './searching.js'

/** The hits of the search page in a real browser, over the real program and the sample's real sound. */

const question = 'how does HNSW find neighbours'
/** Has more hits than one page. */
const wide = 'how does search work'
const path = (params: Record<string, string>) => `/?${new URLSearchParams(params)}`
const media = '[data-testid=media]'
const secondsOf = (page: Page) => page.$eval(media, (element) => (element as HTMLMediaElement).currentTime)
const untilMedia = (page: Page, isPaused: boolean) =>
  page.waitForFunction(
    ([selector, isPaused]) => {
      const element = document.querySelector<HTMLMediaElement>(String(selector))
      return element !== null && element.readyState >= 3 && element.paused === isPaused
    },
    [media, isPaused] as const,
  )

describe.skipIf(skipsBrowser)(`the hits of a search${browserReason}`, () => {
  let searching: Searching
  beforeAll(async () => {
    searching = await Searching.begin()
  })
  afterAll(() => searching.end())

  async function openEpisodes(q = question) {
    const { hits } = await searching.search({ q, kind: 'episode', k: '20' })
    const [hit] = hits
    if (hit?.jumpMs == null || hit.endMs === null) throw new Error('the sample has changed')
    const page = await searching.open(path({ q, kind: 'episode' }))
    await untilAnswered(page)
    return { page, jumpMs: hit.jumpMs, endMs: hit.endMs, card: page.getByTestId('hit').first() }
  }

  describe('hearing a hit', () => {
    test('it plays where it stands from its jump-in point and stops at the end of its passage', async () => {
      const { page, jumpMs, endMs, card } = await openEpisodes()
      const play = card.getByTestId('hit-play')
      await play.click()
      await untilMedia(page, false)
      const from = await secondsOf(page)
      expect(from * 1000).toBeGreaterThanOrEqual(jumpMs - 100)
      expect(from * 1000).toBeLessThan(jumpMs + 5000)
      expect(await play.getAttribute('data-playing')).toBe('true')
      expect(await card.getByTestId('preview-progress').count()).toBe(1)
      // To the end sooner: the rate is the listener's, the end is the passage's.
      await page.$eval(media, (element) => ((element as HTMLMediaElement).playbackRate = 4))
      await untilMedia(page, true)
      expect(Math.abs((await secondsOf(page)) * 1000 - endMs)).toBeLessThan(1500)
      expect(await play.getAttribute('data-playing')).toBe('false')
      expect(page.url()).toContain('/?')

      await play.click()
      await untilMedia(page, false)
      expect((await secondsOf(page)) * 1000).toBeLessThan(endMs - 1000)
    })

    test('it pauses and goes on with the same press, and goes on past the end when asked to', async () => {
      const { page, endMs, card } = await openEpisodes()
      await card.getByTestId('hit-play').click()
      await untilMedia(page, false)
      await card.getByTestId('hit-play').click()
      await untilMedia(page, true)
      const paused = await secondsOf(page)
      await card.getByTestId('hit-play').click()
      await untilMedia(page, false)
      expect(await secondsOf(page)).toBeGreaterThanOrEqual(paused - 0.1)
      await card.getByTestId('keep-listening').click()
      await page.$eval(
        media,
        (element, seconds) => {
          ;(element as HTMLMediaElement).currentTime = seconds
        },
        endMs / 1000 - 1,
      )
      await page.waitForFunction(
        ([selector, seconds]) =>
          (document.querySelector<HTMLMediaElement>(String(selector))?.currentTime ?? 0) > Number(seconds),
        [media, endMs / 1000 + 1] as const,
      )
      expect(await page.$eval(media, (element) => (element as HTMLMediaElement).paused)).toBe(false)
    })

    test('opening the hit goes on with the sound that is heard', async () => {
      const { page, jumpMs, card } = await openEpisodes()
      await card.getByTestId('hit-play').click()
      await untilMedia(page, false)
      await page.waitForFunction(
        ([selector, seconds]) =>
          (document.querySelector<HTMLMediaElement>(String(selector))?.currentTime ?? 0) > Number(seconds),
        [media, jumpMs / 1000 + 2] as const,
      )
      await page.$eval(media, (element) => element.setAttribute('data-same', 'true'))
      await card.getByTestId('hit-open').click()
      await page.waitForURL(/\/d\/[0-9a-f]+\?/)
      await page.getByTestId('cue').first().waitFor()
      expect(new URL(page.url()).searchParams.get('t')).toBe(String(jumpMs / 1000))
      expect(await page.$eval(media, (element) => element.getAttribute('data-same'))).toBe('true')
      expect(await secondsOf(page)).toBeGreaterThan(jumpMs / 1000 + 1.9)
      await untilMedia(page, false)
    })
  })

  describe('the list', () => {
    test('grows as its end comes near, each hit once; Back brings it back as long and where it was left', async () => {
      const page = await searching.open(path({ q: wide }), { viewport: { width: 390, height: 844 } })
      await untilAnswered(page)
      const { total } = await searching.search({ q: wide, k: '1' })
      expect(total).toBeGreaterThan(20)
      expect(await page.getByTestId('hit').count()).toBe(20)
      await page.getByTestId('list-end').scrollIntoViewIfNeeded()
      await page
        .getByTestId('hit')
        .nth(total - 1)
        .waitFor()
      expect(await page.getByTestId('hit').count()).toBe(total)
      const card = page.getByTestId('hit').nth(total - 3)
      await card.scrollIntoViewIfNeeded()
      const top = () => card.evaluate((element) => Math.round(element.getBoundingClientRect().top))
      const before = await top()
      await card.getByTestId('hit-open').click()
      await page.waitForURL(/\/d\//)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.goBack()
      await card.waitFor()
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
      await page.reload()
      await card.waitFor()
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
    })

    test('when the next page cannot be fetched it says so, keeps the list, and tries again on a press', async () => {
      const page = await searching.open(path({ q: wide }))
      await untilAnswered(page)
      await page.route(/cursor=/, (route) => route.abort())
      await page.getByTestId('list-end').scrollIntoViewIfNeeded()
      await page.getByText('More results could not be fetched.').waitFor()
      expect(await page.getByTestId('hit').count()).toBe(20)
      await page.unroute(/cursor=/)
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByTestId('hit').nth(20).waitFor()
    })

    test('further moments open in place with times of their own', async () => {
      const { page } = await openEpisodes()
      const more = page.getByTestId('hit-more').first()
      const card = page.getByTestId('hit').filter({ has: more }).first()
      await more.click()
      expect(await more.getAttribute('aria-expanded')).toBe('true')
      expect(await card.locator('.more-moments .time').count()).toBeGreaterThan(0)
    })

    test('the line before a sentence is cut between words only', async () => {
      const page = await searching.open(path({ q: wide, kind: 'episode' }), {
        viewport: { width: 390, height: 844 },
      })
      await untilAnswered(page)
      const { hits } = await searching.search({ q: wide, kind: 'episode', k: '20' })
      const lines = await page.locator('.hit-context').allTextContents()
      expect(lines.some((line) => line.startsWith('…'))).toBe(true)
      const words = new Set(
        hits.flatMap(({ before, text, after }) => `${before} ${text} ${after}`.split(/\s+/)),
      )
      expect(
        lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '…' && !words.has(word)),
      ).toEqual([])
      const cut = await page
        .locator('.hit-context')
        .evaluateAll((elements) => elements.filter((each) => each.scrollWidth > each.clientWidth).length)
      expect(cut).toBe(0)
    })
  })

  test('without a mouse: to the field, through the hits, hearing one, opening it, and back', async () => {
    const page = await searching.open('/')
    await page.getByText('Ask, for example').waitFor()
    await page.keyboard.press('/')
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('kind:episode HNSW')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=kind/)
    await untilAnswered(page)
    const titles = await titlesOf(page)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(await focused()).toBe(titles[0])
    await page.keyboard.press(' ')
    await untilMedia(page, false)
    expect(await page.getByTestId('hit-play').first().getAttribute('data-playing')).toBe('true')
    await page.keyboard.press(' ')
    await untilMedia(page, true)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/d\//)
    await untilMedia(page, false)
    await page.goBack()
    await untilAnswered(page)
    expect(await titlesOf(page)).toEqual(titles)
  })

  for (const [name, viewport] of [
    ['phone', { width: 390, height: 844 }],
    ['desk', { width: 1440, height: 900 }],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`nothing scrolls sideways or keeps somebody out (${name}, ${colorScheme})`, async () => {
        for (const params of [
          { q: wide },
          { q: `${question}?`, kind: 'episode', year: '2026', speaker: 'Tobin' },
          { q: '"no such words" -graph', kind: 'short' },
          { kind: 'post' },
        ]) {
          const page = await searching.open(path(params), { viewport, colorScheme })
          await untilAnswered(page)
          await page.getByRole('button', { name: 'Date' }).click()
          await page.getByLabel('From', { exact: true }).waitFor()
          expect([params, await overflowOf(page), await findFaults(page)]).toEqual([params, 0, []])
          await page.keyboard.press('Escape')
          await field(page).fill('ve')
          await page.getByRole('option').first().waitFor()
          expect([params, await overflowOf(page), await findFaults(page)]).toEqual([params, 0, []])
        }
      })
})
