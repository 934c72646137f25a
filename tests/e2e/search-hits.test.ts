import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults, looks, overflowOf } from './accessibility.js'
import { browserReason, skipsBrowser } from './browser.js'
import { isPaused, media, secondsOf, untilPast } from './listening.js'
import { field, Searching, titlesOf, untilAnswered } from './searching.js'
import { heardOf, secondsOfStart, untilHeard } from './visiting.js'

/** The hits of the search page in a real browser, over the real program and the sample's real sound. */

const question = 'how does HNSW find neighbours'
/** Has more hits than one page. */
const wide = 'how does search work'
const path = (params: Record<string, string>) => `/?${new URLSearchParams(params)}`

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
      expect(Math.abs((await secondsOfStart(page)) * 1000 - jumpMs)).toBeLessThan(300)
      await untilPlaying(card, true)
      await card.getByTestId('preview-progress').waitFor()
      await page.$eval(
        media,
        (element, to) => ((element as HTMLMediaElement).currentTime = to),
        endMs / 1000 - 2,
      )
      await untilHeard(page, 'pause')
      const [stop] = await heardOf(page, 'pause')
      expect(Math.abs((stop?.seconds ?? 0) * 1000 - endMs)).toBeLessThan(
        300 + (stop?.lateSeconds ?? 0) * 1000,
      )
      await untilPlaying(card, false)
      expect(page.url()).toContain('/?')

      const starts = (await heardOf(page, 'playing')).length
      await play.click()
      expect(await secondsOfStart(page, starts + 1)).toBeLessThan(endMs / 1000 - 1)
    })

    test('it pauses and goes on with the same press, and goes on past the end when asked to', async () => {
      const { page, endMs, card } = await openEpisodes()
      await card.getByTestId('hit-play').click()
      await untilHeard(page, 'playing')
      await untilPlaying(card, true)
      await card.getByTestId('hit-play').click()
      await untilHeard(page, 'pause')
      await untilPlaying(card, false)
      const paused = await secondsOf(page)
      const starts = (await heardOf(page, 'playing')).length
      await card.getByTestId('hit-play').click()
      expect(await secondsOfStart(page, starts + 1)).toBeGreaterThanOrEqual(paused - 0.1)
      await card.getByTestId('keep-listening').click()
      await page.$eval(
        media,
        (element, seconds) => {
          ;(element as HTMLMediaElement).currentTime = seconds
        },
        endMs / 1000 - 1,
      )
      await untilPast(page, endMs / 1000 + 0.5)
      expect(await isPaused(page)).toBe(false)
    })

    test('opening the hit goes on with the sound that is heard', async () => {
      const { page, jumpMs, card } = await openEpisodes()
      await card.getByTestId('hit-play').click()
      await untilPast(page, jumpMs / 1000 + 1)
      await page.$eval(media, (element) => element.setAttribute('data-same', 'true'))
      await card.getByTestId('hit-open').click()
      await page.waitForURL(/\/d\/[0-9a-f]+\?/)
      await page.getByTestId('cue').first().waitFor()
      expect(new URL(page.url()).searchParams.get('t')).toBe(String(jumpMs / 1000))
      expect(await page.$eval(media, (element) => element.getAttribute('data-same'))).toBe('true')
      expect(await secondsOf(page)).toBeGreaterThan(jumpMs / 1000 + 1)
      expect(await isPaused(page)).toBe(false)
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
      await expect.poll(() => page.getByTestId('hit').count()).toBe(total)
      const card = page.getByTestId('hit').nth(total - 3)
      await card.scrollIntoViewIfNeeded()
      const top = () => card.evaluate((element) => Math.round(element.getBoundingClientRect().top))
      const before = await top()
      await card.getByTestId('hit-open').click()
      await page.waitForURL(/\/d\//)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.goBack()
      await card.waitFor()
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
      await page.reload()
      await card.waitFor()
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
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
      await card.locator('.more-moments .time').first().waitFor()
      expect(await more.getAttribute('aria-expanded')).toBe('true')
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
    await expect.poll(() => field(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('kind:episode HNSW')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=kind/)
    await untilAnswered(page)
    const titles = await titlesOf(page)
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect.poll(focused).toBe(titles[0])
    await page.keyboard.press(' ')
    await untilHeard(page, 'playing')
    await untilPlaying(page.getByTestId('hit').first(), true)
    await page.keyboard.press(' ')
    await untilHeard(page, 'pause')
    const starts = (await heardOf(page, 'playing')).length
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/d\//)
    await untilHeard(page, 'playing', starts + 1)
    await page.goBack()
    await expect.poll(() => titlesOf(page)).toEqual(titles)
  })

  for (const [look, options] of looks)
    test(`nothing scrolls sideways or keeps somebody out (${look})`, async () => {
      for (const params of [
        { q: 'embeddings' },
        { q: `${question}?`, kind: 'episode', year: '2026', speaker: 'Tobin' },
        { q: '"no such words" -graph', kind: 'short' },
        { kind: 'post' },
      ]) {
        const page = await searching.open(path(params), options)
        await untilAnswered(page)
        // What stands beside the hits comes after them.
        if (params.q === 'embeddings') await page.getByTestId('related-concepts').waitFor()
        await page.getByRole('button', { name: 'Date' }).click()
        await page.getByLabel('From', { exact: true }).waitFor()
        expect([params, await findFaults(page)]).toEqual([params, []])
      }
    })

  for (const [look, options] of looks)
    test(`suggestions keep nobody out (${look})`, async () => {
      const page = await searching.open(path({ q: question }), options)
      await untilAnswered(page)
      await field(page).fill('ve')
      await page.getByRole('option').first().waitFor()
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      expect(await findFaults(page, '.search-field')).toEqual([])
    })
})

const untilPlaying = (card: Locator, isPlaying: boolean): Promise<void> =>
  card.locator(`[data-testid=hit-play][data-playing=${isPlaying}]`).waitFor()
