import type { IndexedText } from './inverted-index.js'

/** A passage as it is indexed, with its id. */
export interface IndexedPassage extends IndexedText {
  passageId: string
}

/** The passages of a chapter share one of these. */
export interface Titles {
  readonly language: string | null
  readonly title: string
  readonly chapter: string
}

export interface Place {
  readonly passageId: string
  readonly documentId: string
  readonly ordinal: number
  readonly titles: Titles
}

/** Where each passage stands: its document, its titles, and which passages stand beside it. In memory, by label. */
export class PassageMap {
  readonly #labels = new Map<string, number>()
  readonly #documents = new Map<string, Map<number, number>>()
  readonly #places = new Map<number, Place>()
  readonly #titles = new Map<string, { titles: Titles; passages: number }>()

  add({ label, passageId, documentId, ordinal, ...text }: IndexedPassage): void {
    const labels = this.#documents.get(documentId) ?? new Map<number, number>()
    labels.set(ordinal, label)
    this.#documents.set(documentId, labels)
    this.#labels.set(passageId, label)
    this.#places.set(label, { passageId, documentId, ordinal, titles: this.#shareTitles(text) })
  }

  remove(label: number): void {
    const place = this.#places.get(label)
    if (!place) return
    this.#places.delete(label)
    this.#leaveTitles(place.titles)
    // Another may have taken its place already.
    if (this.#labels.get(place.passageId) === label) this.#labels.delete(place.passageId)
    const labels = this.#documents.get(place.documentId)
    if (labels?.get(place.ordinal) === label) labels.delete(place.ordinal)
    if (labels?.size === 0) this.#documents.delete(place.documentId)
  }

  labelOf(passageId: string): number | undefined {
    return this.#labels.get(passageId)
  }

  placeOf(label: number): Place | undefined {
    return this.#places.get(label)
  }

  /** The labels directly before and after; undefined where there is none. */
  neighboursOf(label: number): [before: number | undefined, after: number | undefined] {
    const place = this.#places.get(label)
    const labels = place && this.#documents.get(place.documentId)
    return place && labels
      ? [labels.get(place.ordinal - 1), labels.get(place.ordinal + 1)]
      : [undefined, undefined]
  }

  #shareTitles({ language, title, chapter }: Titles): Titles {
    const titles = { language, title, chapter }
    const shared = this.#titles.get(keyOf(titles)) ?? { titles, passages: 0 }
    shared.passages++
    this.#titles.set(keyOf(titles), shared)
    return shared.titles
  }

  #leaveTitles(titles: Titles): void {
    const shared = this.#titles.get(keyOf(titles))
    if (!shared) return
    shared.passages--
    if (shared.passages === 0) this.#titles.delete(keyOf(titles))
  }
}

/** Folded words and subtags hold no line ends. */
const keyOf = ({ language, title, chapter }: Titles): string => `${language ?? ''}\n${title}\n${chapter}`
