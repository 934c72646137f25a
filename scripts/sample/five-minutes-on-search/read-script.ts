import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { MakerError } from './maker-error.js'
import type { Line, Script, ScriptChapter, Sentence, Show, Slide, Voice } from './script.js'

type Fields = Readonly<Record<string, unknown>>

/** @throws SAMPLE_SCRIPT_INVALID */
export async function readShow(path: string): Promise<Show> {
  const fields = await readFields(path)
  return {
    title: textOf(fields, 'title', path),
    address: textOf(fields, 'address', path),
    description: textOf(fields, 'description', path),
    language: textOf(fields, 'language', path),
    author: textOf(fields, 'author', path),
    copyright: textOf(fields, 'copyright', path),
    voices: new Map(
      Object.entries(fieldsOf(fields.voices, path)).map(([name, value]) => [name, voiceOf(value, path)]),
    ),
    spoken: new Map(Object.entries(fieldsOf(fields.spoken, path)).map(([word, say]) => [word, String(say)])),
  }
}

/**
 * One episode or short. A line is `Speaker: text`, with `say` beside it where the whole line must be spelled
 * differently for the synthesiser; both then have the same number of sentences.
 * @throws SAMPLE_SCRIPT_INVALID
 */
export async function readScript(path: string, show: Show): Promise<Script> {
  const fields = await readFields(path)
  const kind = textOf(fields, 'kind', path)
  if (kind !== 'episode' && kind !== 'short') throw invalid(path, `kind is "${kind}", not episode or short`)
  const publishedAt = new Date(textOf(fields, 'publishedAt', path))
  if (Number.isNaN(publishedAt.getTime())) throw invalid(path, 'publishedAt is not a date')
  const bite = fields.soundbite === undefined ? null : fieldsOf(fields.soundbite, path)
  return {
    slug: textOf(fields, 'slug', path),
    kind,
    number: Number(fields.number),
    title: textOf(fields, 'title', path),
    publishedAt,
    summary: textOf(fields, 'summary', path),
    notes: textOf(fields, 'notes', path),
    keywords: listOf(fields.keywords, path).map(String),
    soundbite: bite && {
      title: textOf(bite, 'title', path),
      from: textOf(bite, 'from', path),
      to: textOf(bite, 'to', path),
    },
    chapters: listOf(fields.chapters, path).map((chapter) => chapterOf(fieldsOf(chapter, path), path, show)),
  }
}

function chapterOf(fields: Fields, path: string, show: Show): ScriptChapter {
  return {
    title: textOf(fields, 'title', path),
    slide: fields.slide === undefined ? null : slideOf(fieldsOf(fields.slide, path), path),
    lines: listOf(fields.lines, path).map((line) => lineOf(fieldsOf(line, path), path, show)),
  }
}

function slideOf(fields: Fields, path: string): Slide {
  return {
    kicker: textOf(fields, 'kicker', path),
    headline: textOf(fields, 'headline', path),
    figure: textOf(fields, 'figure', path),
  }
}

function lineOf(fields: Fields, path: string, show: Show): Line {
  const speaker = Object.keys(fields).find((key) => key !== 'say') ?? ''
  if (!show.voices.has(speaker)) throw invalid(path, `"${speaker}" has no voice in show.yaml`)
  const texts = splitSentences(textOf(fields, speaker, path))
  const says = fields.say === undefined ? texts : splitSentences(textOf(fields, 'say', path))
  if (says.length !== texts.length) throw invalid(path, `say has other sentences than "${texts.join(' ')}"`)
  const sentences = texts.map((text, at): Sentence => ({ text, say: spell(says[at] ?? text, show.spoken) }))
  return { speaker, sentences }
}

function spell(text: string, spoken: Show['spoken']): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => spoken.get(word) ?? word)
}

/** The scripts write no abbreviations and no decimals, so a full stop always ends a sentence. */
function splitSentences(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/)
}

function voiceOf(value: unknown, path: string): Voice {
  const fields = fieldsOf(value, path)
  return { voice: textOf(fields, 'voice', path), durationStretch: Number(fields.durationStretch) }
}

async function readFields(path: string): Promise<Fields> {
  return fieldsOf(parse(await readFile(path, 'utf8'), { schema: 'failsafe' }) as unknown, path)
}

function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(path, 'a mapping is missing')
  return value as Fields
}

function listOf(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(path, 'a list is missing')
  return value
}

function textOf(fields: Fields, key: string, path: string): string {
  const value = fields[key]
  if (typeof value !== 'string' || value.trim() === '') throw invalid(path, `"${key}" is missing`)
  return value.trim()
}

function invalid(path: string, message: string): MakerError {
  return new MakerError('SAMPLE_SCRIPT_INVALID', `${path}: ${message}`)
}
