import type { CalledName } from '../extract/find-called.js'
import type { DocumentEvidence } from '../extract/evidence.js'
import type { GeneralEnglish } from './general-english.js'
import type { TermTable } from './term-table.js'

/**
 * Who is called by a single name and has no other here: a nickname, a handle, a first name, the Alice of an example. How a
 * word is used tells it. Measured in docs/adr/0008-concepts.md.
 */

const minCalls = 3
/** Of all that a word is said, the share in which it is used as a name. */
const minShare = 0.05
const minAddressed = 2
/** Nobody speaks to those who are only reported: they say or write something in two documents, and so often when named. */
const minReported = { documents: 2, share: 0.08 }
const minPaired = 3
/** `Alice and Bob` are all that they are: those who exist are mostly said by themselves. */
const minPairedShare = 0.1
/** A word of English may be a name up to this Zipf frequency when it is always capital, */
const plainName = 4.6
const mostlyCapital = 0.6
/** and what is in no list of English in small letters too: `roasbeef`. */
const noWord = 2.8
/** `k1` is a number that has a name. */
const symbol = /^\p{L}\d+$/u

export interface CalledPeople {
  /** Key → as written: those who have been spoken to, or of whom it was reported what they said. */
  people: Map<string, string>
  /** Keys of names in examples. */
  cast: Set<string>
}

export function findCalledPeople(
  documents: Iterable<Pick<DocumentEvidence, 'called'>>,
  table: TermTable,
  english: GeneralEnglish,
): CalledPeople {
  const totals = new Map<string, CalledName & { documents: number; reportedIn: number }>()
  for (const { called } of documents)
    for (const { key, text, addressed, speaking, paired } of called) {
      const known = totals.get(key) ?? {
        key,
        text,
        addressed: 0,
        speaking: 0,
        paired: 0,
        documents: 0,
        reportedIn: 0,
      }
      known.addressed += addressed
      known.speaking += speaking
      known.paired += paired
      if (addressed > 0) known.documents++
      if (speaking > 0) known.reportedIn++
      totals.set(key, known)
    }
  const people = new Map<string, string>()
  const cast = new Set<string>()
  for (const total of totals.values()) {
    const { key, text, addressed, speaking, paired, documents: addressedIn, reportedIn } = total
    const said = table.countOf(key)
    if (said === 0 || symbol.test(key) || !isWrittenAsName(key, table, english)) continue
    const calls = addressed + speaking
    // Who is thanked twice in one recording may be a mishearing.
    const isAddressed = addressed >= minAddressed && (addressedIn >= 2 || speaking > 0)
    const isReported = reportedIn >= minReported.documents && calls >= minReported.share * said
    if (isReported || (isAddressed && calls >= minCalls && calls >= minShare * said))
      people.set(key, table.textOf(key) || text)
    else if (paired >= minPaired && paired >= minPairedShare * said) cast.add(key)
  }
  return { people, cast }
}

function isWrittenAsName(key: string, table: TermTable, english: GeneralEnglish): boolean {
  const frequency = english.frequency(key)
  if (frequency < noWord) return true
  const term = table.get(key)
  const isCapital = term !== undefined && term.inside > 0 && term.capital / term.inside >= mostlyCapital
  return isCapital && (frequency < plainName || english.isGivenName(key))
}
