import type { Static } from 'typebox'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { DocumentListResponse, DocumentResponse } from '../../src/api/schemas/document.js'
import { openBrowser } from './browser.js'
import { aDataFolder, sample, startServer, type RunningServer } from './running-server.js'

/** A browser before the sample's own show, and what its player is asked and seen to do. */

declare global {
  /** What the media said, in order; kept by the page for the tests. */
  var heard: { type: string; seconds: number }[]
  /** Handlers that were given to the system's media keys. */
  var mediaKeys: Map<string, MediaSessionActionHandler | null>
}

export const media = '[data-testid=media]'
/** Long enough for playing to be seen to go on. */
export const aMomentMs = 500

export class Listening {
  private constructor(
    readonly server: RunningServer,
    readonly browser: Browser,
    readonly removeFolder: () => Promise<void>,
    /** With chapters. */
    readonly episodes: readonly DocumentResponse[],
    /** A video with a transcript. */
    readonly short: DocumentResponse,
  ) {}

  static async begin(): Promise<Listening> {
    const { folder, remove } = await aDataFolder()
    const server = await startServer(folder, '--no-sample')
    await server.post('/api/v1/sources', { location: sample('five-minutes-on-search/feed.xml') })
    await server.untilIdle()
    const { documents } = await server.json<Static<typeof DocumentListResponse>>(
      '/api/v1/documents?limit=100',
    )
    const full = await Promise.all(
      documents.map(({ id }) => server.json<DocumentResponse>(`/api/v1/documents/${id}`)),
    )
    const episodes = full.filter(({ kind, chapters }) => kind === 'episode' && chapters.length > 2)
    const short = full.find(({ kind }) => kind === 'short')
    if (!short || episodes.length < 2) throw new Error('the sample has changed')
    return new Listening(server, await openBrowser(), remove, episodes, short)
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
    await this.removeFolder()
  }

  episode(index = 0): DocumentResponse {
    const episode = this.episodes[index]
    if (!episode) throw new Error(`the sample has no episode ${index}`)
    return episode
  }

  /** Of one listener, who keeps what the pages remember. */
  async visit(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    await context.addInitScript(listen)
    onTestFinished(() => context.close())
    return context
  }

  /** A page that must not stumble; without a visit it is a new listener's. */
  async open(path: string, visit?: BrowserContext): Promise<Page> {
    const page = await (visit ?? (await this.visit())).newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
        problems.push(message.text())
    })
    onTestFinished(() => expect(problems).toEqual([]))
    await page.goto(this.server.url + path)
    return page
  }
}

/** Runs in the page, before its own scripts. */
function listen(): void {
  globalThis.heard = []
  globalThis.mediaKeys = new Map()
  for (const type of ['playing', 'pause', 'emptied', 'ended'])
    document.addEventListener(
      type,
      ({ target }) => heard.push({ type, seconds: (target as HTMLMediaElement).currentTime }),
      true,
    )
  const setActionHandler = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession)
  navigator.mediaSession.setActionHandler = (action, handler) => {
    mediaKeys.set(action, handler)
    setActionHandler(action, handler)
  }
}

export const pathOf = ({ id }: DocumentResponse, query = ''): string => `/d/${id}${query}`

export const pressPlay = (page: Page): Promise<void> => page.getByTestId('player-play').click()

export const secondsOf = (page: Page): Promise<number> =>
  page.$eval(media, (element) => (element as HTMLMediaElement).currentTime)

export const isPaused = (page: Page): Promise<boolean> =>
  page.$eval(media, (element) => (element as HTMLMediaElement).paused)

export const heardOf = (page: Page, type: string): Promise<{ seconds: number }[]> =>
  page.evaluate((type) => heard.filter((event) => event.type === type), type)

/** Until the media said it as often. */
export async function untilHeard(page: Page, type: string, count = 1): Promise<void> {
  await page.waitForFunction(
    ([type, count]) => heard.filter((event) => event.type === type).length >= Number(count),
    [type, count],
  )
}

export async function untilPast(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction(
    ([selector, seconds]) =>
      (document.querySelector<HTMLMediaElement>(String(selector))?.currentTime ?? 0) > Number(seconds),
    [media, seconds],
  )
}

/** Until the media is loaded and stands there. */
export async function untilAt(page: Page, seconds: number): Promise<void> {
  await page.waitForFunction(
    ([selector, seconds]) => {
      const element = document.querySelector<HTMLMediaElement>(String(selector))
      return (
        element !== null && element.readyState > 0 && Math.abs(element.currentTime - Number(seconds)) < 0.3
      )
    },
    [media, seconds],
  )
}

/** As it is shown. */
export function clockOf(ms: number): string {
  const total = Math.floor(ms / 1000)
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`
}
