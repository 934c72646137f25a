import type { Job } from '../domain/job.js'
import type { Source } from '../domain/source.js'
import type { SourcePreview } from '../domain/source-preview.js'

/** What the server can ask of ingest. Jobs run one after the other, outside the server's event loop. */
export interface Ingest {
  /**
   * Reads what is at a location without subscribing to it; the signal ends that, also while it waits its turn.
   * @throws FETCH_*, SOURCE_UNREADABLE, SOURCE_UNRECOGNIZED, INGEST_INTERRUPTED
   */
  look(location: string, signal?: AbortSignal): Promise<SourcePreview>
  /**
   * Subscribes to all or none, and starts their first pulls in this order.
   * What was looked at a moment ago is taken as it was found.
   * @throws FETCH_*, SOURCE_UNREADABLE, SOURCE_UNRECOGNIZED
   */
  add(locations: readonly string[]): Promise<{ source: Source; job: Job }[]>
  /** Starts a pull of a known source; one that is queued or running already is not doubled. */
  pull(sourceId: string): Promise<Job>
  /** Takes up jobs that an earlier process left unfinished. */
  resume(): void
  /** Ends the process under way; its job is taken up at the next start. */
  close(): Promise<void>
}
