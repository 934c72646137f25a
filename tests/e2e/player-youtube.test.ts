import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentResponse } from '../../src/api/schemas/document.js'
import { browserReason, skipsBrowser } from './browser.js'
import { isPaused, Listening, pathOf, pressPlay, secondsOf, untilPast } from './listening.js'
import { heardOf, untilHeard } from './visiting.js'
import { standInForYoutube } from './youtube-stand-in.js'

/** A video at YouTube, in a real browser; a page of ours stands in for the embed and speaks its protocol. */

describe.skipIf(skipsBrowser)(`a video at YouTube${browserReason}`, () => {
  let library: Listening

  beforeAll(async () => {
    library = await Listening.begin()
  })
  afterAll(() => library.end())

  const videoId = 'abc_DEF-123'

  /** The document as it would be, were its recording at YouTube. */
  async function aVisitToYoutube(): Promise<BrowserContext> {
    const visit = await library.visit()
    await visit.route(`**/api/v1/documents/${library.episode().id}`, async (route) => {
      const response = await route.fetch()
      const document = (await response.json()) as DocumentResponse
      return route.fulfill({
        response,
        json: { ...document, mediaUrl: `https://youtu.be/${videoId}`, mediaType: null },
      })
    })
    return visit
  }

  async function openVideo(options: Parameters<typeof standInForYoutube>[1] = {}, query = '?t=20.5') {
    const page = await library.open('/library', await aVisitToYoutube())
    const asked = await standInForYoutube(page, options)
    await page.goto(library.server.url + pathOf(library.episode(), query))
    await page.getByTestId('player-play').waitFor()
    return { page, asked }
  }
  const agree = (page: Page) => page.getByRole('button', { name: 'Play from YouTube' }).click()
  const commands = (page: Page) =>
    page
      .frames()
      .find((frame) => frame.url().includes('youtube-nocookie'))
      ?.evaluate(() => (globalThis as unknown as { commands: unknown[][] }).commands)

  test('is not contacted before one agrees, once for the visit; then it plays from the exact time', async () => {
    const { page, asked } = await openVideo()
    await pressPlay(page)
    await page.getByTestId('youtube-question').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Play from YouTube')
    await page.getByRole('button', { name: 'Not now' }).click()
    expect(asked).toEqual([])
    await pressPlay(page)
    await agree(page)
    await untilHeard(page, 'playing')
    expect(asked).toHaveLength(1)
    const url = new URL(asked[0] ?? '')
    expect([url.pathname, url.searchParams.get('enablejsapi'), url.searchParams.get('origin')]).toEqual([
      `/embed/${videoId}`,
      '1',
      library.server.url,
    ])
    const [first] = await heardOf(page, 'playing')
    expect(first?.seconds).toBeGreaterThanOrEqual(20.5)
    expect(first?.seconds).toBeLessThan(22)
    await expect.poll(() => commands(page)).toContainEqual(['seekTo', 20.5, true])
    await untilPast(page, 20.6)
    await page.getByTestId('youtube-question').waitFor({ state: 'detached' })
  })

  test('obeys the same controls: times, pause, speed, and the end of a clip', async () => {
    const { page } = await openVideo({}, '?t=20&end=21.5')
    await pressPlay(page)
    await agree(page)
    await untilHeard(page, 'pause')
    const [stop] = await heardOf(page, 'pause')
    expect(stop?.seconds).toBeGreaterThanOrEqual(21.5)
    expect(stop?.seconds).toBeLessThan(21.8 + (stop?.lateSeconds ?? 0))

    await page.getByRole('button', { name: 'Forward 15 seconds' }).click()
    await untilPast(page, 35)
    await expect.poll(async () => (await commands(page))?.at(-1)?.[0]).toBe('seekTo')
    await page.getByTestId('player-speed').selectOption('2')
    await pressPlay(page)
    await untilHeard(page, 'playing', 2)
    await pressPlay(page)
    await untilHeard(page, 'pause', 2)
    await expect
      .poll(async () => (await commands(page))?.map(([name]) => name))
      .toEqual(expect.arrayContaining(['setPlaybackRate', 'playVideo', 'pauseVideo']))
  })

  test('is heard only from its own frame and host', async () => {
    const { page } = await openVideo()
    await pressPlay(page)
    await agree(page)
    await untilHeard(page, 'playing')
    await page.evaluate(() => {
      const forged = JSON.stringify({ event: 'onError', info: 150 })
      postMessage(forged, '*')
      dispatchEvent(new MessageEvent('message', { data: forged, origin: 'https://www.youtube-nocookie.com' }))
    })
    // It would be taken before what is sent after it.
    await untilPast(page, (await secondsOf(page)) + 0.3)
    expect(await page.getByTestId('player').getAttribute('data-phase')).toBe('playing')
  })

  test('plays on over pages in the same frame', async () => {
    const { page, asked } = await openVideo()
    await pressPlay(page)
    await agree(page)
    await untilHeard(page, 'playing')
    await page.locator('a[href="/library"]').first().click()
    await page.waitForURL('**/library')
    await page.locator('.player-title').click()
    await page.waitForURL('**/d/**')
    await untilPast(page, (await secondsOf(page)) + 0.3)
    expect(asked).toHaveLength(1)
    expect(await isPaused(page)).toBe(false)
  })

  test('whose owner forbids embedding leads to YouTube', async () => {
    const { page } = await openVideo({ error: 150 })
    await pressPlay(page)
    await agree(page)
    const note = page.locator('.player-note[role=alert]')
    await note.waitFor()
    await note.getByText('Its owner does not let this video play outside of YouTube').waitFor()
    expect(await note.getByRole('link').getAttribute('href')).toBe(
      `https://www.youtube.com/watch?v=${videoId}`,
    )
  })

  test('that does not answer says so', async () => {
    const page = await library.open('/library', await aVisitToYoutube())
    await page.route('https://www.youtube-nocookie.com/**', (route) => route.abort())
    await page.clock.install()
    await page.goto(library.server.url + pathOf(library.episode()))
    await page.getByTestId('player-play').waitFor()
    await pressPlay(page)
    await agree(page)
    const note = page.locator('.player-note[role=alert]')
    await page.locator('iframe[src*=youtube-nocookie]').waitFor()
    await page.clock.fastForward(12_000)
    // Before that it says that it waits.
    await note.getByText("YouTube can't be reached from here").waitFor()
  })
})
