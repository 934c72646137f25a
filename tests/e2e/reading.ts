import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { DocumentResponse, TranscriptResponse } from '../../src/api/schemas/document.js'
import { openBrowser } from './browser.js'
import { runCli } from './running-server.js'
import { serveSample, type SampleServer } from './sample-library.js'
import { newVisit, openPage } from './visiting.js'

/** A browser before the sample's own show and posts, and a talk without sound where one is asked for. */

type Cue = TranscriptResponse['cues'][number]

/** Right to left, and without a recording. */
export const silentTalk = {
  title: 'Mute',
  lines: ['שלום לכולם, זו הרצאה קצרה.', 'היום נדבר על וקטורים ועל מרחקים.'],
}

export class Reading {
  private constructor(
    readonly server: SampleServer,
    readonly browser: Browser,
    readonly documents: readonly DocumentResponse[],
  ) {}

  static async begin({ withSilentTalk = false } = {}): Promise<Reading> {
    const server = await serveSample(withSilentTalk ? { prepare: addSilentTalk } : {})
    const list = await server.json<{ documents: { id: string }[] }>('/api/v1/documents?limit=100')
    const documents = await Promise.all(
      list.documents.map(({ id }) => server.json<DocumentResponse>(`/api/v1/documents/${id}`)),
    )
    return new Reading(server, await openBrowser(), documents)
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.end()
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
  visit(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return newVisit(this.browser, { permissions: ['clipboard-read', 'clipboard-write'], ...options })
  }

  /** Without a visit it is a new reader's page. */
  async open(path: string, visit?: BrowserContext): Promise<Page> {
    const page = await openPage(visit ?? (await this.visit()), new URL(path, this.server.url).href)
    await page.locator('.document').waitFor()
    return page
  }
}

async function addSilentTalk(dataFolder: string): Promise<void> {
  const talk = join(dataFolder, 'talk')
  await mkdir(talk)
  const [first, second] = silentTalk.lines
  await writeFile(
    join(talk, 'mute.vtt'),
    `WEBVTT\n\n00:00.000 --> 00:04.000\n${first}\n\n00:04.000 --> 00:08.000\n${second}\n`,
  )
  const { code, stderr } = await runCli(dataFolder, 'add', talk)
  if (code !== 0) throw new Error(stderr)
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
