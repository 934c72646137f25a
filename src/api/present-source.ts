import type { Catalog, SourceCounts } from '../catalog/catalog.js'
import { displayLocation, hideSecrets } from '../domain/location.js'
import type { Source } from '../domain/source.js'
import type { SourcePreview } from '../domain/source-preview.js'
import { nextPullMs, type PullSchedule } from '../jobs/plan-pulls.js'
import type { SourcePreviewResponse } from './schemas/source-preview.js'
import type { SourceResponse } from './schemas/source.js'

/** Sources as the API shows them: their addresses without passwords and tokens. */

/** Counts say how many there are; the list of a source's issues has its own route. */
const issuesOfJob = 20
const msPerHour = 3_600_000

const nothing: SourceCounts = {
  documents: { episode: 0, short: 0, post: 0 },
  withdrawn: 0,
  durationMs: 0,
  withoutTranscript: 0,
}

export async function presentSources(
  sources: readonly Source[],
  catalog: Catalog,
  { everyMs }: Pick<PullSchedule, 'everyMs'>,
): Promise<SourceResponse[]> {
  const [counts, issues, jobs, history] = await Promise.all([
    catalog.countDocumentsBySource(),
    catalog.countIssuesBySource(),
    catalog.listLatestJobs(issuesOfJob),
    catalog.readPullHistory(),
  ])
  const jobOf = new Map(jobs.map((job) => [job.sourceId, job]))
  return sources.map(({ guid: _, ...source }) => {
    const { documents, withdrawn, durationMs, withoutTranscript } = counts.get(source.id) ?? nothing
    const dueMs = everyMs === null ? Infinity : nextPullMs(source, history.get(source.id) ?? null, everyMs)
    return {
      ...source,
      location: displayLocation(source.location),
      documents: documents.episode + documents.short + documents.post + withdrawn,
      kinds: documents,
      withdrawn,
      hours: Math.round((durationMs / msPerHour) * 10) / 10,
      withoutTranscript,
      issues: issues.get(source.id) ?? [],
      nextPullAt: Number.isFinite(dueMs) ? new Date(dueMs).toISOString() : null,
      job: jobOf.get(source.id) ?? null,
    }
  })
}

export async function presentPreview(
  { source, issues, ...preview }: SourcePreview,
  catalog: Pick<Catalog, 'listSources'>,
): Promise<SourcePreviewResponse> {
  const { kind, title, url, language, guid, location } = source
  const known = (await catalog.listSources()).find((each) => each.guid === guid || each.location === location)
  return {
    ...preview,
    kind,
    title,
    url,
    language,
    location: displayLocation(location),
    known: known ? { id: known.id, title: known.title } : null,
    issues: issues.map(({ code, where, message }) => ({
      code,
      where: hideSecrets(where),
      message: hideSecrets(message),
    })),
  }
}
