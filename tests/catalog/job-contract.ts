import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Catalog } from '../../src/catalog/catalog.js'
import { aSource } from '../builders/documents.js'

/** What every catalog must do with jobs, whatever database is underneath. */
export function describeJobs(name: string, open: () => Promise<Catalog>): void {
  const withSource = async (): Promise<Catalog> => {
    const catalog = await open()
    onTestFinished(() => catalog.close())
    await catalog.addSources([aSource()])
    return catalog
  }

  describe(`${name}: jobs`, () => {
    test('a source has one open job, which is claimed once', async () => {
      const catalog = await withSource()
      const job = await catalog.enqueueJob('source-1')
      expect((await catalog.enqueueJob('source-1')).id).toBe(job.id)
      expect(await catalog.claimJob('another')).toBeNull()
      expect((await catalog.claimJob())?.status).toBe('running')
      await catalog.updateJob(job.id, {
        status: 'done',
        documentsDone: 3,
        finishedAt: '2026-01-01T00:00:00.000Z',
      })
      await catalog.addIssues(job.id, [{ code: 'CUE_TIMES_INVALID', where: 'line 3', message: 'bad' }])
      expect(await catalog.claimJob()).toBeNull()
      const found = await catalog.findJob(job.id)
      expect(found).toMatchObject({ status: 'done', documentsDone: 3, issues: [{ where: 'line 3' }] })
      expect(await catalog.listLatestJobs()).toEqual([found])
      expect((await catalog.enqueueJob('source-1')).id).not.toBe(job.id)
    })

    test('of a source the newest twenty jobs are kept, with their issues', async () => {
      const catalog = await withSource()
      const ids: string[] = []
      for (let pull = 0; pull < 25; pull++) {
        const { id } = await catalog.enqueueJob('source-1')
        await catalog.claimJob(id)
        await catalog.addIssues(id, [{ code: 'FETCH_FAILED', where: `pull ${pull}`, message: '' }])
        await catalog.updateJob(id, { status: 'done', finishedAt: '2026-01-01T00:00:00.000Z' })
        ids.push(id)
      }
      const found = await Promise.all(ids.map((id) => catalog.findJob(id)))
      expect(found.filter((job) => job !== null)).toHaveLength(20)
      const latest = (await catalog.listLatestJobs())[0]
      expect(latest?.issues).toHaveLength(1)
      expect(found).toContainEqual(latest)
    })

    test('issues are counted by code, of the latest job that ended well', async () => {
      const catalog = await withSource()
      const pull = async (status: 'done' | 'failed', ...codes: string[]) => {
        const { id } = await catalog.enqueueJob('source-1')
        await catalog.claimJob(id)
        await catalog.addIssues(
          id,
          codes.map((code, index) => ({ code, where: `item ${index}`, message: '' })),
        )
        await catalog.updateJob(id, { status, finishedAt: '2026-01-01T00:00:00.000Z' })
      }
      await pull('done', 'FEED_ITEM_INVALID')
      await pull('done', 'TRANSCRIPT_MISSING', 'FETCH_FAILED', 'TRANSCRIPT_MISSING', 'CHAPTERS_INVALID')
      await pull('failed', 'FETCH_FAILED')
      expect(await catalog.countIssuesBySource()).toEqual(
        new Map([
          [
            'source-1',
            [
              { code: 'TRANSCRIPT_MISSING', count: 2 },
              { code: 'CHAPTERS_INVALID', count: 1 },
              { code: 'FETCH_FAILED', count: 1 },
            ],
          ],
        ]),
      )
      expect(
        (await catalog.findLastIssues('source-1', 'TRANSCRIPT_MISSING')).map(({ where }) => where),
      ).toEqual(['item 0', 'item 2'])
      expect((await catalog.listLatestJobs(0))[0]).toMatchObject({ status: 'failed', issues: [] })
    })

    test('what a pull did is kept with its job', async () => {
      const catalog = await withSource()
      const { id } = await catalog.enqueueJob('source-1')
      await catalog.claimJob(id)
      const report = { added: 3, changed: 1, unchanged: 206, withdrawn: 0, elsewhere: 2 }
      await catalog.updateJob(id, { status: 'done', report })
      expect((await catalog.findJob(id))?.report).toEqual(report)
    })

    test('open jobs are listed oldest first, also those of other sources', async () => {
      const catalog = await withSource()
      await catalog.addSources([aSource({ id: 'source-2' })])
      const [first, second] = await catalog.listOpenJobs()
      expect(new Set([first?.sourceId, second?.sourceId])).toEqual(new Set(['source-1', 'source-2']))
      await catalog.claimJob(first?.id)
      await catalog.updateJob(first?.id ?? '', { status: 'failed' })
      expect(await catalog.listOpenJobs()).toEqual([second])
    })

    test('the history of a source counts its failures since the last pull that ended well', async () => {
      const catalog = await withSource()
      const end = async (status: 'done' | 'failed', finishedAt: string) => {
        const { id } = await catalog.enqueueJob('source-1')
        await catalog.claimJob(id)
        await catalog.updateJob(id, { status, finishedAt })
        // Jobs of one millisecond have no order of their own.
        await pause(2)
      }
      expect(await catalog.readPullHistory()).toEqual(new Map())
      await end('failed', '2026-01-01T00:00:00.000Z')
      await end('failed', '2026-01-02T00:00:00.000Z')
      const failing = { lastEndedAt: '2026-01-02T00:00:00.000Z', failuresInRow: 2 }
      expect(await catalog.readPullHistory()).toEqual(new Map([['source-1', failing]]))
      await end('done', '2026-01-03T00:00:00.000Z')
      const well = { lastEndedAt: '2026-01-03T00:00:00.000Z', failuresInRow: 0 }
      expect(await catalog.readPullHistory()).toEqual(new Map([['source-1', well]]))
      await end('failed', '2026-01-04T00:00:00.000Z')
      await catalog.enqueueJob('source-1')
      const again = { lastEndedAt: '2026-01-04T00:00:00.000Z', failuresInRow: 1 }
      expect(await catalog.readPullHistory()).toEqual(new Map([['source-1', again]]))
    })

    test('a job whose processes keep dying is given up, and does not hold up the others', async () => {
      const catalog = await withSource()
      const deadly = await catalog.enqueueJob('source-1')
      // Claimed again by the same process id means that the process before it died.
      for (let attempt = 1; attempt <= 8; attempt++) expect((await catalog.claimJob())?.id).toBe(deadly.id)
      await catalog.addSources([aSource({ id: 'source-2' })])
      const other = await catalog.enqueueJob('source-2')
      expect((await catalog.claimJob())?.id).toBe(other.id)
      expect(await catalog.findJob(deadly.id)).toMatchObject({
        status: 'failed',
        error: { code: 'INGEST_INTERRUPTED' },
      })
    })
  })
}
