import { stem } from '../../index/analyze.js'
import { conceptKey } from '../concept-key.js'
import type { AbbreviationCount } from '../extract/evidence.js'
import type { NamePair } from './group-names.js'
import type { TermTable } from './term-table.js'

/** Pairs of names that the library itself shows to be one, beside those that a heading gives together. */

/** A joined word of fewer letters is one by chance: `e-cash` is none, `pip X` may be. */
const minJoinedLetters = 5

/** `time lock`, `time-lock` and `timelock`; the keys that differ by their spaces only. */
export function pairBySpacing(keys: Iterable<string>): NamePair[] {
  const byLetters = new Map<string, string>()
  const pairs: NamePair[] = []
  for (const key of [...keys].sort()) {
    const letters = key.replaceAll(' ', '')
    if (letters.length < minJoinedLetters && !/\d/.test(letters)) continue
    const known = byLetters.get(letters)
    if (known === undefined) byLetters.set(letters, key)
    else pairs.push({ a: known, b: key })
  }
  return pairs
}

/** A second long form that is said this often beside the first one is another meaning, and the short form has no one. */
const rivalShare = 0.34

/** Two letters in brackets may be anything (`bc`, the beginning of addresses); said thrice, they stand for something. */
const minCountOfTwoLetters = 3

/**
 * Each short form with its long form. A short form that stands for several things stands for the one of which it is said
 * most, and for none when there is a rival. Order of the pairs: most often said first.
 */
export function pairByAbbreviation(counts: Iterable<AbbreviationCount>, table: TermTable): NamePair[] {
  const longsOf = new Map<string, Map<string, number>>()
  for (const { short, long, count } of counts) {
    const [shortKey, longKey] = [conceptKey(short), conceptKey(long)]
    if (shortKey === '' || longKey === '' || shortKey === longKey || longKey.split(' ').length > 6) continue
    const longs = longsOf.get(shortKey) ?? new Map<string, number>()
    longs.set(longKey, (longs.get(longKey) ?? 0) + count)
    longsOf.set(shortKey, longs)
  }
  const pairs: (NamePair & { count: number })[] = []
  for (const [short, longs] of longsOf) {
    // Ways to write one long form count together: `time-lock`, `time lock`.
    const ranked = sumAlike(longs).sort((a, b) => b.count - a.count || (a.keys[0]! < b.keys[0]! ? -1 : 1))
    const [best] = ranked
    if (!best) continue
    const isBest = ({ keys }: LongForm) =>
      keys.some((key) => best.keys.some((own) => isSameLongForm(own, key)))
    const rival = ranked.find((each) => !isBest(each))
    if (rival && rival.count >= rivalShare * best.count && rival.count > 1) continue
    const same = ranked.filter(isBest)
    const count = same.reduce((sum, each) => sum + each.count, 0)
    if (short.length <= 2 && count < minCountOfTwoLetters) continue
    for (const key of same.flatMap(({ keys }) => keys)) pairs.push({ a: short, b: key, count })
  }
  return pairs.sort(
    (x, y) =>
      y.count - x.count || table.countOf(y.a) - table.countOf(x.a) || (x.a + x.b < y.a + y.b ? -1 : 1),
  )
}

/** A long form, with the keys that differ by their spaces only. */
interface LongForm {
  keys: string[]
  count: number
}

function sumAlike(longs: ReadonlyMap<string, number>): LongForm[] {
  const groups = new Map<string, LongForm>()
  for (const [key, count] of [...longs].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const letters = key.replaceAll(' ', '')
    const group = groups.get(letters)
    if (group) {
      group.keys.push(key)
      group.count += count
    } else groups.set(letters, { keys: [key], count })
  }
  return [...groups.values()]
}

/** So many letters make a beginning that two different words hardly share: more than `recur` and `intern`. */
const sameBeginning = 7
/** `ANYPREVOUT`, `SIGHASH_ANYPREVOUT`: the end of an identifier. A shorter one is the end of too much. */
const minIdentifierEnd = 8

/**
 * `dev kit`, `development kit`; `CHECKSIGVERIFY`, `OP_CHECKSIGVERIFY`. Only of two long forms of
 * one abbreviation: by itself none of these says that two names are one.
 */
function isSameLongForm(a: string, b: string): boolean {
  if (a === b) return true
  const [left, right] = [a.split(' '), b.split(' ')]
  if (left.length !== right.length) return false
  if (left.length > 1) return left.every((word, at) => isSameWord(word, right[at] ?? ''))
  return (b.length >= minIdentifierEnd && a.endsWith(b)) || (a.length >= minIdentifierEnd && b.endsWith(a))
}

const isSameWord = (a: string, b: string): boolean =>
  a.startsWith(b) ||
  b.startsWith(a) ||
  stem(a, 'en') === stem(b, 'en') ||
  (a.length >= sameBeginning && a.slice(0, sameBeginning) === b.slice(0, sameBeginning))
