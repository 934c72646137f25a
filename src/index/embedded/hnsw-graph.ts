import hnswlib from 'hnswlib-node'

/**
 * hnswlib-node with its traps fenced: it takes plain arrays only, does not grow by itself, forgets `ef` on loading,
 * aborts the process when a filter throws, loads files of another shape silently, and is never given a label twice.
 * A graph only proposes labels: what it says about distance is computed again from the vectors by whoever asks.
 */

/** Neighbours a node: 16 costs 1.7 kB a vector of 384 dimensions; 32 is a third slower to build for what `ef` buys too. */
export const graphNeighbours = 16
/** Candidates while building. 200 finds 1–2% more of the true neighbours than 100 and builds as fast. */
const buildEf = 200
/** The inner product of unit vectors is their cosine. */
export const graphSpace = 'ip'
/** The same graph for the same labels in the same order. */
const randomSeed = 100
const minCapacity = 8_192
/** A resize copies the whole graph: seldom, at the price of at most this share of unused memory. */
const growth = 1.5

export class HnswGraph {
  readonly #graph: hnswlib.HierarchicalNSW
  readonly #labels: Set<number>
  #maxLabel: number

  private constructor(graph: hnswlib.HierarchicalNSW, labels: Set<number>) {
    this.#graph = graph
    this.#labels = labels
    this.#maxLabel = 0
    for (const label of labels) this.#maxLabel = Math.max(this.#maxLabel, label)
  }

  static create(dimensions: number, capacity = 0): HnswGraph {
    const graph = new hnswlib.HierarchicalNSW(graphSpace, dimensions)
    graph.initIndex({
      maxElements: Math.max(minCapacity, Math.ceil(capacity * growth)),
      m: graphNeighbours,
      efConstruction: buildEf,
      randomSeed,
    })
    return new HnswGraph(graph, new Set())
  }

  /**
   * Off this thread. Only for a file whose dimensions are known to be these: hnswlib reads any other into nonsense.
   * @throws {Error} when the file is cut short, or holds no graph
   */
  static async load(path: string, dimensions: number): Promise<HnswGraph> {
    const graph = new hnswlib.HierarchicalNSW(graphSpace, dimensions)
    await graph.readIndex(path)
    return new HnswGraph(graph, new Set(graph.getIdsList()))
  }

  /** Of all labels ever added. */
  get size(): number {
    return this.#labels.size
  }

  get maxLabel(): number {
    return this.#maxLabel
  }

  labels(): IterableIterator<number> {
    return this.#labels.values()
  }

  has(label: number): boolean {
    return this.#labels.has(label)
  }

  /** @throws {RangeError} for a label that was added before: hnswlib would move it and damage the graph */
  add(label: number, unit: Float32Array): void {
    if (this.#labels.has(label)) throw new RangeError(`label ${label} is in the graph already`)
    const capacity = this.#graph.getMaxElements()
    if (this.#labels.size >= capacity) this.#graph.resizeIndex(Math.ceil(capacity * growth))
    this.#graph.addPoint(Array.from(unit), label)
    this.#labels.add(label)
    this.#maxLabel = Math.max(this.#maxLabel, label)
  }

  /**
   * At most `count` labels near a unit vector, best first.
   * @param allows must not throw: the process would end
   * @param ef candidates kept on the way; more finds more and costs in proportion
   */
  search(unit: Float32Array, count: number, ef: number, allows: (label: number) => boolean): number[] {
    const possible = Math.min(count, this.#labels.size)
    if (possible === 0) return []
    this.#graph.setEf(Math.max(ef, possible))
    return this.#graph.searchKnn(Array.from(unit), possible, allows).neighbors
  }

  /** Off this thread; nothing may be added meanwhile. Tells nothing of failure: the file has to be checked. */
  async write(path: string): Promise<void> {
    await this.#graph.writeIndex(path)
  }
}
