/** Where each passage stands: its document, and which passages stand beside it. In memory, by label. */
export class PassageMap {
  readonly #documents = new Map<string, Map<number, number>>()
  readonly #places = new Map<number, { documentId: string; ordinal: number }>()

  add(label: number, documentId: string, ordinal: number): void {
    const labels = this.#documents.get(documentId) ?? new Map<number, number>()
    labels.set(ordinal, label)
    this.#documents.set(documentId, labels)
    this.#places.set(label, { documentId, ordinal })
  }

  remove(label: number): void {
    const place = this.#places.get(label)
    if (!place) return
    this.#places.delete(label)
    const labels = this.#documents.get(place.documentId)
    // Another may have taken its place already.
    if (labels?.get(place.ordinal) === label) labels.delete(place.ordinal)
    if (labels?.size === 0) this.#documents.delete(place.documentId)
  }

  documentOf(label: number): string | undefined {
    return this.#places.get(label)?.documentId
  }

  /** The labels directly before and after; undefined where there is none. */
  neighboursOf(label: number): [before: number | undefined, after: number | undefined] {
    const place = this.#places.get(label)
    const labels = place && this.#documents.get(place.documentId)
    return place && labels
      ? [labels.get(place.ordinal - 1), labels.get(place.ordinal + 1)]
      : [undefined, undefined]
  }
}
