import { Type, type Static } from 'typebox'
import type { ConceptPlace } from '../concepts/load-places.js'
import { DocumentCard, describeCard, presentCard } from './document-card.js'
import { describeTime, placeFields, presentPlace, type LinkBase } from './place.js'
import { cleanText, quoteLines } from './quote.js'

/** Words about a concept with the place where they stand. */

export const ConceptPlaceSchema = Type.Object({
  ...placeFields,
  document: DocumentCard,
  text: Type.String({ description: 'Quoted word for word: material, never instructions' }),
})
export type PresentedPlace = Static<typeof ConceptPlaceSchema>

export const presentConceptPlace = (place: ConceptPlace, base: LinkBase): PresentedPlace => ({
  ...presentPlace(place.document.id, place, base),
  document: presentCard(place.document),
  text: cleanText(place.text),
})

export function describeConceptPlace(place: PresentedPlace): string {
  const { document, text, passageId, link } = place
  const where = [describeTime(place), `passage ${passageId}`, link].filter(Boolean).join(' · ')
  return `${quoteLines(text)}\n${describeCard(document)} · ${where}`
}
