import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * Pictures of every page for docs/, from a running server: `npx tsx scripts/take-screenshots.ts http://127.0.0.1:8080`.
 * Needs Chromium (CHROMIUM_PATH, else /usr/bin/chromium). The server's library gets a collection.
 */

const [base = 'http://127.0.0.1:8080', folder = join('docs', 'screenshots')] = process.argv.slice(2)
const question = 'how does HNSW find neighbours?'
const viewports = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } }

interface FoundMoment {
  url: string
  startMs: number
  endMs: number
  document: { id: string }
}

async function find(kind: string, q = question): Promise<FoundMoment> {
  const response = await fetch(`${base}/api/v1/search?kind=${kind}&q=${encodeURIComponent(q)}`)
  const { hits } = (await response.json()) as { hits: FoundMoment[] }
  if (!hits[0]) throw new Error(`the library of ${base} has no ${kind} about “${q}”: is it the sample?`)
  return hits[0]
}

async function send(path: string, body: object): Promise<string> {
  const response = await fetch(`${base}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

/** Three clips, the first one open. */
async function openDesk(): Promise<string> {
  const collection = await send('/collections', {
    title: 'How search finds',
    note: 'For the anniversary episode',
  })
  const clips = []
  for (const q of [question, 'what is a latent space', 'why do words and meaning belong together']) {
    const { document, startMs, endMs } = await find('episode', q)
    clips.push(await send(`/collections/${collection}/clips`, { documentId: document.id, startMs, endMs }))
  }
  return `/desk?c=${collection}&clip=${clips[0]}&q=${encodeURIComponent('nearest neighbour')}`
}

const { url: moment } = await find('episode')
const pages = {
  start: '/',
  search: `/?q=${encodeURIComponent(question)}`,
  empty: `/?q=${encodeURIComponent('"a phrase that nobody said" zyzzyva')}`,
  document: moment,
  post: (await find('post')).url,
  embed: moment.replace('/d/', '/embed/'),
  desk: await openDesk(),
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
