import type { StoredRepeatGroup, StoredRepeatPlace } from '../../catalog/repeat-store.js'
import type { Measure } from './compare-spans.js'
import { findFrames } from './find-frames.js'
import { isFramed, isFramedInOtherWords } from './is-framed.js'
import { findReworded } from './find-reworded.js'
import { findVerbatim } from './find-verbatim.js'
import { groupPairs, type PairGroup } from './group-pairs.js'
import { lengthOf, type RepeatText, type Span } from './repeat-text.js'

/** Everything that is told in several places of a library, most useful first. */

/** A recording or post of which another one holds so much is the same one in another place. */
const sameDocumentShare = 0.6

export type Companions = ReadonlyMap<string, ReadonlySet<string>>

/** @param companions of each document, by id @param onStep told what comes next */
export function buildRepeats(
  measure: Measure,
  companions: Companions,
  onStep: (step: string) => void = () => undefined,
): StoredRepeatGroup[] {
  const { text } = measure
  onStep('frames')
  const frames = findFrames(text)
  onStep('verbatim')
  const verbatim = findVerbatim(text)
  onStep('reworded')
  const reworded = findReworded(measure, (sentence) => frames[sentence] === 1, verbatim)
  onStep('groups')
  const toGroup = (kind: StoredRepeatGroup['kind']) => (group: PairGroup) => {
    const stored: StoredRepeatGroup = {
      kind,
      companion: isOfCompanions(group, text, companions),
      template: isFramed(group, text, frames) || (kind === 'reworded' && isFramedInOtherWords(group, text)),
      places: [{ span: group.centre, likeness: 1 }, ...group.others].map(({ span, likeness }) => ({
        ...toPlace(span, text),
        likeness: Math.round(likeness * 1000) / 1000,
      })),
    }
    return { stored, usefulness: usefulnessOf(stored, lengthOf(text.wordsOf(group.centre)), text) }
  }
  return [
    ...groupPairs(verbatim, text).map(toGroup('verbatim')),
    ...groupPairs(reworded, text).map(toGroup('reworded')),
  ]
    .sort((a, b) => b.usefulness - a.usefulness)
    .map(({ stored }) => stored)
}

/**
 * What an editor can do most with: told at length, in many documents, and years apart; what is one post and its
 * recording is known, and what frames documents is nothing.
 */
function usefulnessOf(group: StoredRepeatGroup, words: number, text: RepeatText): number {
  const documents = new Set(group.places.map(({ documentId }) => documentId))
  const sources = new Set(group.places.map(({ sourceId }) => sourceId))
  const dates = text.documents
    .filter(({ id }) => documents.has(id))
    .map(({ publishedAt }) => (publishedAt === null ? NaN : Date.parse(publishedAt)))
    .filter((ms) => !Number.isNaN(ms))
  const yearsApart = dates.length > 1 ? (Math.max(...dates) - Math.min(...dates)) / 31_557_600_000 : 0
  const told = Math.log2(Math.max(1, documents.size)) + 0.5
  const strength =
    group.places.slice(1).reduce((sum, { likeness }) => sum + likeness, 0) / (group.places.length - 1)
  const usefulness =
    told *
    Math.log2(Math.max(2, words)) *
    strength *
    (1 + Math.min(2, yearsApart) / 4) *
    (sources.size > 1 ? 1.25 : 1)
  return group.template ? usefulness - 200 : group.companion ? usefulness - 100 : usefulness
}

export function toPlace(span: Span, text: RepeatText): Omit<StoredRepeatPlace, 'likeness'> {
  const sentences = text.sentences.slice(span.from, span.to)
  const document = text.documents[sentences[0]?.document ?? 0]
  return {
    documentId: document?.id ?? '',
    sourceId: document?.sourceId ?? '',
    passageIds: [...new Set(sentences.map(({ passageId }) => passageId))],
    from: sentences[0]?.at ?? 0,
    last: sentences.at(-1)?.at ?? 0,
  }
}

function isOfCompanions({ centre, others }: PairGroup, text: RepeatText, companions: Companions): boolean {
  const documentOf = (span: Span) => text.documents[text.sentences[span.from]?.document ?? 0]
  const central = documentOf(centre)
  if (!central) return false
  return others.every(({ span }) => {
    const other = documentOf(span)
    if (!other || other === central) return false
    if (companions.get(central.id)?.has(other.id)) return true
    return (
      lengthOf(centre) >= sameDocumentShare * lengthOf(central) &&
      lengthOf(span) >= sameDocumentShare * lengthOf(other)
    )
  })
}
