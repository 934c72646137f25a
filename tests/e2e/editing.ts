import type { Page } from 'playwright-core'
import type { CollectionListResponse, CollectionResponse } from '../../src/api/schemas/collection.js'
import type { Static } from 'typebox'
import type { RunningServer } from './running-server.js'
import { paramsOf, untilDrawn } from './visiting.js'

/** What an editor does at the desk, and what the server has of it. */

export const clipsOf = (page: Page) => page.getByTestId('clip')

/** The first words of each clip, in order. */
export const wordsOf = (page: Page): Promise<string[]> =>
  clipsOf(page)
    .locator('.clip-open')
    .evaluateAll((links) => links.map((link) => (link.textContent ?? '').trim()))

/** Until all changes are at the server. */
export async function untilSaved(page: Page): Promise<void> {
  // The line tells of the last change when it is drawn.
  await untilDrawn(page)
  await page.locator('[data-testid=save-line][data-save=saved]').waitFor()
}

export async function makeCollection(page: Page, title: string): Promise<string> {
  await page.getByTestId('new-collection').fill(title)
  await page.getByTestId('new-collection').press('Enter')
  await page.getByTestId('collection-title').waitFor()
  await page.waitForURL((url) => url.searchParams.has('c'))
  return paramsOf(page)['c'] ?? ''
}

/** Asks at the desk; resolves when the hits of this question are there. */
export async function find(page: Page, q: string): Promise<void> {
  await page.getByTestId('search-field').fill(q)
  await page.getByTestId('search-field').press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === q)
  await page.locator('[data-testid=desk-hits][data-stale=false] [data-testid=desk-hit]').first().waitFor()
}

export async function untilClips(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-testid=clip]').length === count,
    count,
  )
  await untilSaved(page)
}

export const readCollection = (server: RunningServer, id: string): Promise<CollectionResponse> =>
  server.json<CollectionResponse>(`/api/v1/collections/${id}`)

export async function addCollection(server: RunningServer, title: string): Promise<string> {
  const response = await server.post('/api/v1/collections', { title })
  return ((await response.json()) as CollectionResponse).id
}

export async function addClip(
  server: RunningServer,
  collectionId: string,
  clip: { documentId: string; startMs: number; endMs: number; title?: string },
): Promise<void> {
  const response = await server.post(`/api/v1/collections/${collectionId}/clips`, clip)
  if (response.status !== 201) throw new Error(await response.text())
}

export const listCollections = (server: RunningServer): Promise<Static<typeof CollectionListResponse>> =>
  server.json('/api/v1/collections')

/** Tab by Tab, as one does without a mouse. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector))
      return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key does not lead to ${selector}`)
}
