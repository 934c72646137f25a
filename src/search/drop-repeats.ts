/**
 * The same words said again: trailers, sponsor reads, intros, one episode in two feeds. Passages of it are cut at other
 * sentences each time, so what counts is how much of one is said in those before it, wherever their borders lie.
 */

/** Words in a row that make one shingle (Broder 1997): five are rarely the same by chance. */
const shingleWords = 5
/**
 * Chosen by reading on 16,000 passages of a show with sponsors: where .7 was the same, the groups looked at were intros,
 * outros and sponsors' reads; at .5 to .6 the rest is often talk of its own.
 */
const repeatedShare = 0.7

export interface RepeatGroup<Candidate> {
  /** The first, so the best scored, of those that say the same. */
  kept: Candidate
  /** The others, in their order. */
  repeats: Candidate[]
}

/**
 * Joins each candidate to the earlier one that says most of the same, when at least .7 of its shingles are in those kept
 * before it. Which was published first does not matter: all lead to the same words, and the first is the one that fits
 * the query with its surroundings. Not symmetric on purpose: a short excerpt below the whole passage is dropped, the
 * whole passage below a short excerpt of it has more to say and stays. Order is kept; a candidate without words is
 * no repeat. Cost: linear in the text, about 40 µs a passage of 100 words. Each page of one search must be given the
 * same candidates, or the pages would not fit together.
 * @param candidates best first
 */
export function dropRepeats<Candidate>(
  candidates: readonly Candidate[],
  textOf: (candidate: Candidate) => string,
): RepeatGroup<Candidate>[] {
  const groups: RepeatGroup<Candidate>[] = []
  const ownerOf = new Map<number, RepeatGroup<Candidate>>()
  for (const candidate of candidates) {
    const shingles = hashShingles(textOf(candidate))
    const original = findOriginal(shingles, ownerOf)
    if (original) {
      original.repeats.push(candidate)
      continue
    }
    const group: RepeatGroup<Candidate> = { kept: candidate, repeats: [] }
    groups.push(group)
    for (const shingle of shingles) if (!ownerOf.has(shingle)) ownerOf.set(shingle, group)
  }
  return groups
}

/** The group that holds most of the shingles, of equals the best; null when too few are held by any. */
function findOriginal<Group>(
  shingles: ReadonlySet<number>,
  ownerOf: ReadonlyMap<number, Group>,
): Group | null {
  const shared = new Map<Group, number>()
  let all = 0
  for (const shingle of shingles) {
    const owner = ownerOf.get(shingle)
    if (owner === undefined) continue
    shared.set(owner, (shared.get(owner) ?? 0) + 1)
    all += 1
  }
  if (all === 0 || all < repeatedShare * shingles.size) return null
  let best: Group | null = null
  for (const [group, count] of shared) if (best === null || count > (shared.get(best) ?? 0)) best = group
  return best
}

/** A sign of a script without spaces is a word of its own. */
const wordPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu
/** The same for text without accents and other scripts, in a fourth of the time. */
const plainWordPattern = /[a-z0-9]+/g
// eslint-disable-next-line no-control-regex
const plainText = /^[\x00-\x7f’“”–—…]*$/

/** 32-bit hashes of all runs of five words, whatever their case; of a shorter text the one run that it is. */
function hashShingles(text: string): Set<number> {
  const words = splitWords(text).map(hashWord)
  const shingles = new Set<number>()
  if (words.length === 0) return shingles
  for (let from = 0; from < Math.max(1, words.length - shingleWords + 1); from++) {
    let hash = 0
    for (let at = from; at < Math.min(words.length, from + shingleWords); at++)
      hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193) ^ (hash >>> 15)
    shingles.add(hash)
  }
  return shingles
}

function splitWords(text: string): string[] {
  if (plainText.test(text)) return text.toLowerCase().match(plainWordPattern) ?? []
  return text.normalize('NFKC').toLowerCase().match(wordPattern) ?? []
}

/** FNV-1a over UTF-16 units. Collisions, wanted by a stranger or not, only make texts look a little more alike. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}
