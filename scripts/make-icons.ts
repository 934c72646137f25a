import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

/**
 * The icons of an installed Cuepoint, drawn from web/public/icon.svg: `npx tsx scripts/make-icons.ts`.
 * Needs Chromium (CHROMIUM_PATH, else /usr/bin/chromium).
 */

const folder = join('web', 'public')
const svg = await readFile(join(folder, 'icon.svg'), 'utf8')
const background = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)?.[1]
if (background === undefined) throw new Error('icon.svg has no ground to fill a maskable icon with.')

/** A system may cut a maskable icon to a circle of four fifths of its side. */
const safeShare = 0.8

const icons = [
  { name: 'icon-180', size: 180, share: 1, ground: background },
  { name: 'icon-192', size: 192, share: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, share: 1, ground: 'transparent' },
  { name: 'icon-maskable-512', size: 512, share: safeShare, ground: background },
]

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { name, size, share, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${ground}">
      <img style="width:${share * 100}%" src="data:image/svg+xml,${encodeURIComponent(svg)}">`,
  )
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true })
  await page.close()
}
await browser.close()
