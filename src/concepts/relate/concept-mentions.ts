import type { ConceptMention } from '../../domain/concept.js'
import type { DocumentKind } from '../../domain/document.js'
import { keysOfNamed, type NamedConcept } from '../extract/evidence.js'
import { toTime, type MatchColumns } from '../match/match-columns.js'
import { MentionRows, type MentionTable, type MentionPlace } from './mention-table.js'

/** Names found in passages → mentions of concepts. */

/** A mention with what is needed to choose among them. */
export interface Mention extends Omit<ConceptMention, 'slug'> {
  /** Position of the concept in the list of concepts. */
  concept: number
  endMs: number | null
  anchor: string | null
  /** The sentence that says something about the concept; empty without one. */
  text: string
  /** 0 to 1: how good an explanation it is: strength, and how much the passage and those around it are about it. */
  quality: number
  kind: DocumentKind
}

export interface MatchedDocument {
  documentId: string
  kind: DocumentKind
  named: readonly NamedConcept[]
  matches: MatchColumns
}

export interface GatheredMentions extends MentionTable {
  /** Of each concept in how many documents it is mentioned. */
  documentCounts: Uint32Array
  /** Place of a document in the list of documents → its mentions, half-open. */
  rangeOf(document: number): [from: number, to: number]
  mentionAt(at: number): Mention
}

/** Passages before and after that count as being around one. */
const around = 2
/** Mentions around from which the talk is all about it. */
const fullDensity = 6

/**
 * In the order of the documents, then by ordinal, then by concept.
 * @param conceptOf key → position of its concept; matches of other keys are left out
 * @param concepts how many there are
 */
export function gatherMentions(
  documents: readonly MatchedDocument[],
  conceptOf: ReadonlyMap<string, number>,
  concepts: number,
): GatheredMentions {
  const rows = new MentionRows(documents.reduce((sum, { matches }) => sum + matches.key.length, 0))
  /** Of each mention the match that says most. */
  const matchOf = new Uint32Array(rows.concept.length)
  const isOpening = new Uint8Array(rows.concept.length)
  const starts: number[] = []
  const places: MentionPlace[] = []
  const documentOf: number[] = []
  const documentCounts = new Uint32Array(concepts)
  const measure = createQualityMeter(rows, documentCounts)
  for (const [at, document] of documents.entries()) {
    starts.push(rows.size)
    const { documentId, matches } = document
    const conceptAt = Int32Array.from(matches.keys, (key) => conceptOf.get(key) ?? -1)
    const opens = openSections(document, conceptOf)
    forEachPassage(matches, (passage, from, to) => {
      const { passageId, ordinal, anchor } = passage
      places.push({ documentId, passageId, ordinal, anchor })
      documentOf.push(at)
      const start = rows.openPlace()
      for (const row of sortRows(matches, conceptAt, from, to)) {
        const concept = conceptAt[matches.key[row] as number] as number
        const isFirst = opens !== null && matches.headed[row] === 1 && opens(concept, passage.anchor)
        const strength = isFirst ? 1 : (matches.strength[row] as number)
        const focus = isFirst ? 1 : (matches.focus[row] as number)
        const count = matches.count[row] as number
        const last = rows.size - 1
        if (last < start || rows.concept[last] !== concept) rows.add(concept, count, strength, focus)
        else {
          // Two names of one concept in one passage are one mention, by the sentence that says more.
          const isStronger = strength > (rows.strength[last] as number)
          rows.join(last, count, strength, focus)
          if (!isStronger) continue
        }
        matchOf[rows.size - 1] = row
        isOpening[rows.size - 1] = isFirst ? 1 : 0
      }
    })
    measure(starts[at] as number, places)
  }
  starts.push(rows.size)
  const table = rows.finish(places)
  return {
    ...table,
    documentCounts,
    rangeOf: (document) => [starts[document] ?? table.size, starts[document + 1] ?? table.size],
    mentionAt(at) {
      const place = table.place[at] as number
      const { documentId, passageId, ordinal, anchor } = places[place] as MentionPlace
      const { kind, matches } = documents[documentOf[place] as number] as MatchedDocument
      const row = matchOf[at] as number
      const opens = isOpening[at] === 1
      return {
        concept: table.concept[at] as number,
        documentId,
        kind,
        passageId,
        ordinal,
        startMs: toTime(matches.startMs[row] as number),
        endMs: toTime(matches.endMs[row] as number),
        anchor,
        sentence: opens ? 0 : (matches.sentence[row] as number),
        count: table.count[at] as number,
        strength: table.strength[at] as number,
        focus: table.focus[at] as number,
        text: opens ? '' : (matches.texts.get(row) ?? ''),
        quality: table.quality[at] as number,
      }
    },
  }
}

/** Whether a headed passage is the first of the section that explains a concept: once for each. Null without sections. */
function openSections(
  { named }: MatchedDocument,
  conceptOf: ReadonlyMap<string, number>,
): ((concept: number, anchor: string | null) => boolean) | null {
  const unopened = new Set(
    named
      .filter(({ sure }) => sure)
      .flatMap((each) => keysOfNamed(each).map((key) => `${conceptOf.get(key)} ${each.anchor}`)),
  )
  // Under the heading `Pong (a video game)` the post explains pong, and no video games.
  return unopened.size === 0
    ? null
    : (concept, anchor) => anchor !== null && unopened.delete(`${concept} ${anchor}`)
}

function forEachPassage(
  { passages, passage }: MatchColumns,
  visit: (passage: MatchColumns['passages'][number], from: number, to: number) => void,
): void {
  let from = 0
  for (let to = 1; to <= passage.length; to++) {
    const place = passage[from] as number
    if (to < passage.length && passage[to] === place) continue
    visit(passages[place] as MatchColumns['passages'][number], from, to)
    from = to
  }
}

/** Rows of one passage by concept, those of no concept left out. */
function sortRows({ key }: MatchColumns, conceptAt: Int32Array, from: number, to: number): number[] {
  const sorted: number[] = []
  const conceptOf = (row: number): number => conceptAt[key[row] as number] as number
  for (let row = from; row < to; row++) {
    const concept = conceptOf(row)
    if (concept < 0) continue
    let at = sorted.length
    for (; at > 0 && conceptOf(sorted[at - 1] as number) > concept; at--)
      sorted[at] = sorted[at - 1] as number
    sorted[at] = row
  }
  return sorted
}

/**
 * @param documentCounts of each concept, counted on
 * @returns sets the quality of the mentions of a document, from the given one to the last
 */
function createQualityMeter(rows: MentionRows, documentCounts: Uint32Array) {
  const { concept, count, strength, focus, quality, place } = rows
  const lastOf = new Int32Array(documentCounts.length).fill(-1)
  /** Of each mention the one before of its concept and document. */
  const before = new Int32Array(concept.length)
  const near = new Uint32Array(concept.length)
  return (from: number, places: readonly MentionPlace[]): void => {
    const ordinalOf = (at: number): number => (places[place[at] as number] as MentionPlace).ordinal
    for (let at = from; at < rows.size; at++) {
      const own = concept[at] as number
      const ordinal = ordinalOf(at)
      before[at] = lastOf[own] as number
      if (before[at] === -1) documentCounts[own] = (documentCounts[own] as number) + 1
      near[at] = count[at] as number
      for (
        let other = lastOf[own] as number;
        other >= 0 && ordinal - ordinalOf(other) <= around;
        other = before[other] as number
      ) {
        near[at] = (near[at] as number) + (count[other] as number)
        near[other] = (near[other] as number) + (count[at] as number)
      }
      lastOf[own] = at
    }
    for (let at = from; at < rows.size; at++) {
      lastOf[concept[at] as number] = -1
      const density = Math.min(1, (near[at] as number) / fullDensity)
      // A plain definition in passing goes before a vague one in the middle of the talk.
      quality[at] = (strength[at] as number) ** 2 * (0.6 + 0.2 * (focus[at] as number) + 0.2 * density)
    }
  }
}
