import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * Pictures of every page for docs/, from a running server: `npx tsx scripts/take-screenshots.ts http://127.0.0.1:8080`.
 * Needs Chromium (CHROMIUM_PATH, else /usr/bin/chromium).
 */

const [base = 'http://127.0.0.1:8080', folder = join('docs', 'screenshots')] = process.argv.slice(2)
const question = 'how does HNSW find neighbours?'
const viewports = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } }

async function firstHit(kind: string): Promise<string> {
  const response = await fetch(`${base}/api/v1/search?kind=${kind}&q=${encodeURIComponent(question)}`)
  const { hits } = (await response.json()) as { hits: { url: string }[] }
  return hits[0]?.url ?? '/'
}

const moment = await firstHit('episode')
const pages = {
  start: '/',
  search: `/?q=${encodeURIComponent(question)}`,
  empty: `/?q=${encodeURIComponent('"a phrase that nobody said" zyzzyva')}`,
  document: moment,
  post: await firstHit('post'),
  embed: moment.replace('/d/', '/embed/'),
  library: '/library',
  concepts: '/concepts',
  concept: '/concepts/latent-space',
  map: '/concepts/map',
}

await mkdir(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ],
})
for (const [device, viewport] of Object.entries(viewports))
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
    for (const [name, path] of Object.entries(pages)) {
      const page = await context.newPage()
      await page.goto(base + path)
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: join(folder, `${name}-${device}-${colorScheme}.png`) })
      await page.close()
    }
    await context.close()
  }
await browser.close()
