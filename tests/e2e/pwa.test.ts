import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { browserReason, openBrowser, skipsBrowser } from './browser.js'
import { aDataFolder, startServer, type RunningServer } from './running-server.js'
import { newQuietVisit } from './visiting.js'

/** The pages as an app: installed, without the server, across an update, in the colours that were chosen. */

const webFolder = resolve('dist/web')

async function aServer(): Promise<RunningServer> {
  const { folder, remove } = await aDataFolder()
  const server = await startServer(folder, '--no-sample')
  onTestFinished(async () => {
    await server.stop()
    await remove()
  })
  return server
}

/** Until the worker of the newest build keeps its shell. */
const untilKept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready))

const keptShells = (page: Page) => page.evaluate(() => caches.keys())

test('the manifest names icons that are there, in the sizes that it says', async () => {
  const manifest = JSON.parse(await readFile(join(webFolder, 'manifest.webmanifest'), 'utf8')) as {
    start_url: string
    icons: { src: string; sizes: string; purpose?: string }[]
  }
  expect(manifest.start_url).toBe('/')
  for (const { src, sizes } of manifest.icons.filter(({ src }) => src.endsWith('.png'))) {
    const png = await readFile(join(webFolder, src))
    // Width and height stand at the beginning of the first chunk.
    expect([src, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([src, sizes])
  }
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')
})

describe.skipIf(skipsBrowser)(`the pages as an app${browserReason}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
    const visit = await newQuietVisit(browser, { colorScheme: 'light', ...options })
    return visit.newPage()
  }

  test('without the server the pages open and say what is missing; nothing of the library was kept', async () => {
    const server = await aServer()
    const page = await openPage()
    await page.goto(server.url)
    await untilKept(page)
    await page.goto(`${server.url}/library`)
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor()
    const kept = await page.evaluate(async () => {
      const caught = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      )
      return caught.flat().map(({ url }) => new URL(url).pathname)
    })
    expect(kept).toContain('/')
    expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([])

    await server.stop()
    const response = await page.goto(`${server.url}/?q=anything`)
    expect(response?.status()).toBe(200)
    await page.getByText('The server does not answer').first().waitFor()
    await page.goto(`${server.url}/concepts`)
    await page.getByTestId('search-field').waitFor()
    await page.goto(`${server.url}/d/anything`)
    await page.getByText('The server does not answer').first().waitFor()
  })

  test('a new build takes over as a whole: never an old page with new files, nor the other way round', async () => {
    const site = await aSiteOfTwoBuilds()
    const page = await openPage()
    await page.goto(site.url)
    await untilKept(page)
    const [first] = await keptShells(page)

    site.build = 'new'
    await page.goto(site.url)
    // The server is there, so the page is its own.
    expect(await page.locator('meta[name=build]').getAttribute('content')).toBe('new')
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
      const next = registration.installing
      if (next)
        await new Promise<void>((done) =>
          next.addEventListener('statechange', () => next.state === 'installed' && done()),
        )
    })
    // Pages of the old build may still be open: their files stay.
    expect((await keptShells(page)).includes(first ?? '')).toBe(true)

    await page.goto('about:blank')
    const again = await page.context().newPage()
    await page.close()
    await again.goto(site.url)
    await again.waitForFunction(async (old) => !(await caches.keys()).includes(old), first ?? '')
    await site.close()
    await again.goto(site.url)
    expect(await again.locator('meta[name=build]').getAttribute('content')).toBe('new')
    expect(await keptShells(again)).toHaveLength(1)
  })

  test('chosen colours are remembered, and there before anything is drawn', async () => {
    const server = await aServer()
    // It would bring the scripts that are held back below.
    const page = await openPage({ serviceWorkers: 'block' })
    await page.goto(server.url)
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await paper()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('radio', { name: 'Dark' }).check()
    const dark = await paper()
    expect(dark).not.toBe(light)

    // Only what stands in the head runs: the pages themselves come later.
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto(`${server.url}/library`)
    expect(await page.locator('#app').innerHTML()).toBe('')
    expect(await paper()).toBe(dark)
    await page.unroute('**/assets/*.js')

    await page.goto(server.url)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('radio', { name: 'Auto' }).check()
    expect(await paper()).toBe(light)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await paper()).toBe(dark)
  })

  test('the menu opens, closes and leads to the help by keyboard', async () => {
    const server = await aServer()
    const page = await openPage()
    await page.goto(server.url)
    const menu = page.getByRole('button', { name: 'Menu' })
    await menu.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('radio', { name: 'Auto' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('radio', { name: 'Auto' }).waitFor({ state: 'hidden' })
    await expect.poll(() => menu.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await page.getByRole('dialog').waitFor()
  })
})

interface SiteOfTwoBuilds {
  url: string
  build: 'old' | 'new'
  close(): Promise<void>
}

/** The real files, and the same again as another build: its html names it, and its worker has another version. */
async function aSiteOfTwoBuilds(): Promise<SiteOfTwoBuilds> {
  const types: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  }
  const site: SiteOfTwoBuilds = { url: '', build: 'old', close: () => Promise.resolve() }
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    readFile(join(webFolder, path))
      .then((file) => {
        response.writeHead(200, {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          'cache-control': 'no-cache',
        })
        if (path === '/index.html')
          response.end(file.toString().replace('<head>', `<head><meta name="build" content="${site.build}">`))
        else if (path === '/service-worker.js' && site.build === 'new')
          response.end(file.toString().replace(/[0-9a-f]{16}/, 'f'.repeat(16)))
        else response.end(file)
      })
      .catch(() => response.writeHead(404).end())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  site.close = async () => {
    if (!server.listening) return
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  onTestFinished(() => site.close())
  return site
}
