import { parse as parseYaml } from 'yaml'
import { reasonOf } from '../../../src/errors.js'
import { toLine } from '../html/html-to-text.js'
import { parseTomlMap } from './parse-toml-map.js'

/** The block of fields that Jekyll, Hugo and their kin put before a post: YAML, TOML or JSON. Times and dates stay text. */

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

/** How a block is opened and closed, and what its fields are written in. */
const dialects: readonly {
  name: string
  opening: RegExp
  /** The line that ends it. */
  closing: RegExp
  /** As it is written, for a message. */
  end: string
  /** Whether the lines that open and close it are part of it. */
  isWhole: boolean
  parse: (text: string) => Map<string, unknown>
}[] = [
  {
    name: 'YAML',
    opening: /^\ufeff?---[ \t]*\r?\n/,
    closing: /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm,
    end: '---',
    isWhole: false,
    parse: parseYamlMap,
  },
  {
    name: 'TOML',
    opening: /^\ufeff?\+\+\+[ \t]*\r?\n/,
    closing: /^\+\+\+[ \t]*(?:\r?\n|$)/gm,
    end: '+++',
    isWhole: false,
    parse: parseTomlMap,
  },
  {
    name: 'JSON',
    opening: /^\ufeff?\{[ \t]*\r?\n(?=[ \t]*")/,
    closing: /^\}[ \t]*(?:\r?\n|$)/gm,
    end: '}',
    isWhole: true,
    // JSON is YAML.
    parse: parseYamlMap,
  },
]

export const opensFrontMatter = (text: string): boolean => dialects.some(({ opening }) => opening.test(text))

export function splitFrontMatter(text: string): FrontMatter {
  for (const { name, opening: opens, closing: closes, end: mark, isWhole, parse } of dialects) {
    const opening = opens.exec(text)
    if (!opening) continue
    const closing = new RegExp(closes)
    closing.lastIndex = opening[0].length
    const end = closing.exec(text)
    // A lone `---` is a rule: the post simply begins with one.
    if (!end)
      return {
        fields: new Map(),
        body: isWhole ? text : text.slice(opening[0].length),
        fault: `its front matter is not closed by ${mark}`,
      }
    const block = isWhole ? text.slice(0, closing.lastIndex) : text.slice(opening[0].length, end.index)
    return { ...readFields(block.replace(/^\ufeff/, ''), name, parse), body: text.slice(closing.lastIndex) }
  }
  return { fields: new Map(), body: text, fault: null }
}

function readFields(
  block: string,
  name: string,
  parse: (text: string) => Map<string, unknown>,
): Pick<FrontMatter, 'fields' | 'fault'> {
  if (block.length > maxFrontMatterLength)
    return { fields: new Map(), fault: `its front matter is longer than ${maxFrontMatterLength} characters` }
  try {
    return { fields: parse(block), fault: null }
  } catch (error) {
    return {
      fields: new Map(),
      fault: `its front matter is no ${name}: ${reasonOf(error).split('\n', 1)[0] ?? ''}`,
    }
  }
}

/** @throws {Error} for what is no YAML, or not a map at the top; an empty text is an empty map. */
export function parseYamlMap(yaml: string): Map<string, unknown> {
  const value: unknown = parseYaml(yaml, {
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
