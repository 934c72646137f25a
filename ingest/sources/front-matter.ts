import { parse } from 'yaml'
import { reasonOf } from '../../src/errors.js'
import { toLine } from './html-to-text.js'

/** The YAML block that Jekyll and its kin put before a post. YAML 1.2: times and dates stay text. */

export interface FrontMatter {
  /** Empty when there is no block, or none that can be read. */
  fields: ReadonlyMap<string, unknown>
  body: string
  /** What is wrong with the block; null when nothing is. */
  fault: string | null
}

/** Front matter is a few hundred bytes; what is larger is a data file, or an attack on the parser. */
const maxFrontMatterLength = 200_000
/** A parsed alias can stand for a large value: enough for real use, too few for "a billion laughs". */
const maxAliasCount = 50

export const opensFrontMatter = (text: string): boolean => /^\ufeff?---[ \t]*\r?\n/.test(text)

export function splitFrontMatter(text: string): FrontMatter {
  const opening = /^\ufeff?---[ \t]*\r?\n/.exec(text)
  if (!opening) return { fields: new Map(), body: text, fault: null }
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  // A lone `---` is a rule: the post simply begins with one.
  if (!end)
    return {
      fields: new Map(),
      body: text.slice(opening[0].length),
      fault: 'its front matter is not closed by ---',
    }
  const yaml = text.slice(opening[0].length, end.index)
  return { ...readFields(yaml), body: text.slice(closing.lastIndex) }
}

function readFields(yaml: string): Pick<FrontMatter, 'fields' | 'fault'> {
  if (yaml.length > maxFrontMatterLength)
    return { fields: new Map(), fault: `its front matter is longer than ${maxFrontMatterLength} characters` }
  try {
    return { fields: parseYamlMap(yaml), fault: null }
  } catch (error) {
    return {
      fields: new Map(),
      fault: `its front matter is no YAML: ${reasonOf(error).split('\n', 1)[0] ?? ''}`,
    }
  }
}

/** @throws {Error} for what is no YAML, or not a map at the top; an empty text is an empty map. */
export function parseYamlMap(yaml: string): Map<string, unknown> {
  const value: unknown = parse(yaml, {
    version: '1.2',
    schema: 'core',
    maxAliasCount,
    // As Ruby's reader does: the last of two equal keys counts.
    uniqueKeys: false,
    prettyErrors: true,
    // Warnings are not printed; errors are thrown, which 'silent' would not do.
    logLevel: 'error',
  })
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error('expected `key: value` lines')
  return new Map(Object.entries(value))
}

/** The first of the fields that holds a text or a number, as one line; empty without one. */
export function textField(fields: ReadonlyMap<string, unknown>, ...names: string[]): string {
  for (const name of names) {
    const text = asText(fields.get(name))
    if (text !== '') return text
  }
  return ''
}

export function numberField(fields: ReadonlyMap<string, unknown>, ...names: string[]): number | null {
  const text = textField(fields, ...names)
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null
}

/** The values of a field that may be a list or a single value. */
export function listField(fields: ReadonlyMap<string, unknown>, name: string): unknown[] {
  const value = fields.get(name)
  if (value === null || value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** A text or number as one line; empty for anything else. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? toLine(String(value)) : ''
}

/** The fields of a map inside a list; empty for anything else. */
export function asFields(value: unknown): ReadonlyMap<string, unknown> {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map(isMap ? Object.entries(value) : [])
}
