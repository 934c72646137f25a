import type { RepeatKind, StoredRepeatGroup } from '../../catalog/repeat-store.js'
import type { Measure } from './compare-spans.js'
import { findReworded } from './find-reworded.js'
import { findVerbatim } from './find-verbatim.js'
import { groupPairs, type PairGroup } from './group-pairs.js'
import { isFramed } from './is-framed.js'
import { rateUsefulness } from './rate-usefulness.js'
import { lengthOf, type RepeatText, type Span } from './repeat-text.js'
import { toPlace } from './to-place.js'

/** A recording or post of which another one holds so much is the same one in another place. */
const sameDocumentShare = 0.6

/** Ids of the companions of each document. */
export type Companions = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Everything that is told in several places of a library: in the same words, then in others, each gathered into groups.
 * Most useful first; what is known to be the same after the rest, and what frames documents last.
 */
export function buildRepeats(measure: Measure, companions: Companions): StoredRepeatGroup[] {
  const { text, frames } = measure
  const verbatim = findVerbatim(text)
  const reworded = findReworded(measure, verbatim)
  const describe = (kind: RepeatKind) => (group: PairGroup) => ({
    usefulness: rateUsefulness(group, text),
    group: {
      kind,
      companion: isOfCompanions(group, text, companions),
      template: isFramed(group, text, frames),
      places: [{ span: group.centre, likeness: 1 }, ...group.others].map(({ span, likeness }) => ({
        ...toPlace(span, text),
        likeness: Math.round(likeness * 1000) / 1000,
      })),
    } satisfies StoredRepeatGroup,
  })
  return [
    ...groupPairs(verbatim, text).map(describe('verbatim')),
    ...groupPairs(reworded, text).map(describe('reworded')),
  ]
    .sort(
      (a, b) =>
        Number(a.group.template) - Number(b.group.template) ||
        Number(a.group.companion) - Number(b.group.companion) ||
        b.usefulness - a.usefulness,
    )
    .map(({ group }) => group)
}

/** Each of the others is in a companion of the centre's document, or that document once more. */
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
