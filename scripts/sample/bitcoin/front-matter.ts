import { parse } from 'yaml'
import { SampleError } from './sample-error.js'

export interface FrontMatterFile {
  /** The YAML text between the fences, as it was. */
  yaml: string
  fields: Readonly<Record<string, unknown>>
  body: string
}

/**
 * Splits a Jekyll or Hugo file into its front matter (YAML 1.2: times and dates stay text) and its body.
 * @throws SAMPLE_FRONT_MATTER_INVALID
 */
export function splitFrontMatter(text: string, where: string): FrontMatterFile {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text)
  const fields: unknown = match && parse(match[1] ?? '')
  if (!match || typeof fields !== 'object' || fields === null)
    throw new SampleError('SAMPLE_FRONT_MATTER_INVALID', `${where} does not begin with a --- block of YAML`)
  return { yaml: match[1] ?? '', fields: fields as Record<string, unknown>, body: match[2] ?? '' }
}

/** @throws SAMPLE_FRONT_MATTER_INVALID if the field is missing or no text. */
export function requireText({ fields }: FrontMatterFile, name: string, where: string): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '')
    throw new SampleError('SAMPLE_FRONT_MATTER_INVALID', `${where} has no "${name}"`)
  return value
}

/** The texts of a list field; a missing list is an empty one. */
export function readTexts({ fields }: FrontMatterFile, name: string): string[] {
  const value = fields[name]
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
