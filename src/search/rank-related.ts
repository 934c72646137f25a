import type { PassagePlace, StoredPassage } from '../catalog/catalog.js'
import { dropRepeats } from './drop-repeats.js'

/** What the searches for the parts of a document found → the documents that are related to it. Pure. */

export interface EmbeddedPassage {
  passage: StoredPassage
  vector: Float32Array
}

/** The best passage of one document for one search. */
export interface Finding {
  place: PassagePlace
  /** How much nearer it is than the last passage found, in cosine. */
  nearness: number
  /** Index of the own passage that was looked for; null for the document as a whole. */
  probe: number | null
}

/** What the document says word for word itself tells nothing, unless a companion quotes it. */
export function leaveOutOwnWords(
  findings: readonly Finding[],
  {
    own,
    companions,
    passageOf,
  }: {
    own: readonly EmbeddedPassage[]
    companions: ReadonlySet<string>
    passageOf: ReadonlyMap<string, StoredPassage>
  },
): Finding[] {
  const ownPassages = own.map(({ passage }) => passage)
  const ownIds = new Set(ownPassages.map(({ id }) => id))
  const groups = dropRepeats([...ownPassages, ...passageOf.values()], ({ text }) => text)
  const repeating = new Set(
    groups.filter(({ kept }) => ownIds.has(kept.id)).flatMap(({ repeats }) => repeats.map(({ id }) => id)),
  )
  return findings.filter(({ place }) => companions.has(place.documentId) || !repeating.has(place.passageId))
}

export interface DocumentMatch {
  documentId: string
  score: number
  companion: boolean
  /** The finding that stands out most among those of its search. */
  best: Finding
}

/** Companions first, then by score; ties by document id. */
export function rankDocuments(
  findings: readonly Finding[],
  companions: ReadonlySet<string>,
): DocumentMatch[] {
  const matches = new Map<string, DocumentMatch>()
  for (const finding of findings) {
    const { documentId } = finding.place
    const match = matches.get(documentId)
    if (!match)
      matches.set(documentId, {
        documentId,
        score: finding.nearness,
        companion: companions.has(documentId),
        best: finding,
      })
    else {
      match.score += finding.nearness
      if (isClearer(finding, match.best)) match.best = finding
    }
  }
  return [...matches.values()].sort(
    (a, b) =>
      Number(b.companion) - Number(a.companion) ||
      b.score - a.score ||
      (a.documentId < b.documentId ? -1 : 1),
  )
}

/** A passage near to a passage tells more than one that is near to everything. */
function isClearer(finding: Finding, than: Finding): boolean {
  if ((finding.probe === null) !== (than.probe === null)) return finding.probe !== null
  return finding.nearness > than.nearness
}
