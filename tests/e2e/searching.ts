import AxePath from 'axe-core'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import { openBrowser } from './browser.js'
import { aDataFolder, sample, startServer, type RunningServer } from './running-server.js'

/** A browser before a library of the sample's own show and its posts, and what the search page is asked and seen to do. */

export class Searching {
  private constructor(
    readonly server: RunningServer,
    readonly browser: Browser,
    private readonly removeFolder: () => Promise<void>,
  ) {}

  static async begin(): Promise<Searching> {
    const { folder, remove } = await aDataFolder()
    const server = await startServer(folder, '--no-sample')
    for (const path of ['five-minutes-on-search/feed.xml', 'five-minutes-on-search/posts'])
      await server.post('/api/v1/sources', { location: sample(path) })
    await server.untilIdle()
    await untilConceptsFound(server)
    return new Searching(server, await openBrowser(), remove)
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
    await this.removeFolder()
  }

  search(params: Record<string, string>): Promise<SearchResponse> {
    return this.server.json(`/api/v1/search?${new URLSearchParams(params)}`)
  }

  /** A page of a new visitor, which must not stumble. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      // What is asked for is watched, held back and broken off here.
      serviceWorkers: 'block',
      ...options,
    })
    const page = await context.newPage()
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
        problems.push(message.text())
    })
    onTestFinished(async () => {
      await context.close()
      expect(problems).toEqual([])
    })
    await page.goto(this.server.url + path)
    return page
  }
}

/** Concepts follow the catalog, and make hits higher: found when two answers in a row have the same ones. */
async function untilConceptsFound(server: RunningServer): Promise<void> {
  for (let earlier = ''; ; await pause(500)) {
    const { hits } = await server.json<SearchResponse>('/api/v1/search?q=vector&k=100')
    const found = hits.flatMap(({ concepts }) => concepts.map(({ slug }) => slug)).join()
    if (found !== '' && found === earlier) return
    earlier = found
  }
}

export const field = (page: Page) => page.getByTestId('search-field')

/** Until what is shown is the answer to the address, all of it. */
export async function untilAnswered(page: Page): Promise<void> {
  await page.locator('[data-testid=answered][data-stale=false]').waitFor()
}

/** Until the address has these words, and what is shown answers them. */
export async function untilAsked(page: Page, q: string): Promise<void> {
  // The address changes a moment before the page does.
  await page.locator('h1', { hasText: `Results for ${q}` }).waitFor({ state: 'attached' })
  await untilAnswered(page)
}

export const titlesOf = (page: Page): Promise<string[]> => page.getByTestId('hit-open').allTextContents()

export const paramsOf = (page: Page): Record<string, string> =>
  Object.fromEntries(new URL(page.url()).searchParams)

/** What is asked of the search from now on, in order: its parameters. */
export function listenForSearches(page: Page): Record<string, string>[] {
  const asked: Record<string, string>[] = []
  page.on('request', (request: Request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/v1/search') asked.push(Object.fromEntries(searchParams))
  })
  return asked
}

/** Faults that keep somebody out, as axe finds them. */
export async function findFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(AxePath.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof AxePath }
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
