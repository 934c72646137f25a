import type { Cue } from '../../src/domain/cue.js'
import { IssueLog } from '../issue-log.js'
import { elementsIn, textOf, type XmlElement } from '../sources/feed/parse-xml.js'
import { parseLanguage } from '../sources/parse-language.js'
import { splitDialogue } from './dialogue-dashes.js'
import { applySpeakerPrefixes } from './speaker-prefix.js'
import type { ReadTranscript, TranscriptFormat } from './transcript-format.js'
import { nestsAbsolutely, placeElement, type Place, type Placing } from './ttml-place.js'
import { readTtmlRates } from './ttml-time.js'
import { toCues, type Utterance } from './utterances.js'
import { attributeOf, findAll, localName, parseTranscriptXml } from './xml-body.js'

/** How far the root may be from the beginning: licences stand in comments before it. In UTF-16 units. */
const openingLength = 4_000
const signature = /<(?:[a-z][\w.-]{0,20}:)?tt(?=[\s>])/iu
/** Beside what is shown: descriptions of it. */
const notText = new Set(['metadata', 'desc', 'title', 'agent', 'copyright', 'set', 'animation'])

/** TTML and DFXP (W3C), with the speakers of `ttm:agent`, and the words of Apple Podcasts. */
export const ttmlFormat: TranscriptFormat = {
  name: 'TTML',
  recognizes: (text) => signature.test(text.slice(0, openingLength)),
  read: readTtml,
}

function readTtml(text: string): ReadTranscript {
  const issues = new IssueLog()
  const root = parseTranscriptXml(text, issues)
  if (root === null) return { cues: [], machine: false, language: null, issues: issues.list() }
  const rates = readTtmlRates((name) => attributeOf(root, name))
  const placing: Placing = { rates, absolute: nestsAbsolutely(root, rates), issues }
  const reading: Reading = { placing, agents: readAgents(root), cues: [] }
  const start: Place = { startMs: null, endMs: null, isReadable: true }
  for (const body of findAll(root, 'body')) readContainer(body, start, null, reading)
  const { cues } = reading
  return {
    cues: cues.some(({ speaker }) => speaker !== null) ? cues : applySpeakerPrefixes(cues),
    machine: false,
    language: parseLanguage(attributeOf(root, 'lang')),
    issues: issues.list(),
  }
}

interface Reading {
  placing: Placing
  agents: ReadonlyMap<string, string>
  cues: Cue[]
}

/** Name by identifier; an agent without a name goes by its identifier. */
function readAgents(root: XmlElement): ReadonlyMap<string, string> {
  const named = findAll(root, 'agent').map((agent): [string, string] => [
    attributeOf(agent, 'id') ?? '',
    findAll(agent, 'name').map(textOf).join(' ').replace(/\s+/gu, ' ').trim(),
  ])
  return new Map(named.filter(([, name]) => name !== ''))
}

function readSpeaker(element: XmlElement, outer: string | null, agents: Reading['agents']): string | null {
  const ids = (attributeOf(element, 'agent') ?? '').split(/\s+/u).filter((id) => id !== '')
  return ids.length === 0 ? outer : ids.map((id) => agents.get(id) ?? id).join(' & ')
}

function readContainer(element: XmlElement, outer: Place, speaker: string | null, reading: Reading): void {
  const place = placeElement(element, outer, reading.placing)
  if (!place.isReadable) return
  const current = readSpeaker(element, speaker, reading.agents)
  // In sequence, each child begins where the one before it ends.
  const isSequence = attributeOf(element, 'timecontainer') === 'seq'
  let from = place
  for (const child of elementsIn(element)) {
    const name = localName(child)
    if (name === 'p') readParagraph(child, from, current, reading)
    else if (name === 'div' || name === 'body') readContainer(child, from, current, reading)
    else continue
    if (!isSequence) continue
    const { endMs } = placeElement(child, from, { ...reading.placing, issues: null })
    from = { ...place, startMs: endMs ?? from.startMs }
  }
}

interface Piece {
  text: string
  place: Place
  speaker: string | null
}

function readParagraph(paragraph: XmlElement, outer: Place, speaker: string | null, reading: Reading): void {
  const place = placeElement(paragraph, outer, reading.placing)
  if (!place.isReadable) return
  const current = readSpeaker(paragraph, speaker, reading.agents)
  const keepsLines = attributeOf(paragraph, 'space') === 'preserve'
  const pieces: Piece[] = []
  collectPieces(paragraph, { place, speaker: current, keepsLines }, reading, pieces)
  if (pieces.some((piece) => piece.place !== place)) {
    for (const cue of toCues(pieces.filter(({ text }) => text.trim() !== '').map(toUtterance)))
      reading.cues.push(cue)
    return
  }
  for (const cue of readDialogue(pieces, place)) reading.cues.push(cue)
}

/** Without times inside: one cue for each speaker, or for each line that begins with a dash. */
function readDialogue(pieces: readonly Piece[], { startMs, endMs }: Place): Cue[] {
  const cues: Cue[] = []
  for (const { text, speaker } of joinSpeakers(pieces)) {
    const { turns } = splitDialogue(text.split('\n').filter((line) => line.trim() !== ''))
    for (const turn of turns) {
      const said = turn.replace(/\s+/gu, ' ').trim()
      if (said !== '') cues.push({ startMs, endMs: endMs ?? startMs, speaker, text: said })
    }
  }
  return cues
}

function joinSpeakers(pieces: readonly Piece[]): { text: string; speaker: string | null }[] {
  const joined: { text: string; speaker: string | null }[] = []
  for (const { text, speaker } of pieces) {
    const last = joined.at(-1)
    if (last !== undefined && last.speaker === speaker) last.text += text
    else joined.push({ text, speaker })
  }
  return joined
}

const toUtterance = ({ text, place: { startMs, endMs }, speaker }: Piece): Utterance => ({
  ...{ text, startMs, endMs, speaker },
  words: [],
})

interface Surroundings {
  place: Place
  speaker: string | null
  keepsLines: boolean
}

/** Text by the innermost element that has times of its own, neighbours in one such element joined. */
function collectPieces(element: XmlElement, around: Surroundings, reading: Reading, pieces: Piece[]): void {
  const add = (text: string) => {
    const last = pieces.at(-1)
    // White space between timed words stays with the word before it.
    const isOfLast = last !== undefined && (last.place === around.place || text.trim() === '')
    if (isOfLast && (last.speaker === around.speaker || text.trim() === '')) last.text += text
    else pieces.push({ text, place: around.place, speaker: around.speaker })
  }
  for (const node of element.content) {
    if (typeof node === 'string') add(around.keepsLines ? node : node.replace(/\s+/gu, ' '))
    else if (localName(node) === 'br') add('\n')
    else if (!notText.has(localName(node)) && !isReading(node)) {
      const place = placeElement(node, around.place, reading.placing)
      const speaker = readSpeaker(node, around.speaker, reading.agents)
      if (place.isReadable) collectPieces(node, { ...around, place, speaker }, reading, pieces)
    }
  }
}

/** How a character is pronounced, beside the character itself. */
const isReading = (element: XmlElement): boolean =>
  /^(?:text|delimiter)$/iu.test(attributeOf(element, 'ruby') ?? '')
