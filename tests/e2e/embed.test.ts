import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OembedResponse } from '../../src/api/schemas/oembed.js'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import { findFaults } from './accessibility.js'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { openForeignSite, type ForeignSite } from './foreign-site.js'
import { serveSample, type SampleServer } from './sample-library.js'
import { heardOf, newVisit, secondsOfStart, untilHeard } from './visiting.js'

/** The player in pages of others, in a real browser, with the sample's real sound. */

const startMs = 75_900
const endMs = 78_900

describe.skipIf(skipsBrowser)(`the player in other pages${browserReason}`, () => {
  let server: SampleServer
  let site: ForeignSite
  let browser: Browser
  let id: string

  beforeAll(async () => {
    site = await openForeignSite()
    server = await serveSample({ env: { CUEPOINT_EMBED_ORIGINS: site.origin } })
    const { hits } = await server.json<SearchResponse>('/api/v1/search?kind=episode&q=HNSW')
    id = hits[0]?.document.id ?? ''
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.end()
    await site.close()
  })

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await (await newVisit(browser, options)).newPage()
    await page.goto(address)
    return page
  }

  const stretch = () => `start="${startMs / 1000}" end="${endMs / 1000}"`
  const script = () => `<script src="${server.url}/embed.js"></script>`
  const isPaused = (frame: Frame | Page) =>
    frame.evaluate(() => document.querySelector<HTMLElement & { paused: boolean }>('cuepoint-player')?.paused)

  async function expectToPlayTheStretch(frame: Frame | Page): Promise<void> {
    await frame.getByRole('button', { name: 'Play' }).click()
    await untilHeard(frame, 'pause')
    const [stop] = await heardOf(frame, 'pause')
    expect(Math.abs((await secondsOfStart(frame)) - startMs / 1000)).toBeLessThan(0.3)
    expect(Math.abs((stop?.seconds ?? 0) - endMs / 1000)).toBeLessThan(0.3 + (stop?.lateSeconds ?? 0))
    await frame.getByRole('button', { name: 'Play' }).waitFor()
    expect(await isPaused(frame)).toBe(true)
  }

  test('what oEmbed gives for a shared link stands in a page of another origin and plays its stretch', async () => {
    const link = `${server.url}/d/${id}?t=${startMs / 1000}&end=${endMs / 1000}`
    const { html } = await server.json<OembedResponse>(`/api/v1/oembed?url=${encodeURIComponent(link)}`)
    site.put('/oembed', html)
    const page = await open(`${site.origin}/oembed`)
    await page.frameLocator('iframe').locator('cuepoint-player').waitFor()
    const frame = page.frames()[1]
    if (!frame) throw new Error('there is no frame')
    await frame.getByRole('link', { name: 'Open in Cuepoint' }).waitFor()
    expect(await frame.getByRole('link').getAttribute('href')).toBe(link)
    await expectToPlayTheStretch(frame)
  })

  test('the element reads, plays, follows its words, and tells the page', async () => {
    site.put('/element', `${script()}<cuepoint-player document="${id}" ${stretch()}></cuepoint-player>`)
    const page = await open(`${site.origin}/element`)
    await page.evaluate(() => {
      const told: string[] = []
      Object.assign(window, { told })
      for (const name of ['play', 'pause', 'ended', 'error'])
        document.addEventListener(`cuepoint-${name}`, ({ type }) => told.push(type))
    })
    const words = page.getByRole('group', { name: 'Words' })
    await words.getByText('What is the H in HNSW?').waitFor()
    await expectToPlayTheStretch(page)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told))
      .toEqual(['cuepoint-play', 'cuepoint-ended'])
    await expect.poll(() => words.locator('[data-now]').textContent()).toBe('Hierarchical.')
  })

  test('attributes may change, and the keyboard is enough', async () => {
    site.put('/keys', `${script()}<cuepoint-player document="${id}" start="10"></cuepoint-player>`)
    const page = await open(`${site.origin}/keys`)
    const range = page.getByRole('slider', { name: 'Position' })
    await range.waitFor()
    const says = () => range.getAttribute('aria-valuetext')
    await expect.poll(says).toMatch(/^0:10 of 3:1\d$/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await expect.poll(says).toMatch(/^0:15 of/)
    await page.$eval('cuepoint-player', (player) => player.setAttribute('start', '1:00'))
    await expect.poll(says).toMatch(/^1:00 of/)
    await page.$eval('cuepoint-player', (player) => player.setAttribute('end', '150'))
    await expect.poll(says).toBe('1:00 of 2:30')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Play' }).waitFor()
    expect(await isPaused(page)).toBe(true)
  })

  test('a page that was not named can neither read nor show it, and the player says so', async () => {
    const { otherOrigin } = site
    site.put('/closed', `${script()}<cuepoint-player document="${id}"></cuepoint-player>`)
    const page = await open(`${otherOrigin}/closed`)
    await page.getByText('The library cannot be reached from this page.').waitFor()
    site.put('/framed', `<iframe src="${server.url}/embed/${id}"></iframe>`)
    await page.goto(`${otherOrigin}/framed`)
    expect(await page.frameLocator('iframe').locator('cuepoint-player').count()).toBe(0)
  })

  test('what is not in the library is said in words', async () => {
    const page = await open(`${server.url}/embed/unknown`)
    await page.getByText('This is not in the library any more.').waitFor()
  })

  for (const [width, height] of [
    [280, 260],
    [600, 260],
  ] as const)
    test(`the frame's page has no serious accessibility fault and keeps within ${width} px`, async () => {
      const page = await open(`${server.url}/embed/${id}?t=75.9&end=106`, { viewport: { width, height } })
      await page.getByRole('button', { name: 'Play' }).waitFor()
      expect(await findFaults(page)).toEqual([])
    })

  test('the tags of a shared link say what the page itself says', async () => {
    const page = await open(`${server.url}/d/${id}?t=${startMs / 1000}&end=${endMs / 1000}`)
    const property = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content')
    const sent = await page.title()
    expect(await property('description')).toContain('What is the H in HNSW?')
    expect(await property('url')).toBe(page.url())
    await page.getByTestId('cue').first().waitFor()
    expect(await page.title()).toBe(sent)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(await property('title'))
  })
})
