import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { intervalHint, parseInterval } from './domain/interval.js'
import { AppError } from './errors.js'
import { packageRoot, version } from './package-info.js'

/** The only reader of the environment. docs/config.md describes each variable; a test holds the two together. */

/**
 * Whose pages may embed what a library holds. `any`: every page of the web. Else origins; none of them: this server's own
 * pages alone. Null: not said, so that a frame is allowed to all and reading to none.
 */
export type EmbedOrigins = 'any' | readonly string[] | null

export interface Config {
  /** The user's library: catalog and index. */
  dataFolder: string
  host: string
  /** Under which others know this server, an origin without a slash at the end; null: as requests name it. */
  publicUrl: string | null
  /** Whose pages may embed what is here. */
  embedOrigins: EmbedOrigins
  /** 0 lets the system choose. */
  port: number
  /** Null: writes are accepted from loopback only. */
  token: string | null
  /** Let ingest fetch private and loopback addresses. */
  allowPrivate: boolean
  /** How often the server pulls each source by itself; null: never. */
  pullEveryMs: number | null
  /** A folder, a name inside `modelsFolder`, or a Hugging Face id. */
  model: string
  /** As `model`: of a cross-encoder; null for none. */
  crossEncoder: string | null
  modelsFolder: string
  /** Whether the server remembers what was searched for, to suggest it. */
  keepQueries: boolean
  /** The command line that turns speech into text; null for none. At most one of the two is set. */
  transcribeCommand: string | null
  /** A folder or Hugging Face id of a Whisper model. */
  transcribeModel: string | null
  sampleFolder: string
  /** The built pages. */
  webFolder: string
  version: string
}

export const configVariables = [
  'CUEPOINT_DATA',
  'CUEPOINT_HOST',
  'CUEPOINT_PORT',
  'CUEPOINT_PUBLIC_URL',
  'CUEPOINT_EMBED_ORIGINS',
  'CUEPOINT_TOKEN',
  'CUEPOINT_ALLOW_PRIVATE',
  'CUEPOINT_PULL_EVERY',
  'CUEPOINT_KEEP_QUERIES',
  'CUEPOINT_MODEL',
  'CUEPOINT_CROSS_ENCODER',
  'CUEPOINT_TRANSCRIBE',
  'CUEPOINT_TRANSCRIBE_MODEL',
] as const

/** Named in the design for scale-out; refused rather than ignored until they do something. */
const laterVariables = ['CUEPOINT_DATABASE_URL', 'CUEPOINT_OPENSEARCH_URL'] as const

const defaultModel = 'Xenova/bge-small-en-v1.5'
/** Short tokens can be guessed over a network. */
export const minTokenLength = 16

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads `.env` of the current folder, where there is one, under the variables that are already set.
 * @throws CONFIG_INVALID naming the variable, its value and what it may be
 */
export function readConfig(environment: Environment = readEnvironment()): Config {
  for (const name of laterVariables)
    if (environment[name]) throw invalid(name, environment[name], 'is not supported yet; remove it')
  return {
    dataFolder: resolve(environment.CUEPOINT_DATA || join(packageRoot, 'data', 'var')),
    host: environment.CUEPOINT_HOST || '127.0.0.1',
    publicUrl: environment.CUEPOINT_PUBLIC_URL
      ? readOrigin('CUEPOINT_PUBLIC_URL', environment.CUEPOINT_PUBLIC_URL)
      : null,
    embedOrigins: readEmbedOrigins(environment.CUEPOINT_EMBED_ORIGINS),
    port: readPort(environment.CUEPOINT_PORT),
    token: readToken(environment.CUEPOINT_TOKEN),
    allowPrivate: readFlag('CUEPOINT_ALLOW_PRIVATE', environment.CUEPOINT_ALLOW_PRIVATE),
    pullEveryMs: readPullEvery(environment.CUEPOINT_PULL_EVERY),
    keepQueries: readFlag('CUEPOINT_KEEP_QUERIES', environment.CUEPOINT_KEEP_QUERIES || '1'),
    model: environment.CUEPOINT_MODEL || defaultModel,
    crossEncoder: environment.CUEPOINT_CROSS_ENCODER || null,
    modelsFolder: join(packageRoot, 'data', 'models'),
    ...readTranscribe(environment),
    sampleFolder: join(packageRoot, 'data', 'sample'),
    webFolder: join(packageRoot, 'dist', 'web'),
    version,
  }
}

function readEnvironment(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

function readPort(value: string | undefined): number {
  if (!value) return 8080
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535)
    throw invalid('CUEPOINT_PORT', value, 'must be a number from 0 to 65535')
  return port
}

/** The pages ask for everything from the root of their origin, so a path has no place in it. */
function readOrigin(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null
  // It becomes part of a policy in a header, where a wildcard or a semicolon would mean something else.
  const isOrigin =
    url !== null && /^https?:\/\/[a-z0-9.:[\]-]+$/.test(url.origin) && url.href === `${url.origin}/`
  if (!isOrigin) throw invalid(name, value, 'must be like https://cuepoint.example.org, without a path')
  return url.origin
}

function readEmbedOrigins(value: string | undefined): EmbedOrigins {
  const words = value?.split(/[\s,]+/).filter(Boolean) ?? []
  if (words.length === 0) return null
  if (words.length === 1 && words[0] === '*') return 'any'
  if (words.length === 1 && words[0] === 'none') return []
  return words.map((word) => readOrigin('CUEPOINT_EMBED_ORIGINS', word))
}

function readToken(value: string | undefined): string | null {
  if (!value) return null
  if (value.length < minTokenLength)
    throw invalid('CUEPOINT_TOKEN', '(hidden)', `must have at least ${minTokenLength} characters`)
  return value
}

function readTranscribe(environment: Environment): Pick<Config, 'transcribeCommand' | 'transcribeModel'> {
  const { CUEPOINT_TRANSCRIBE: command, CUEPOINT_TRANSCRIBE_MODEL: model } = environment
  if (command && model)
    throw invalid('CUEPOINT_TRANSCRIBE_MODEL', model, 'excludes CUEPOINT_TRANSCRIBE; set one')
  return { transcribeCommand: command || null, transcribeModel: model || null }
}

function readFlag(name: string, value: string | undefined): boolean {
  if (!value || value === '0') return false
  if (value === '1') return true
  throw invalid(name, value, 'must be 0 or 1')
}

function readPullEvery(value: string | undefined): number | null {
  if (!value || value === '0') return null
  const everyMs = parseInterval(value)
  if (everyMs === null) throw invalid('CUEPOINT_PULL_EVERY', value, intervalHint)
  return everyMs
}

const invalid = (name: string, value: string, remedy: string) =>
  new AppError('CONFIG_INVALID', `${name}=${value} ${remedy} (see docs/config.md).`)
