import type { RepeatGroup, RepeatsOf } from '../../../client/index.js'

/** What is told in several places, in words. */

/** `Nearly the same words, in 3 places`. */
export function describeGroup({
  kind,
  companion,
  placeCount,
}: Pick<RepeatGroup, 'kind' | 'companion' | 'placeCount'>): string {
  const how = kind === 'verbatim' ? 'Nearly the same words' : 'The same in other words'
  const of = companion && placeCount === 2 ? ', post and recording' : ''
  return `${how}, in ${placeCount.toLocaleString('en')} places${of}`
}

/** A clip that says what another one says, as a warning: what leads to it, and the words around that. */
export interface RepeatWarning {
  collectionId: string
  clipId: string
  /** Before the link. */
  text: string
  /** What the link says: the clip where it is in the same collection, the collection where it is in another. */
  link: string
}

/** A clip is warned of once, however many of its places are found. */
export function warnOfRepeats(
  { repeats }: Pick<RepeatsOf, 'repeats'>,
  collectionId: string,
): RepeatWarning[] {
  const told = new Map<string, RepeatWarning>()
  for (const { kind, place, clips } of repeats)
    for (const clip of clips) {
      if (told.has(clip.clipId)) continue
      const isHere = clip.collectionId === collectionId
      const how = kind === 'verbatim' ? 'Nearly the same words as' : 'Says the same as'
      const title = clip.clipTitle.trim() || place.document.title
      told.set(clip.clipId, {
        collectionId: clip.collectionId,
        clipId: clip.clipId,
        text: isHere ? `${how} another clip here, ` : `${how} a clip in another collection, `,
        link: isHere ? title : clip.collectionTitle,
      })
    }
  return [...told.values()]
}
