import { sql } from 'kysely'

/** What is summed over documents, for the whole library and for each source. */

/** A length that nobody gave is the end of the last cue. */
export const durationMs = sql<number | null>`sum(coalesce(duration_ms, last_cue_end_ms, 0))`

export const withoutTranscript = sql<number>`sum(case when kind <> 'post' and cue_count = 0 then 1 else 0 end)`
