import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { DocumentResponse, TranscriptResponse } from '../../src/api/schemas/document.js'
import { openBrowser } from './browser.js'
import { aDataFolder, sample, startServer, type RunningServer } from './running-server.js'

/** A browser before the sample's own show and posts, a talk without sound among them. */

type Cue = TranscriptResponse['cues'][number]

/** Right to left, and without a recording. */
export const silentTalk = {
  title: 'Mute',
  lines: ['שלום לכולם, זו הרצאה קצרה.', 'היום נדבר על וקטורים ועל מרחקים.'],
}

export class Reading {
  private constructor(
    readonly server: RunningServer,
    readonly browser: Browser,
    readonly removeFolder: () => Promise<void>,
    readonly documents: readonly DocumentResponse[],
  ) {}

  static async begin(): Promise<Reading> {
    const { folder, remove } = await aDataFolder()
    const talk = join(folder, 'talk')
    await mkdir(talk)
    const [first, second] = silentTalk.lines
    await writeFile(
      join(talk, 'mute.vtt'),
      `WEBVTT\n\n00:00.000 --> 00:04.000\n${first}\n\n00:04.000 --> 00:08.000\n${second}\n`,
    )
    const server = await startServer(folder, '--no-sample')
    for (const location of [
      sample('five-minutes-on-search/feed.xml'),
      sample('five-minutes-on-search/posts'),
      talk,
    ])
      await server.post('/api/v1/sources', { location })
    await server.untilIdle()
    const list = await server.json<{ documents: { id: string }[] }>('/api/v1/documents?limit=100')
    const documents = await Promise.all(
      list.documents.map(({ id }) => server.json<DocumentResponse>(`/api/v1/documents/${id}`)),
    )
    return new Reading(server, await openBrowser(), remove, documents)
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
    await this.removeFolder()
  }

  titled(title: string): DocumentResponse {
    const document = this.documents.find((each) => each.title.startsWith(title))
    if (!document) throw new Error(`the sample has no ${title}`)
    return document
  }

  async cuesOf({ id }: { id: string }): Promise<(Cue & { startMs: number; endMs: number })[]> {
    const { cues } = await this.server.json<TranscriptResponse>(`/api/v1/documents/${id}/transcript.json`)
    return cues.map((cue) => ({ ...cue, startMs: cue.startMs ?? 0, endMs: cue.endMs ?? 0 }))
  }

  /** Of one reader, whose clipboard can be looked into. */
  async visit(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    })
    onTestFinished(() => context.close())
    return context
  }

  /** A page that must not stumble; without a visit it is a new reader's. */
  async open(path: string, visit?: BrowserContext): Promise<Page> {
    const page = await (visit ?? (await this.visit())).newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
        problems.push(message.text())
    })
    onTestFinished(() => expect(problems).toEqual([]))
    await page.goto(new URL(path, this.server.url).href)
    await page.locator('.document').waitFor()
    return page
  }
}

export const currentSelector = '[data-testid=cue][aria-current=true]'

/** The line that is marked as being spoken. */
export const currentLine = (page: Page) => page.locator(currentSelector)

export const clipboardOf = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText())

/** Whether the element is in the window, not under what covers its edges. */
export const isInSight = (page: Page, selector: string): Promise<boolean> =>
  page.$eval(selector, (element) => {
    const { top, bottom } = element.getBoundingClientRect()
    const dock = document.querySelector('.dock')?.getBoundingClientRect().top ?? innerHeight
    return top >= 60 && bottom <= dock
  })

/** Selects from the beginning of one line to the end of another, as with a mouse. */
export async function selectLines(page: Page, from: number, to: number): Promise<void> {
  await page.evaluate(
    ([from, to]) => {
      const [first, last] = [from, to].map((index) => document.querySelector(`[data-index="${index}"]`))
      if (!first || !last) throw new Error('no such lines')
      const range = document.createRange()
      range.setStart(first, 0)
      range.setEnd(last, last.childNodes.length)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    },
    [from, to],
  )
}
