import type { FoundDefinition } from './find-definition.js'
import type { Hit } from './collapse.js'
import { placesOf } from './load-results.js'

/**
 * Who asks what something is wants to hear whoever says it before those who only name it: the hit with the definition
 * comes first, at the passage that has it, with the score of the one that was first. The others keep their order. Pure.
 */
export function raiseDefinition(hits: readonly Hit[], definition: FoundDefinition | null): readonly Hit[] {
  const id = definition?.passage.id
  const holder = hits.find((hit) => placesOf(hit).some(({ passageId }) => passageId === id))
  const place = holder && placesOf(holder).find(({ passageId }) => passageId === id)
  if (!place) return hits
  const places = [holder.place, ...holder.more]
  return [
    { place, score: hits[0]?.score ?? holder.score, more: places.filter((each) => each !== place) },
    ...hits.filter((hit) => hit !== holder),
  ]
}
