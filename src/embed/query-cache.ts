/** The vectors of the latest queries, by text: paging, sorting and typing back and forth ask for the same one again. */
export class QueryCache {
  readonly #vectors = new Map<string, Promise<Float32Array>>()

  constructor(private readonly maxQueries: number) {}

  /** Equal texts under way share one call; one that failed is forgotten. Every caller gets a copy of its own. */
  async find(text: string, embed: () => Promise<Float32Array>): Promise<Float32Array> {
    const known = this.#vectors.get(text)
    const vector = known ?? embed()
    this.#vectors.delete(text)
    this.#vectors.set(text, vector)
    const [oldest] = this.#vectors.keys()
    if (this.#vectors.size > this.maxQueries && oldest !== undefined) this.#vectors.delete(oldest)
    try {
      return (await vector).slice()
    } catch (error) {
      if (this.#vectors.get(text) === vector) this.#vectors.delete(text)
      throw error
    }
  }
}
