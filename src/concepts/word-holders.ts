/** Word → documents that may hold it: where a name is looked for, and where it need not be. */

/** As JSON can hold it: words, and of each the places of its documents, each as the distance from the one before. */
export interface HolderSnapshot {
  documentIds: string[]
  words: string[]
  holders: number[][]
}

export class WordHolders {
  /** A document that is taken out leaves its place, so that no list of a word is touched. */
  readonly #documentIds: (string | null)[] = []
  readonly #places = new Map<string, number>()
  /** Lists, since sets of a million entries take three times as long to fill. */
  readonly #holders = new Map<string, number[]>()

  add(documentId: string, words: Iterable<string>): void {
    const place = this.#documentIds.push(documentId) - 1
    this.#places.set(documentId, place)
    for (const word of words) {
      const holders = this.#holders.get(word)
      if (!holders) this.#holders.set(word, [place])
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
    const holders = words.map((word) => this.#holders.get(word) ?? [])
    const [rarest = [], ...others] = holders.sort((a, b) => a.length - b.length)
    return others
      .reduce(intersect, rarest)
      .map((place) => this.#documentIds[place] ?? null)
      .filter((id) => id !== null)
  }

  snapshot(): HolderSnapshot {
    const places = new Map([...this.#places.values()].map((place, at) => [place, at]))
    const renumbered = this.#documentIds.map((_, place) => places.get(place) ?? -1)
    const words: string[] = []
    const holders: number[][] = []
    for (const [word, all] of this.#holders) {
      const steps: number[] = []
      let last = 0
      for (const place of all) {
        const at = renumbered[place] as number
        if (at < 0) continue
        steps.push(at - last)
        last = at
      }
      if (steps.length === 0) continue
      words.push(word)
      holders.push(steps)
    }
    return { documentIds: [...this.#places.keys()], words, holders }
  }

  /** @param snapshot of another one; this one is empty */
  restore({ documentIds, words, holders }: HolderSnapshot): void {
    for (const documentId of documentIds) this.add(documentId, [])
    for (const [at, word] of words.entries()) {
      let place = 0
      this.#holders.set(
        word,
        (holders[at] ?? []).map((step) => (place += step)),
      )
    }
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
