import { isStopWord, stem } from './analyze.js'

/**
 * Which words of a library are made of others, in languages that write compounds as one word: who asks for `Säure` is
 * told of `Ameisensäure`. There is no word list: a part counts when the library uses it as a word of its own, so the
 * same library gives the same answers, in whatever order it was read.
 */

/** What may stand between two parts, by primary language subtag. */
const linksOf = new Map<string, readonly string[]>([
  ['de', ['', 's', 'es', 'n', 'en', 'ens', 'er', 'e']],
  ['nl', ['', 's', 'e', 'en', 'er']],
])

/** Shorter parts are in too many words by chance: `Rat` in `Rate`, `Tal` in `Total`. Of the word; its stem may have one less. */
const minPartLetters = 4
const minStemLetters = 3
/** A first part that the library does not use as a word is told by its link, when it is so long with it. */
const minLinkedLetters = 6
/** Longer words are data; so are tokens of the index. */
const maxLetters = 64
/** More words are not taken apart for one, the most frequent ones: `isch` ends thousands of which few are compounds. */
const maxTakenApart = 400

/** Prefixes of verbs and nouns that are words by themselves: a `Nachfrage` is no question. Others are stop words. */
const prefixes = new Set(
  'fort heim heraus herum hinaus hinter miss nieder vorbei voran voraus wider wieder zurück zusammen'
    .split(' ')
    .map((prefix) => prefix.replace('ü', 'u')),
)

/** With which verbs are made of others: `einlegen`, `gespült`. */
const particles =
  'ab an auf aus be bei ein ent er ge her hin los mit nach uber um unter ver vor weg zer zu'.split(' ')

/** A compound by its two halves, each in a form that the index has. */
export interface CompoundParts {
  head: string
  tail: string
}

/** How a word stands at the beginning and at the end of a compound. */
interface Ends {
  start: string
  end: string
}

export class CompoundTable {
  readonly #language: string
  readonly #links: readonly string[]
  readonly #passagesOf: (form: string) => number
  /** All forms of the language: of another one a form is no part. */
  readonly #forms = new Set<string>()
  /** By as many of their first letters as a part has at least, */
  readonly #byStart = new Map<string, Set<string>>()
  /** and of their last ones. */
  readonly #byEnd = new Map<string, Set<string>>()

  /** Null for a language that writes the parts of compounds apart. @param passagesOf how many hold a form now */
  static of(language: string, passagesOf: (form: string) => number): CompoundTable | null {
    const links = linksOf.get(language)
    return links ? new CompoundTable(language, links, passagesOf) : null
  }

  private constructor(language: string, links: readonly string[], passagesOf: (form: string) => number) {
    this.#language = language
    this.#links = links
    this.#passagesOf = passagesOf
  }

  /** A form of the index; one that no passage holds any more may stay. Cost: constant. */
  add(form: string): void {
    if (form.length < minStemLetters || !/^\p{L}+$/u.test(form)) return
    this.#forms.add(form)
    if (form.length < minPartLetters + minStemLetters) return
    enter(this.#byStart, form.slice(0, minPartLetters), form)
    enter(this.#byEnd, form.slice(-minStemLetters), form)
  }

  /** Forms of the compounds that begin or end with the word, those in most passages first, ties by the alphabet. */
  holdersOf(word: string, max: number): string[] {
    const ends = this.#endsOf(word)
    if (!ends) return []
    const candidates = [...new Set(this.#formsWith(ends))]
      .map((each) => ({ each, passages: this.#passagesOf(each) }))
      .filter(({ passages }) => passages > 0)
      .sort((a, b) => b.passages - a.passages || (a.each < b.each ? -1 : 1))
    // Taking a word apart costs more than all before: no more of them than are asked for.
    const holders: string[] = []
    for (const { each } of candidates.slice(0, maxTakenApart)) {
      if (holders.length >= max) break
      if (this.#isCompound(each, ends)) holders.push(each)
    }
    return holders
  }

  /**
   * The two words of which a word is made: known ones, those whose rarer one is in most passages; of a word that the library
   * lacks at least one, the longest. Null for a word that is not made of any.
   * @param isKnown whether the library has the word, in whatever language: `spending` is no `Ding`
   */
  partsOf(word: string, isKnown: boolean): CompoundParts | null {
    const form = stem(word, this.#language)
    let best: CompoundParts | null = null
    let most = 0
    for (let at = minPartLetters; at <= form.length - minStemLetters; at++) {
      const [start, tail] = [form.slice(0, at), form.slice(at)]
      const letters = word.length - at
      const [head, isTail] = [this.#findHead(start), this.#isWord(tail, letters)]
      const passages = head === null || !isTail ? 0 : Math.min(this.#passagesOf(head), this.#passagesOf(tail))
      // Any number of passages is more than a length.
      const knownLetters =
        isKnown || letters < minPartLetters ? 0 : head ? start.length : isTail ? letters : 0
      const worth = passages > 0 ? maxLetters + passages : Math.min(maxLetters, knownLetters)
      if (worth > most) [best, most] = [{ head: head ?? start, tail }, worth]
    }
    return best
  }

  /** Whether a word is made of known ones, or known as a part of some: it is no misspelling, though no text may hold it. */
  explains(word: string): boolean {
    if (this.#isHeld(word)) return true
    const form = stem(word, this.#language)
    const isDerived = particles.some(
      (particle) =>
        form.startsWith(particle) && this.#isWord(form.slice(particle.length), word.length - particle.length),
    )
    if (isDerived) return true
    // Of known words alone, as of a known word.
    return this.partsOf(word, true) !== null
  }

  /** As what a compound begins and ends with; null for a word that is too short for a part, or too small. */
  #endsOf(word: string): Ends | null {
    const form = stem(word, this.#language)
    if (word.length < minPartLetters || form.length < minStemLetters || isStopWord(word, this.#language))
      return null
    // The stem of `Daten` is too short to begin a word with.
    return { start: form.length < minPartLetters ? word : form, end: form }
  }

  /** Those that begin or end with it, compounds or not; some twice. */
  *#formsWith({ start, end }: Ends): Generator<string> {
    for (const form of this.#byStart.get(start.slice(0, minPartLetters)) ?? [])
      if (form.startsWith(start)) yield form
    for (const form of this.#byEnd.get(end.slice(-minStemLetters)) ?? []) if (form.endsWith(end)) yield form
  }

  /** Whether it is in any compound. */
  #isHeld(word: string): boolean {
    const ends = this.#endsOf(word)
    if (!ends) return false
    let taken = 0
    for (const form of this.#formsWith(ends)) {
      if (this.#passagesOf(form) === 0) continue
      if (this.#isCompound(form, ends)) return true
      if (++taken >= maxTakenApart) return false
    }
    return false
  }

  /** @param tail what it stands before */
  #isHead(start: string, tail: string): boolean {
    if (prefixes.has(start)) return false
    // `Ameise` need not be a word of the library for `Ameisensäure`; but `ier` ends foreign verbs: `orientiert`.
    const isLinked = start.length >= minLinkedLetters && /(?:en|s)$/.test(start) && !tail.endsWith('ier')
    return isLinked || this.#findHead(start) !== null
  }

  /** Whether it begins with `start` or ends with `end`, and the rest is a word as well. */
  #isCompound(form: string, { start, end }: Ends): boolean {
    if (form.startsWith(start) && this.#isTail(form.slice(start.length))) return true
    return form.length > end.length && form.endsWith(end) && this.#isHead(form.slice(0, -end.length), end)
  }

  /** What is left of a compound behind its first part, the link included. */
  #isTail(rest: string): boolean {
    return this.#links.some(
      (link) => rest.startsWith(link) && this.#isWord(rest.slice(link.length), rest.length - link.length),
    )
  }

  /** The form of a compound's first part, its link taken off; null when it is no word. */
  #findHead(start: string): string | null {
    if (start.length < minPartLetters || prefixes.has(start)) return null
    let best: string | null = null
    for (const link of this.#links) {
      if (!start.endsWith(link)) continue
      const bare = start.slice(0, start.length - link.length)
      for (const form of [bare, stem(bare, this.#language)])
        if (this.#isWord(form, start.length) && this.#passagesOf(form) > this.#passagesOf(best ?? ''))
          best = form
    }
    return best
  }

  /** @param letters of the word that has the form, about */
  #isWord(form: string, letters: number): boolean {
    return (
      letters >= minPartLetters &&
      form.length >= minStemLetters &&
      !isStopWord(form, this.#language) &&
      this.#forms.has(form) &&
      this.#passagesOf(form) > 0
    )
  }
}

function enter(forms: Map<string, Set<string>>, key: string, form: string): void {
  const known = forms.get(key)
  if (known) known.add(form)
  else forms.set(key, new Set([form]))
}
