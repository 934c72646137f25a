import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks'
import type { SourceList } from '../../../client/index.js'
import { listSources, type ApiError } from '../api.js'
import { newerJob } from '../library/source-words.js'
import { Kept, useLoaded } from './use-loaded.js'
import { refreshStatus, useStatus } from './use-status.js'

export interface Library {
  /** Null until they were listed once. */
  sources: SourceList['sources'] | null
  pulls: SourceList['pulls']
  error: ApiError | null
  /** Asks again; something was changed or just started. */
  refresh: () => void
}

const keptSources = new Kept<SourceList>()
const byHand: SourceList['pulls'] = { everyMs: null, watches: false }

/** The sources with their jobs as they are now. Listed again when a job came or ended. */
export function useLibrary(): Library {
  const { value, error, reload } = useLoaded('sources', listSources, keptSources)
  const jobs = useStatus()?.jobs
  const open = jobs?.map(({ id }) => id).join(' ')
  const seenOpen = useRef(open)
  // What was kept is shown at once, and is of the last visit.
  useEffect(reload, [])
  useEffect(() => {
    if (seenOpen.current !== undefined && seenOpen.current !== open) reload()
    seenOpen.current = open
  }, [open])
  const refresh = useCallback(() => {
    reload()
    refreshStatus()
  }, [reload])
  const sources = useMemo(() => {
    const jobOf = new Map(jobs?.map((job) => [job.sourceId, job]))
    return (
      value?.sources.map((source) => ({ ...source, job: newerJob(source.job, jobOf.get(source.id)) })) ?? null
    )
  }, [value, jobs])
  return { sources, pulls: value?.pulls ?? byHand, error, refresh }
}
