import type { KeyWord } from '../concept-key.js'
import type { TellingWords } from './said-as-written.js'

/** Finds names in texts. */

/** A name to look for. */
export interface SoughtName {
  key: string
  /** `RAG` is a name and `rag` is none. */
  needsCapital: boolean
  /** A word that is usual outside the field too: `the code` is one of many, where `the mempool` is what it is called. */
  isUsual: boolean
  /**
   * Of a name that is a word of everyday English (`attention`), words of which a passage must hold two for it to be the
   * idea; null where it always is.
   */
  context: ReadonlySet<string> | null
  /** What each section that explains it says. */
  sections: readonly TellingWords[]
}

/** Where a name stands: words [first, last] of the text. */
export interface FoundName {
  name: SoughtName
  first: number
  last: number
}

const neededContext = 2

interface Node {
  next: Map<string, Node>
  name: SoughtName | null
}

const newNode = (): Node => ({ next: new Map(), name: null })

export class NameMatcher {
  readonly #root = newNode()

  constructor(names: Iterable<SoughtName>) {
    for (const name of names) {
      let node = this.#root
      for (const word of name.key.split(' ')) {
        let next = node.next.get(word)
        if (!next) node.next.set(word, (next = newNode()))
        node = next
      }
      node.name = name
    }
  }

  /**
   * Leftmost, then longest, none inside another, in order. Cost: words × length of the longest name that begins there,
   * and once the words for each name with a context.
   * @param words of `text`
   * @param isHeading what stands in a heading is meant, whatever is around it
   */
  find(words: readonly KeyWord[], text: string, isHeading = false): FoundName[] {
    const found: FoundName[] = []
    let held: Set<string> | undefined
    const inContext = new Map<SoughtName, boolean>()
    const hasContext = (name: SoughtName, context: ReadonlySet<string>): boolean => {
      const known = inContext.get(name)
      if (known !== undefined) return known
      held ??= new Set(words.map((word) => word.key))
      const shared = [...held].filter((word) => word !== name.key && context.has(word))
      inContext.set(name, shared.length >= neededContext)
      return shared.length >= neededContext
    }
    const isMeant = (name: SoughtName, { from, to }: KeyWord): boolean => {
      if (name.needsCapital && !/\p{Lu}/u.test(text.slice(from, to))) return false
      return name.context === null || isHeading || hasContext(name, name.context)
    }
    for (let first = 0; first < words.length; first++) {
      let node: Node | undefined = this.#root
      let best: FoundName | null = null
      for (let last = first; last < words.length; last++) {
        node = node.next.get(words[last]?.key ?? '')
        if (!node) break
        if (node.name && isMeant(node.name, words[first] as KeyWord)) best = { name: node.name, first, last }
      }
      if (!best) continue
      found.push(best)
      first = best.last
    }
    return found
  }
}
