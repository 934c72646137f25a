import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/** Who visits the pages in a test, and what is heard there. */

declare global {
  /** What the media of the page said and were told, in order; kept by the page for the tests. */
  var heard: Heard[]
}

interface Heard {
  type: string
  /** Where the media were. */
  seconds: number
  /** By how much the page's own clock was late just then, at worst: more than that is the page's doing. */
  lateSeconds: number
}

/** No promise: only longer than any machine takes to open a page, so that what never comes is told by its name. */
const patienceMs = 120_000

/** Of one visitor at a desk, who keeps what the pages remember until the test is finished. */
export async function newQuietVisit(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const visit = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  visit.setDefaultTimeout(patienceMs)
  onTestFinished(() => visit.close())
  return visit
}

/** One whose media are listened to. */
export async function newVisit(browser: Browser, options?: BrowserContextOptions): Promise<BrowserContext> {
  const visit = await newQuietVisit(browser, options)
  await visit.addInitScript(listen)
  return visit
}

/** A page that must not stumble. */
export async function openPage(visit: BrowserContext, address: string): Promise<Page> {
  const page = await visit.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
      problems.push(message.text())
  })
  onTestFinished(() => expect(problems).toEqual([]))
  await page.goto(address)
  return page
}

/** Runs in the page, before its own scripts. */
function listen(): void {
  globalThis.heard = []
  const tickMs = 20
  let ticks: number[] = []
  setInterval(() => (ticks = [...ticks.slice(-50), performance.now()]), tickMs)
  const add = (type: string, seconds: number) => {
    const gapsMs = [...ticks, performance.now()].map((tick, index, all) => tick - (all[index - 1] ?? tick))
    heard.push({ type, seconds, lateSeconds: Math.max(0, ...gapsMs.map((gap) => gap - tickMs)) / 1000 })
  }

  const types = ['playing', 'pause', 'seeked', 'emptied', 'ended']
  const watched = new WeakSet<EventTarget>()
  // Each by itself: it may play before it is on the page.
  const watch = (element: HTMLMediaElement) => {
    if (watched.has(element)) return
    watched.add(element)
    for (const type of types) element.addEventListener(type, () => add(type, element.currentTime))
  }
  // What stands in for a media element.
  for (const type of types)
    document.addEventListener(
      type,
      ({ target }) => {
        if (!(target instanceof HTMLMediaElement)) add(type, (target as HTMLMediaElement).currentTime)
      },
      true,
    )

  // Exact on a busy page too, where what they say is heard late, and sound has gone on meanwhile.
  const media = HTMLMediaElement.prototype
  const { play, pause } = media
  media.play = function () {
    watch(this)
    add('told', this.currentTime)
    return play.call(this)
  }
  // Whoever hears that it paused may have sent it elsewhere before the next one hears of it.
  media.pause = function () {
    if (!this.paused) add('stopped', this.currentTime)
    pause.call(this)
  }
  const position = Object.getOwnPropertyDescriptor(media, 'currentTime') ?? {}
  Object.defineProperty(media, 'currentTime', {
    ...position,
    set(seconds: number) {
      watch(this as HTMLMediaElement)
      add('told', seconds)
      position.set?.call(this, seconds)
    },
  })
}

export const heardOf = (page: Pick<Page, 'evaluate'>, type: string): Promise<Heard[]> =>
  page.evaluate((type) => heard.filter((event) => event.type === type), type)

/** Until the media said it as often. */
export async function untilHeard(
  page: Pick<Page, 'waitForFunction'>,
  type: string,
  count = 1,
): Promise<void> {
  await page.waitForFunction(
    ([type, count]) => heard.filter((event) => event.type === type).length >= Number(count),
    [type, count],
  )
}

/** Where the media were told to begin when they began to play for that time. */
export async function secondsOfStart(
  page: Pick<Page, 'evaluate' | 'waitForFunction'>,
  count = 1,
): Promise<number> {
  await untilHeard(page, 'playing', count)
  const all = await page.evaluate(() => heard)
  const started = all.filter(({ type }) => type === 'playing')[count - 1]
  const told = all.slice(0, started && all.indexOf(started)).findLast(({ type }) => type === 'told')
  // Not before they were there.
  expect(started?.seconds).toBeGreaterThan((told?.seconds ?? NaN) - 0.1)
  return told?.seconds ?? NaN
}

/** Until what the last key or press did is drawn, and what follows from its being drawn is too. */
export const untilDrawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
  })

/** Until the page stands still, and where. */
export async function untilScrolled(page: Page): Promise<number> {
  for (let before = NaN; ;) {
    await untilDrawn(page)
    const now = await page.evaluate(() => scrollY)
    if (now === before) return now
    before = now
  }
}

export const paramsOf = (page: Page): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams)
