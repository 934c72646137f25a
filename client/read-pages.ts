/**
 * The pages of a list, one after the other, each asked for when it is wanted: spread `page` into the query.
 * @example
 * for await (const { documents } of readPages((page) => cuepoint.get('/api/v1/documents', { params: { query: page } })))
 */
export async function* readPages<Page extends { next: string | null }>(
  readPage: (page: { cursor?: string }) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  let cursor: string | null = null
  do {
    const page: Page = await readPage(cursor === null ? {} : { cursor })
    yield page
    cursor = page.next
  } while (cursor !== null)
}
