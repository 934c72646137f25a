/** A query with the place that answers it: a judgment points at a time range, or at a section, never at a passage. */
export interface EvalQuery {
  id: string
  text: string
  show: string
  /** Names a document of the show, as `findEpisode` matches it. */
  episode: string
  /** The labelled range; null together for what is written. */
  startMs: number | null
  endMs: number | null
  /** Section of a post; null for any. */
  anchor: string | null
  /** Where the sentence begins that answers, and others that answer as well; empty when none was marked by hand. */
  sentenceStartsMs: number[]
  /** `chapter`, `question`, `identifier` …: results are told by it. */
  kind: string
  /** `episode`: too general for a library; searched inside its episode only. */
  scope: 'corpus' | 'episode'
  /** Share of the query's content words that are said in the labelled range; null when unknown. */
  overlap: number | null
}

export interface EvalSet {
  /** Name of the file or of the bundled set. */
  name: string
  queries: EvalQuery[]
}

export interface QueryChoice {
  scope: 'corpus' | 'episode' | 'all'
  /** Every n-th of what is left, the first included; 1 for all. */
  every: number
}

/** In their order. */
export function chooseQueries(queries: readonly EvalQuery[], { scope, every }: QueryChoice): EvalQuery[] {
  return queries
    .filter((query) => scope === 'all' || query.scope === scope)
    .filter((_, index) => index % every === 0)
}
