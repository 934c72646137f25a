import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import type { SearchResponse } from '../../src/api/schemas/search.js'
import { openBrowser } from './browser.js'
import { serveSample, type SampleServer } from './sample-library.js'
import { newVisit, openPage } from './visiting.js'

/** A browser before a library of the sample's own show and its posts, and what the search page is asked and seen to do. */

export class Searching {
  private constructor(
    readonly server: SampleServer,
    readonly browser: Browser,
  ) {}

  static async begin(): Promise<Searching> {
    return new Searching(await serveSample(), await openBrowser())
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.server.end()
  }

  search(params: Record<string, string>): Promise<SearchResponse> {
    return this.server.json(`/api/v1/search?${new URLSearchParams(params)}`)
  }

  /** A page of a new visitor. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    // What is asked for is watched, held back and broken off here.
    const visit = await newVisit(this.browser, { serviceWorkers: 'block', ...options })
    return openPage(visit, this.server.url + path)
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

/** What is asked of the search from now on, in order: its parameters. */
export function listenForSearches(page: Page): Record<string, string>[] {
  const asked: Record<string, string>[] = []
  page.on('request', (request: Request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/v1/search') asked.push(Object.fromEntries(searchParams))
  })
  return asked
}
