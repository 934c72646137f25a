/** Word → documents that may hold it: where a name is looked for, and where it need not be. */

/** As it is kept: the places of the documents of each word, one word after the other, ascending. */
export interface HolderSnapshot {
  documentIds: string[]
  words: string[]
  /** Of each word where its places begin; one more at the end. */
  starts: Int32Array
  places: Int32Array
}

const nothing: HolderSnapshot = {
  documentIds: [],
  words: [],
  starts: Int32Array.of(0),
  places: new Int32Array(),
}

export class WordHolders {
  /** A document that is taken out leaves its place, so that no list of a word is touched. */
  readonly #documentIds: (string | null)[] = []
  readonly #places = new Map<string, number>()
  /** What was restored, and where each word stands in it. */
  #restored = nothing
  readonly #wordsRestored = new Map<string, number>()
  /** What was added since. Lists, since sets of a million entries take three times as long to fill. */
  readonly #added = new Map<string, number[]>()

  add(documentId: string, words: Iterable<string>): void {
    const place = this.#documentIds.push(documentId) - 1
    this.#places.set(documentId, place)
    for (const word of words) {
      const holders = this.#added.get(word)
      if (!holders) this.#added.set(word, [place])
      else if (holders.at(-1) !== place) holders.push(place)
    }
  }

  remove(documentId: string): void {
    const place = this.#places.get(documentId)
    if (place !== undefined) this.#documentIds[place] = null
    this.#places.delete(documentId)
  }

  /** Documents that hold all of the words, in the order they were added. */
  find(words: readonly string[]): string[] {
    const holders = words.map((word) => this.#placesOf(word))
    const [rarest = [], ...others] = holders.sort((a, b) => a.length - b.length)
    return others
      .reduce(intersect, rarest)
      .map((place) => this.#documentIds[place] ?? null)
      .filter((id) => id !== null)
  }

  snapshot(): HolderSnapshot {
    const live = new Map([...this.#places.values()].map((place, at) => [place, at]))
    const words: string[] = []
    const starts = [0]
    const places: number[] = []
    for (const word of new Set([...this.#wordsRestored.keys(), ...this.#added.keys()])) {
      for (const place of this.#placesOf(word)) {
        const at = live.get(place)
        if (at !== undefined) places.push(at)
      }
      if (places.length === starts.at(-1)) continue
      words.push(word)
      starts.push(places.length)
    }
    return {
      documentIds: [...this.#places.keys()],
      words,
      starts: Int32Array.from(starts),
      places: Int32Array.from(places),
    }
  }

  /** @param snapshot of another one; this one is empty */
  restore(snapshot: HolderSnapshot): void {
    for (const documentId of snapshot.documentIds) this.add(documentId, [])
    for (const [at, word] of snapshot.words.entries()) this.#wordsRestored.set(word, at)
    this.#restored = snapshot
  }

  #placesOf(word: string): number[] {
    const at = this.#wordsRestored.get(word)
    const added = this.#added.get(word) ?? []
    if (at === undefined) return added
    const { starts, places } = this.#restored
    return [...places.subarray(starts[at], starts[at + 1]), ...added]
  }
}

/** @param few and @param many each in ascending order */
function intersect(few: readonly number[], many: readonly number[]): number[] {
  let at = 0
  return few.filter((place) => {
    while (at < many.length && (many[at] as number) < place) at++
    return many[at] === place
  })
}
