import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import { findFaults, looks } from './accessibility.js'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { media } from './listening.js'
import { serveSample, type SampleServer } from './sample-library.js'
import { untilAsked } from './searching.js'
import { heardOf, newVisit, openPage, paramsOf, secondsOfStart, untilHeard } from './visiting.js'

/** The pages in a real browser, over the real program and the sample's real sound. */

describe.skipIf(skipsBrowser)(`the pages${browserReason}`, () => {
  let server: SampleServer
  let browser: Browser

  beforeAll(async () => {
    server = await serveSample()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.end()
  })

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> =>
    openPage(await newVisit(browser, options), server.url + path)

  async function firstHit(q: string) {
    const { hits } = await server.json<SearchResponse>(
      `/api/v1/search?kind=episode&q=${encodeURIComponent(q)}`,
    )
    return hits[0]
  }

  test('an address that names no document says so, and offers what helps', async () => {
    const page = await open('/d/0123456789abcdef0123')
    await page.getByRole('alert').getByText('This document is not in the library.').waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Back to searching' }).waitFor()
  })

  test('typing a question shows hits, and play begins at the jump-in point', async () => {
    const q = 'how does HNSW find neighbours'
    const hit = await firstHit(q)
    const page = await open('/?kind=episode')
    await page.getByTestId('search-field').fill(q)
    // Before the question the page lists the episodes.
    await untilAsked(page, q)
    expect(paramsOf(page)).toEqual({ kind: 'episode', q })
    await page.getByTestId('hit-play').first().click()
    expect(Math.abs((await secondsOfStart(page)) - (hit?.jumpMs ?? 0) / 1000)).toBeLessThan(0.3)
  })

  test('opening a hit plays on the document page from there, the transcript follows and seeks, Back restores the search', async () => {
    const q = 'what is reciprocal rank fusion'
    const page = await open(`/?kind=episode&q=${encodeURIComponent(q)}`)
    await page.getByTestId('hit').first().waitFor()
    await page.getByTestId('hit-open').first().click()
    await page.waitForURL(/\/d\/[0-9a-f]+\?/)
    expect(Math.abs((await secondsOfStart(page)) - Number(paramsOf(page)['t']))).toBeLessThan(0.3)
    await page.locator('[data-testid=cue][aria-current=true]').waitFor()

    const cue = page.getByTestId('cue').nth(30)
    const cueMs = Number(await cue.getAttribute('data-start-ms'))
    const seeks = (await heardOf(page, 'seeked')).length
    await cue.click()
    await untilHeard(page, 'seeked', seeks + 1)
    const seek = (await heardOf(page, 'seeked')).at(-1)
    expect(Math.abs((seek?.seconds ?? -1) - cueMs / 1000)).toBeLessThan(0.3)
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
    await expect.poll(() => page.getByTestId('source').count()).toBe(2)
  })

  for (const [look, options] of looks)
    test(`the start page does not scroll sideways or have a serious accessibility fault (${look})`, async () => {
      const page = await open('/', options)
      await page.getByText('Ask, for example').waitFor()
      expect(await findFaults(page)).toEqual([])
    })
})
