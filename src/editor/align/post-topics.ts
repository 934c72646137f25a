import { countWords } from '../../../ingest/count-words.js'
import { splitSections } from '../../../ingest/split-sections.js'
import type { Section } from '../../domain/document.js'

/**
 * A post as what is told in it: topics in order (a headed section, or an entry of a list that tells of one thing an
 * entry), each of paragraphs.
 */

export interface PostParagraph {
  anchor: string
  /** Of its section; empty before the first heading. */
  heading: string
  /** Position among the paragraphs of its section, from 0. */
  paragraph: number
  /** Half-open range in UTF-16 units of the section's text. */
  from: number
  to: number
  text: string
  /** As they were embedded. */
  sentences: string[]
}

export interface PostTopic {
  /** What it is called: the heading, or how the entry begins. */
  title: string
  /** The heading that stands above it without being its own; empty without one. Only of the first topic below it. */
  above: string
  paragraphs: PostParagraph[]
}

/** An entry of a list tells of something when it is a sentence or more; shorter ones are names. */
const minEntryWords = 12
const entryMark = /^(?:[-*•–+]|\d{1,3}[.)])\s+/u
/** `name: value`, line after line, is how a table is kept. */
const rowPattern = /^[^:\n]{1,60}: \S/u
const codeLine = /^(?: {2,}|\t)\S/u
/** What stands before a colon and is longer is a sentence. */
const maxNameWords = 28
const titleWords = 7

/** In the order of the post; without tables and code. */
export function divideIntoTopics(sections: readonly Section[], language: string | null): PostTopic[] {
  return sections.flatMap((section) => divideSection(section, language))
}

function divideSection(section: Section, language: string | null): PostTopic[] {
  const blocks = divideText(section)
  const paragraphs = blocks.flatMap(({ isEntry, ...block }, paragraph) => {
    const { anchor, heading } = section
    const [split] = splitSections([{ ...section, text: block.text }], language)
    const sentences = (split?.sentences ?? []).map(({ text }) => text)
    return sentences.length === 0 ? [] : [{ isEntry, anchor, heading, paragraph, sentences, ...block }]
  })
  const topics: PostTopic[] = []
  for (const { isEntry, ...paragraph } of paragraphs) {
    const tells = isEntry && countWords(paragraph.text) >= minEntryWords
    const last = topics.at(-1)
    if (last && !tells) last.paragraphs.push(paragraph)
    else
      topics.push({
        title: tells ? titleOfEntry(paragraph.text) : section.heading,
        above: tells && !topics.some(({ above }) => above !== '') ? section.heading : '',
        paragraphs: [paragraph],
      })
  }
  return topics
}

interface Block {
  from: number
  to: number
  text: string
  isEntry: boolean
}

/** Paragraphs and entries of lists with their places; tables and code are left out, their numbers kept. */
function divideText({ text }: Section): Block[] {
  const blocks: Block[] = []
  for (const paragraph of text.matchAll(/\S[^]*?(?=\n[^\S\n]*\n|$(?![^]))/gu)) {
    const lines = paragraph[0].split('\n')
    if (lines.some((line) => codeLine.test(line)) && lines.length > 1) continue
    if (lines.length > 1 && lines.every((line) => rowPattern.test(line) && !entryMark.test(line))) continue
    let from = paragraph.index
    let open: Block | null = null
    for (const line of lines) {
      const isEntry = entryMark.test(line)
      if (open === null || isEntry) {
        open = { from, to: from + line.length, text: line, isEntry }
        blocks.push(open)
      } else {
        open.to = from + line.length
        open.text = text.slice(open.from, open.to)
      }
      from += line.length + 1
    }
  }
  return blocks
}

/** What comes first in an entry and has a number: `Bitcoin Core #35266`, `LDK v0.2.4`. */
const numberedName =
  /^(?:[\p{L}\p{N}.'’-]{1,40} ){1,5}?(?:#\d{1,9}|v?\d{1,9}(?:\.\d{1,9}){1,3}[\w.+-]{0,40})(?![\w.]*\w)/u

/**
 * `Proof of burn: several developers discussed…` → `Proof of burn`, `LDK v0.2.4 is a release…` → `LDK v0.2.4`; where
 * nothing is named, its first words.
 */
export function titleOfEntry(text: string): string {
  const line = text.replace(entryMark, '').split('\n')[0] ?? ''
  const numbered = numberedName.exec(line)?.[0]
  const named = /^(.{3,200}?)(?:[:：](?=\s)|(?<=[?？!])(?=\s))/u.exec(line)?.[1]
  if (named !== undefined && countWords(named) <= maxNameWords) return named
  if (numbered !== undefined) return numbered
  const words = line.split(/\s+/u)
  return words.length <= titleWords ? line : `${words.slice(0, titleWords).join(' ')}…`
}
