import type { ConceptPresence, ConceptSide } from '../../catalog/coverage-store.js'

/** Which concepts are on one side only, and which were explained long ago and not since. Pure. */

export interface Gaps {
  /** In posts, never spoken about; those that are written about most first. */
  writtenOnly: ConceptPresence[]
  /** Spoken about, in no post; those that are spoken about most, and so most worth writing about, first. */
  spokenOnly: ConceptPresence[]
  /** Explained long ago and not since, though mentioned since; those first that were explained most, and are mentioned most since. */
  explainedLongAgo: ConceptPresence[]
}

export interface GapOptions {
  /** Date of the newest document: the library's own today, so that an archive has gaps too. */
  newestAt: string | null
  /** From how many months before it on an explanation is long ago. */
  months: number
}

/**
 * A name that falls once in each document is a phrase of the publisher's (`for the places Optech`), one that no passage is
 * about is a word of everybody's (`whatnot`, `low-hanging fruit`). So a concept counts here when it is explained, or some
 * document returns to it and some passage is about it. Chosen by reading the lists of two libraries.
 */
const minPeak = { spoken: 3, written: 2 } as const
const minFocus = 0.6
/** Passages beyond the first of each document. */
const minReturns = 2
/** The same as a share of the documents: who greets with a word does so in many, and seldom twice. */
const minReturnShare = 0.5
/** An explanation is worth this many mentions. */
const explanationWorth = 2
/** What is hardly mentioned any more needs no new explanation. */
const minDocumentsSince = 3

export function findGaps(presences: readonly ConceptPresence[], options: GapOptions): Gaps {
  return {
    writtenOnly: presences
      .filter((each) => each.spoken.passages === 0 && isTopic(each, 'written'))
      .sort(byWorth(({ written }) => worthOf(written))),
    spokenOnly: presences
      .filter((each) => each.written.passages === 0 && isTopic(each, 'spoken'))
      .sort(byWorth(({ spoken }) => worthOf(spoken))),
    explainedLongAgo: findLongAgo(presences, options),
  }
}

function isTopic(presence: ConceptPresence, name: 'spoken' | 'written'): boolean {
  const side = presence[name]
  if (side.explained > 0) return true
  return (
    side.peak >= minPeak[name] &&
    presence.focus >= minFocus &&
    returnsOf(side) >= minReturns &&
    returnsOf(side) >= minReturnShare * side.documents
  )
}

const returnsOf = ({ passages, documents }: ConceptSide): number => passages - documents
const worthOf = (side: ConceptSide): number => returnsOf(side) + explanationWorth * side.explained

function findLongAgo(
  presences: readonly ConceptPresence[],
  { newestAt, months }: GapOptions,
): ConceptPresence[] {
  if (newestAt === null) return []
  const border = monthsBefore(newestAt, months)
  return presences
    .filter(
      ({ lastExplainedAt, since, focus }) =>
        lastExplainedAt !== null &&
        lastExplainedAt < border &&
        since.documents >= minDocumentsSince &&
        focus >= minFocus,
    )
    .sort(
      byWorth(
        ({ spoken, written, since }) => (spoken.explained + written.explained) * Math.log(since.documents),
      ),
    )
}

const byWorth =
  (worth: (presence: ConceptPresence) => number) =>
  (a: ConceptPresence, b: ConceptPresence): number =>
    worth(b) - worth(a) || (a.slug < b.slug ? -1 : 1)

/** ISO 8601, as dates of documents are: they compare as text. */
export function monthsBefore(date: string, months: number): string {
  const at = new Date(date)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(day, lastDay))
  return at.toISOString()
}
