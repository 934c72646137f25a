import AxePath from 'axe-core'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { OembedResponse } from '../../src/api/schemas/oembed.js'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { openForeignSite, type ForeignSite } from './foreign-site.js'
import { aDataFolder, sample, startServer, type RunningServer } from './running-server.js'

/** The player in pages of others, in a real browser, with the sample's real sound. */

const startMs = 75_900
const endMs = 78_900

describe.skipIf(skipsBrowser)(`the player in other pages${browserReason}`, () => {
  let server: RunningServer
  let site: ForeignSite
  let browser: Browser
  let remove: () => Promise<void>
  let id: string

  beforeAll(async () => {
    const data = await aDataFolder()
    remove = data.remove
    site = await openForeignSite()
    process.env.CUEPOINT_EMBED_ORIGINS = site.origin
    server = await startServer(data.folder, '--no-sample')
    delete process.env.CUEPOINT_EMBED_ORIGINS
    await server.post('/api/v1/sources', { location: sample('five-minutes-on-search/feed.xml') })
    await server.untilIdle()
    const { hits } = await server.json<SearchResponse>('/api/v1/search?kind=episode&q=HNSW')
    id = hits[0]?.document.id ?? ''
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    await site.close()
    await remove()
  })

  async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext(options)
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(address)
    return page
  }

  const stretch = () => `start="${startMs / 1000}" end="${endMs / 1000}"`
  const script = () => `<script src="${server.url}/embed.js"></script>`
  /** What its media element says. */
  const mediaMs = (frame: Frame | Page) =>
    frame.evaluate(() => {
      const media = document.querySelector('cuepoint-player')?.shadowRoot?.querySelector('audio')
      return (media?.currentTime ?? Number.NaN) * 1000
    })
  const isPaused = (frame: Frame | Page) =>
    frame.evaluate(() => document.querySelector<HTMLElement & { paused: boolean }>('cuepoint-player')?.paused)

  async function expectToPlayTheStretch(frame: Frame | Page): Promise<void> {
    const button = frame.getByRole('button', { name: 'Play' })
    await button.click()
    await frame.getByRole('button', { name: 'Pause' }).waitFor()
    await frame.waitForFunction(() => {
      const media = document.querySelector('cuepoint-player')?.shadowRoot?.querySelector('audio')
      return media && media.readyState >= 3
    })
    const at = await mediaMs(frame)
    expect(at).toBeGreaterThanOrEqual(startMs - 50)
    expect(at).toBeLessThan(endMs)
    await button.waitFor()
    expect(await isPaused(frame)).toBe(true)
    expect(Math.abs((await mediaMs(frame)) - endMs)).toBeLessThan(300)
  }

  test('what oEmbed gives for a shared link stands in a page of another origin and plays its stretch', async () => {
    const link = `${server.url}/d/${id}?t=${startMs / 1000}&end=${endMs / 1000}`
    const { html } = await server.json<OembedResponse>(`/api/v1/oembed?url=${encodeURIComponent(link)}`)
    site.put('/oembed', html)
    const page = await open(`${site.origin}/oembed`)
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
    expect(await words.textContent()).toContain('What is the H in HNSW?')
    await expectToPlayTheStretch(page)
    expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual([
      'cuepoint-play',
      'cuepoint-ended',
    ])
    expect(await words.locator('[data-now]').textContent()).toBe('Hierarchical.')
  })

  test('attributes may change, and the keyboard is enough', async () => {
    site.put('/keys', `${script()}<cuepoint-player document="${id}" start="10"></cuepoint-player>`)
    const page = await open(`${site.origin}/keys`)
    const range = page.getByRole('slider', { name: 'Position' })
    await range.waitFor()
    const says = () => range.getAttribute('aria-valuetext')
    expect(await says()).toMatch(/^0:10 of 3:1\d$/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    expect(await says()).toMatch(/^0:15 of/)
    await page.$eval('cuepoint-player', (player) => player.setAttribute('start', '1:00'))
    expect(await says()).toMatch(/^1:00 of/)
    await page.$eval('cuepoint-player', (player) => player.setAttribute('end', '70'))
    expect(await says()).toBe('1:00 of 1:10')
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
    expect(await page.frames()[1]?.locator('cuepoint-player').count()).toBe(0)
  })

  test('what is not in the library is said in words', async () => {
    const page = await open(`${server.url}/embed/unknown`)
    await page.getByText('This is not in the library any more.').waitFor()
  })

  for (const [width, height] of [
    [280, 260],
    [600, 260],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`the frame's page has no serious accessibility fault and keeps within ${width} px (${colorScheme})`, async () => {
        const page = await open(`${server.url}/embed/${id}?t=75.9&end=106`, {
          viewport: { width, height },
          colorScheme,
        })
        await page.getByRole('button', { name: 'Play' }).waitFor()
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
        await page.evaluate(AxePath.source)
        const faults = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof AxePath }
          const { violations } = await axe.run()
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id: rule, nodes }) => nodes.map(({ html }) => `${rule}: ${html}`))
        })
        expect(faults).toEqual([])
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
