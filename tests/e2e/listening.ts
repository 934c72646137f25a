import type { Static } from 'typebox'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { DocumentListResponse, DocumentResponse } from '../../src/api/schemas/document.js'
import { openBrowser } from './browser.js'
import { serveSample, type SampleServer } from './sample-library.js'
import { newVisit, openPage } from './visiting.js'

/** A browser before the sample's own show, and what its player is asked and seen to do. */

declare global {
  /** Handlers that were given to the system's media keys. */
  var mediaKeys: Map<string, MediaSessionActionHandler | null>
}

export const media = '[data-testid=media]'

export class Listening {
  private constructor(
    readonly server: SampleServer,
    readonly browser: Browser,
    /** With chapters. */
    readonly episodes: readonly DocumentResponse[],
    /** A video with a transcript. */
    readonly short: DocumentResponse,
  ) {}

  static async begin(): Promise<Listening> {
    const server = await serveSample()
    const { documents } = await server.json<Static<typeof DocumentListResponse>>(
      '/api/v1/documents?limit=100',
    )
    const full = await Promise.all(
      documents.map(({ id }) => server.json<DocumentResponse>(`/api/v1/documents/${id}`)),
    )
    const episodes = full.filter(({ kind, chapters }) => kind === 'episode' && chapters.length > 2)
    const short = full.find(({ kind }) => kind === 'short')
    if (!short || episodes.length < 2) throw new Error('the sample has changed')
    return new Listening(server, await openBrowser(), episodes, short)
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.end()
  }

  episode(index = 0): DocumentResponse {
    const episode = this.episodes[index]
    if (!episode) throw new Error(`the sample has no episode ${index}`)
    return episode
  }

  /** Of one listener, who keeps what the pages remember. */
  async visit(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const visit = await newVisit(this.browser, options)
    await visit.addInitScript(collectMediaKeys)
    return visit
  }

  /** Without a visit it is a new listener's page. */
  async open(path: string, visit?: BrowserContext): Promise<Page> {
    return openPage(visit ?? (await this.visit()), this.server.url + path)
  }
}

/** Runs in the page, before its own scripts. */
function collectMediaKeys(): void {
  globalThis.mediaKeys = new Map()
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
