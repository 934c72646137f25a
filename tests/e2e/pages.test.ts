import AxePath from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { aDataFolder, sample, startServer, type RunningServer } from './running-server.js'

/** The pages in a real browser, over the real program and the sample's real sound. */

describe.skipIf(skipsBrowser)(`the pages${browserReason}`, () => {
  let server: RunningServer
  let browser: Browser
  let remove: () => Promise<void>

  beforeAll(async () => {
    const data = await aDataFolder()
    remove = data.remove
    server = await startServer(data.folder, '--no-sample')
    for (const path of ['five-minutes-on-search/feed.xml', 'five-minutes-on-search/posts'])
      await server.post('/api/v1/sources', { location: sample(path) })
    await server.untilIdle()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    await remove()
  })

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
        problems.push(message.text())
    })
    onTestFinished(async () => {
      await context.close()
      expect(problems).toEqual([])
    })
    await page.goto(server.url + path)
    return page
  }

  const media = '[data-testid=media]'
  const currentMs = (page: Page) =>
    page.$eval(media, (element) => (element as HTMLMediaElement).currentTime * 1000)
  const isPlaying = (page: Page) =>
    page.waitForFunction((selector) => {
      const element = document.querySelector<HTMLMediaElement>(selector)
      return element !== null && !element.paused && element.readyState >= 3
    }, media)

  async function firstHit(q: string) {
    const { hits } = await server.json<SearchResponse>(
      `/api/v1/search?kind=episode&q=${encodeURIComponent(q)}`,
    )
    return hits[0]
  }

  test('typing a question shows hits, and play begins at the jump-in point', async () => {
    const q = 'how does HNSW find neighbours'
    const hit = await firstHit(q)
    const page = await open('/?kind=episode')
    await page.getByTestId('search-field').fill(q)
    // Before the question the page lists the episodes.
    await page.locator('h1', { hasText: `Results for ${q}` }).waitFor({ state: 'attached' })
    await page.locator('[data-testid=answered][data-stale=false]').waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe(q)
    await page.getByTestId('hit-play').first().click()
    await isPlaying(page)
    const at = await currentMs(page)
    expect(at).toBeGreaterThanOrEqual((hit?.jumpMs ?? 0) - 100)
    expect(at).toBeLessThan((hit?.jumpMs ?? 0) + 5000)
  })

  test('opening a hit plays on the document page from there, the transcript follows and seeks, Back restores the search', async () => {
    const q = 'what is reciprocal rank fusion'
    const page = await open(`/?kind=episode&q=${encodeURIComponent(q)}`)
    await page.getByTestId('hit').first().waitFor()
    await page.getByTestId('hit-open').first().click()
    await page.waitForURL(/\/d\/[0-9a-f]+\?/)
    await isPlaying(page)
    const current = page.locator('[data-testid=cue][aria-current=true]')
    await current.first().waitFor()
    const startMs = Number(await current.first().getAttribute('data-start-ms'))
    expect(Math.abs((await currentMs(page)) - startMs)).toBeLessThan(15_000)

    const cue = page.getByTestId('cue').nth(30)
    const cueMs = Number(await cue.getAttribute('data-start-ms'))
    await cue.click()
    await page.waitForFunction(
      ([selector, ms]) => {
        const element = document.querySelector<HTMLMediaElement>(String(selector))
        return element !== null && Math.abs(element.currentTime * 1000 - Number(ms)) < 3000
      },
      [media, cueMs],
    )
    await page.goBack()
    await page.getByTestId('hit').first().waitFor()
    expect(await page.getByTestId('search-field').inputValue()).toBe(q)
  })

  test('a deep link opens at its time', async () => {
    const hit = await firstHit('cosine similarity')
    const page = await open(`/d/${hit?.document.id}?t=30`)
    await page.getByTestId('cue').first().waitFor()
    await page.waitForFunction((selector) => {
      const element = document.querySelector<HTMLMediaElement>(selector)
      return element !== null && Math.abs(element.currentTime - 30) < 0.5
    }, media)
  })

  test('text of strangers is shown, never run', async () => {
    const page = await open(`/?q=${encodeURIComponent('<img src=x onerror=alert(1)> vector')}`)
    await page.getByTestId('hit').first().waitFor()
    expect(await page.locator('img[src=x]').count()).toBe(0)
  })

  test('the library page shows the sources', async () => {
    const page = await open('/library')
    await page.getByTestId('source').first().waitFor()
    expect(await page.getByTestId('source').count()).toBe(2)
  })

  for (const [name, viewport] of [
    ['phone', { width: 390, height: 844 }],
    ['desk', { width: 1440, height: 900 }],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`no page scrolls sideways or has a serious accessibility fault (${name}, ${colorScheme})`, async () => {
        const hit = await firstHit('embeddings')
        for (const path of ['/', '/?q=embeddings', `/d/${hit?.document.id}?t=10`, '/library']) {
          const page = await open(path, { viewport, colorScheme })
          await page.waitForLoadState('networkidle')
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          expect([path, overflow]).toEqual([path, expect.toSatisfy((pixels: number) => pixels <= 0)])
          // Evaluated by the debugger, which the page's policy does not bind.
          await page.evaluate(AxePath.source)
          const faults = await page.evaluate(async () => {
            const { axe } = globalThis as unknown as { axe: typeof AxePath }
            const { violations } = await axe.run()
            return (
              violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
                // media-chrome names its button "Playback rate 1" and shows "1x"; the name is set by the element itself.
                .filter(
                  (fault) => !fault.startsWith('label-content-name-mismatch: <media-playback-rate-button'),
                )
            )
          })
          expect([path, faults]).toEqual([path, []])
        }
      })
})
