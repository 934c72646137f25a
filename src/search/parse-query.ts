import { documentKinds } from '../domain/document.js'
import {
  asWord,
  lexQuery,
  type ExclusionPart,
  type OperatorPart,
  type PhrasePart,
  type QueryPart,
  type WordPart,
} from '../domain/query-syntax.js'
import { AppError } from '../errors.js'
import { analyzeQuery, guessLanguage, readLanguage, type QueryTerm } from '../index/analyze.js'
import { tokenize } from '../index/tokenize.js'
import type { SearchFilter } from '../index/search-index.js'
import { intersectFilters, uniteFilters } from './merge-filters.js'
import { recognizeKind, type QueryKind } from './query-kind.js'
import { readDate } from './read-date.js'
import { stripCourtesy } from './strip-courtesy.js'

export type SearchMode = 'hybrid' | 'lexical' | 'dense'

/** One part of a query that was more than words, for telling the user: `{name: 'kind', value: 'post'}`. */
export interface Understood {
  name: OperatorPart['name'] | 'phrase' | 'without'
  value: string
}

export interface Query {
  /** As typed, white space collapsed. */
  text: string
  /** What is asked: free text and phrases, without operators, exclusions, quotes and courtesy. Empty: a filter and nothing else. */
  question: string
  /** Of the question. */
  terms: readonly QueryTerm[]
  /** Words in a row, as they are in the filter too. */
  phrases: readonly (readonly string[])[]
  /** The given one and that of the query together. */
  filter: SearchFilter
  /** `source:` and `in:` as typed: `resolveOperators` finds what they name. */
  names: readonly OperatorPart[]
  /** In the order in which it was typed. */
  understood: readonly Understood[]
  kind: QueryKind
  /** Primary subtag of the language that is asked in, as far as its small words tell. */
  language: string
  /** They do: it is not the library's first for want of any. */
  isLanguageTold: boolean
  mode: SearchMode
}

export interface ParseOptions {
  mode: SearchMode
  filter: SearchFilter
  /** Of the documents to search. */
  languages: readonly string[]
  /** Where operators stand that are words: they name nothing. */
  plainAt?: ReadonlySet<number>
}

/** A pasted paragraph is fine, a pasted chapter is a mistake; bounds the cost of every later step. */
export const maxQueryLength = 2000

/**
 * Any text is a query: operators that are unknown or have a value they cannot have, and signs out of place, are words.
 * docs/query-language.md is this for users. Linear in the text.
 * @throws QUERY_EMPTY, QUERY_TOO_LONG
 */
export function parseQuery(input: string, options: ParseOptions): Query {
  const text = collapseSpace(input)
  const languages = options.languages.length > 0 ? options.languages : ['en']
  const read = settleExclusions(settleParts(lexQuery(text), text, options), text, languages)
  const parts = settleQuotations(limitPhrases(read), languages)
  const typed = joinQuestion(parts)
  const beginsQuoted = parts.find(isAsked)?.type === 'phrase'
  const question = beginsQuoted ? typed : stripCourtesy(typed)
  const terms = analyzeQuery(question, languages)
  const own = uniteFilters(parts.map((part) => toFilter(part, languages)))
  return {
    text,
    question,
    terms,
    phrases: own.phrases ?? [],
    filter: intersectFilters(options.filter, own),
    names: parts.filter((part) => part.type === 'operator').filter(({ name }) => isName(name)),
    understood: parts.flatMap(describe),
    kind: recognizeKind(question, {
      hasPhrase: own.phrases !== undefined,
      hasFunctionWords: hasFunctionWords(question, terms),
      beginsQuoted,
    }),
    // Courtesy tells it too.
    language: guessLanguage(typed, languages),
    isLanguageTold: readLanguage(typed, languages) !== null,
    mode: options.mode,
  }
}

function collapseSpace(input: string): string {
  const text = input.replace(/\s+/gu, ' ').trim()
  if (text === '')
    throw new AppError('QUERY_EMPTY', 'The query q is empty: give a question, a phrase or a word.')
  if (text.length > maxQueryLength)
    throw new AppError(
      'QUERY_TOO_LONG',
      `The query q has ${text.length} characters, more than ${maxQueryLength}: shorten it to the sentence that matters.`,
    )
  return text
}

/** What says nothing, such as `kind:song` or `""`, becomes a word. */
function settleParts(
  parts: readonly QueryPart[],
  text: string,
  { plainAt = new Set() }: ParseOptions,
): QueryPart[] {
  return parts.map((part) => {
    const saysSomething =
      part.type === 'word' ||
      (wordsOf(part).length > 0 &&
        !plainAt.has(part.from) &&
        (part.type !== 'operator' || isName(part.name) || readOperator(part) !== null))
    return saysSomething ? part : asWord(part, text)
  })
}

/**
 * Options of programs are written like exclusions: of “How does the -blocksxor switch work?” the answer is what would be
 * left out. So in a sentence, which has function words, `-word` excludes only after everything that is asked.
 */
function settleExclusions(
  parts: readonly QueryPart[],
  text: string,
  languages: readonly string[],
): QueryPart[] {
  if (!parts.some(({ type }) => type === 'exclusion')) return [...parts]
  const lastAsked = parts.findLastIndex(isAsked)
  const question = joinQuestion(parts)
  const inSentence = hasFunctionWords(question, analyzeQuery(question, languages))
  const isOption = ({ text: excluded, quoted }: ExclusionPart, index: number): boolean =>
    !quoted &&
    (/[?？]$/u.test(excluded) || (inSentence && (index < lastAsked || /[.,;:!)\]]$/.test(excluded))))
  return parts.map((part, index) =>
    part.type === 'exclusion' && isOption(part, index) ? asWord(part, text) : part,
  )
}

/** Each is looked for in all passages that hold its words: what is beyond is words, or nothing. */
const maxPhrases = 6
const maxExcludedPhrases = 3

function limitPhrases(parts: readonly QueryPart[]): QueryPart[] {
  // A repeated one demands nothing more, and takes no place of another.
  const phrases = new Set<string>()
  let excluded = 0
  return parts.flatMap((part): QueryPart[] => {
    if (part.type === 'phrase')
      return [phrases.add(wordsOf(part).join(' ')).size > maxPhrases ? { ...part, type: 'word' } : part]
    const isPhrase = part.type === 'exclusion' && (part.quoted || wordsOf(part).length > 1)
    return isPhrase && ++excluded > maxExcludedPhrases ? [] : [part]
  })
}

/** Who remembers this much beside the phrase has pasted a sentence that quotes it, and does not know how it was said. */
const quotingTerms = 8

/** In a long sentence what stands in quotes is quoted, not asked for word by word. */
function settleQuotations(parts: readonly QueryPart[], languages: readonly string[]): QueryPart[] {
  const around = joinQuestion(parts.filter(({ type }) => type === 'word'))
  const terms = analyzeQuery(around, languages)
  if (terms.length < quotingTerms || !hasFunctionWords(around, terms)) return [...parts]
  return parts.map((part) => (part.type === 'phrase' ? { ...part, type: 'word' } : part))
}

/** Those that are left out of the terms. */
function hasFunctionWords(question: string, terms: readonly QueryTerm[]): boolean {
  return terms.length < new Set(tokenize(question).map(({ token }) => token)).size
}

const isAsked = ({ type }: QueryPart): boolean => type === 'word' || type === 'phrase'
const isName = (name: OperatorPart['name']): boolean => name === 'source' || name === 'in'

/** Words and phrases with their punctuation, apart where they were apart or a quote parted them. */
function joinQuestion(parts: readonly QueryPart[]): string {
  let question = ''
  let before: QueryPart | null = null
  for (const part of parts) {
    if (part.type !== 'word' && part.type !== 'phrase') continue
    question += (before === null || (before.to === part.from && joins(before, part)) ? '' : ' ') + part.text
    before = part
  }
  return question
}

/** Whether two parts that only a quote parts read as one text without it. */
function joins(before: QueryPart, part: WordPart | PhrasePart): boolean {
  if (before.type === 'operator') return false
  if (part.type === 'word' && /^\p{P}{1,8}(?:\s|$)/u.test(part.text)) return true
  return (
    /[([{（「『¿¡]$/u.test(before.text) || (unspacedEnd.test(before.text) && unspacedStart.test(part.text))
  )
}

const unspacedEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]$/u
const unspacedStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u

const wordsOf = (part: QueryPart): string[] =>
  tokenize(part.type === 'operator' ? part.value : part.text).map(({ token }) => token)

/** What a part demands of a passage; names are left to `resolveOperators`. */
function toFilter(part: QueryPart, languages: readonly string[]): SearchFilter {
  if (part.type === 'phrase') return { phrases: [wordsOf(part)] }
  if (part.type === 'operator') return readOperator(part) ?? {}
  if (part.type === 'word') return {}
  const words = wordsOf(part)
  return part.quoted || words.length > 1
    ? { excludedPhrases: [words] }
    : { excludedTerms: analyzeQuery(part.text, languages) }
}

/** Null for a value that the operator cannot have, and for names. */
function readOperator({ name, value }: OperatorPart): SearchFilter | null {
  const plain = value
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.,;!?]{1,3}$/, '')
  switch (name) {
    case 'speaker':
      return { speakers: [value] }
    case 'kind': {
      const kind = documentKinds.find((candidate) => candidate === plain.replace(/s$/, ''))
      return kind ? { kinds: [kind] } : null
    }
    case 'lang': {
      const language = /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$/.exec(plain)?.[1]
      return language ? { languages: [language] } : null
    }
    case 'after':
    case 'before': {
      const date = readDate(plain)
      return date === null ? null : { [name]: date }
    }
    case 'source':
    case 'in':
      return null
  }
}

function describe(part: QueryPart): Understood[] {
  switch (part.type) {
    case 'word':
      return []
    case 'phrase':
      return [{ name: 'phrase', value: part.text }]
    case 'exclusion':
      return [{ name: 'without', value: part.text }]
    case 'operator':
      return [{ name: part.name, value: part.value }]
  }
}
