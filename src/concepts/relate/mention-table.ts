/** All mentions of a library in columns: they are walked through many times, which objects make ten times slower. */

/** A passage with mentions. */
export interface MentionPlace {
  documentId: string
  passageId: string
  ordinal: number
  anchor: string | null
}

/** One row a mention: documents by date, then by ordinal, then by concept. */
export interface MentionTable {
  size: number
  /** Position of the concept. */
  concept: Uint32Array
  count: Uint32Array
  strength: Float64Array
  focus: Float64Array
  quality: Float64Array
  /** Place in `places`. */
  place: Uint32Array
  places: readonly MentionPlace[]
  /** Place → its first mention; one more at the end. */
  starts: Uint32Array
}

/** A table that grows, up to a size that is known. */
export class MentionRows {
  size = 0
  readonly concept: Uint32Array
  readonly count: Uint32Array
  readonly strength: Float64Array
  readonly focus: Float64Array
  readonly quality: Float64Array
  readonly place: Uint32Array
  readonly #starts: number[] = []

  constructor(capacity: number) {
    this.concept = new Uint32Array(capacity)
    this.count = new Uint32Array(capacity)
    this.strength = new Float64Array(capacity)
    this.focus = new Float64Array(capacity)
    this.quality = new Float64Array(capacity)
    this.place = new Uint32Array(capacity)
  }

  /** What is added from here on is of the next place. @returns its first mention */
  openPlace(): number {
    this.#starts.push(this.size)
    return this.size
  }

  add(concept: number, count: number, strength: number, focus: number): void {
    const at = this.size++
    this.place[at] = this.#starts.length - 1
    this.concept[at] = concept
    this.count[at] = count
    this.strength[at] = strength
    this.focus[at] = focus
  }

  join(at: number, count: number, strength: number, focus: number): void {
    this.count[at] = (this.count[at] as number) + count
    this.strength[at] = Math.max(this.strength[at] as number, strength)
    this.focus[at] = Math.max(this.focus[at] as number, focus)
  }

  finish(places: readonly MentionPlace[]): MentionTable {
    const { size } = this
    return {
      size,
      places,
      concept: this.concept.subarray(0, size),
      count: this.count.subarray(0, size),
      strength: this.strength.subarray(0, size),
      focus: this.focus.subarray(0, size),
      quality: this.quality.subarray(0, size),
      place: this.place.subarray(0, size),
      starts: Uint32Array.from([...this.#starts, size]),
    }
  }
}

/** The table without the mentions of some concepts. */
export function omitConcepts(table: MentionTable, isOmitted: (concept: number) => boolean): MentionTable {
  const rows = new MentionRows(table.size)
  for (let place = 0; place < table.places.length; place++) {
    rows.openPlace()
    for (let at = table.starts[place] as number; at < (table.starts[place + 1] as number); at++) {
      const concept = table.concept[at] as number
      if (isOmitted(concept)) continue
      rows.quality[rows.size] = table.quality[at] as number
      rows.add(concept, table.count[at] as number, table.strength[at] as number, table.focus[at] as number)
    }
  }
  return rows.finish(table.places)
}

/** Things by number: those of `each` are `items` from `starts[each]` to `starts[each + 1]`. */
export interface Grouped {
  starts: Uint32Array
  items: Uint32Array
}

/** Items grouped by what they belong to, in their order. @param groupOf each item → its group */
export function groupItems(groupOf: Uint32Array, groups: number): Grouped {
  const starts = new Uint32Array(groups + 1)
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1
  for (let group = 0; group < groups; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number)
  const next = starts.slice()
  const items = new Uint32Array(groupOf.length)
  for (let item = 0; item < groupOf.length; item++) {
    const group = groupOf[item] as number
    const at = next[group] as number
    items[at] = item
    next[group] = at + 1
  }
  return { starts, items }
}
