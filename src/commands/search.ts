import { presentHit } from '../api/present-hit.js'
import { toFilter } from '../api/to-filter.js'
import { formatClock } from '../domain/time.js'
import { documentKinds, type DocumentKind } from '../domain/document.js'
import { AppError } from '../errors.js'
import type { SearchMode } from '../search/parse-query.js'
import type { PassageResult, SearchResult } from '../search/search-result.js'
import { openSearch } from '../open-search.js'
import { exitCodes, type Command, type CommandContext } from './command.js'
import { describeEmpty } from './describe-empty.js'
import { clean, type Terminal } from './terminal.js'

const modes: readonly SearchMode[] = ['hybrid', 'lexical', 'dense']
const maxHits = 100

export const searchCommand: Command = {
  name: 'search',
  usage: '"<query>"',
  summary: 'find the moments where something was said',
  options: {
    k: { type: 'string' },
    mode: { type: 'string' },
    kind: { type: 'string' },
    source: { type: 'string' },
    speaker: { type: 'string' },
    after: { type: 'string' },
    before: { type: 'string' },
    lang: { type: 'string' },
    'include-ads': { type: 'boolean' },
  },
  async run({ config, terminal, positionals, values }) {
    const request = readRequest(values)
    const { search, readStatus, close } = await openSearch(config, (error) => terminal.say(String(error)))
    try {
      const started = performance.now()
      const result = await search(positionals.join(' '), request)
      const tookMs = Math.round(performance.now() - started)
      if (values.json === true)
        terminal.print(JSON.stringify({ ...result, tookMs, hits: result.hits.map(presentHit) }, null, 2))
      else printResult(result, terminal)
      if (result.searchedFor !== null)
        terminal.say(`Nothing says this. Results for: ${clean(result.searchedFor)}`)
      else if (result.didYouMean !== null) terminal.say(`Did you mean: ${clean(result.didYouMean)}`)
      if (result.byMeaning) terminal.say('Nothing says these words: what was found is nearest in meaning.')
      if (result.hits.length === 0)
        terminal.say(describeEmpty(await readStatus()) ?? 'Nothing found: try fewer or other words.')
      return result.hits.length > 0 ? exitCodes.ok : exitCodes.nothingFound
    } finally {
      await close()
    }
  },
}

function readRequest(values: CommandContext['values']) {
  const text = (name: string) => (typeof values[name] === 'string' ? { [name]: values[name] } : {})
  return {
    k: readNumber('k', values.k, 10),
    mode: readChoice('mode', values.mode, modes) ?? 'hybrid',
    sort: 'relevance' as const,
    cursor: null,
    filter: toFilter({
      ...text('source'),
      ...text('speaker'),
      ...text('after'),
      ...text('before'),
      ...text('lang'),
      ...optionalKind(readChoice('kind', values.kind, documentKinds)),
      includeAds: values['include-ads'] === true,
    }),
  }
}

const optionalKind = (kind: DocumentKind | undefined) => (kind ? { kind } : {})

function readNumber(name: string, value: string | boolean | undefined, fallback: number): number {
  if (value === undefined) return fallback
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > maxHits)
    throw new AppError('USAGE', `--${name} ${String(value)} must be a whole number from 1 to ${maxHits}.`)
  return number
}

function readChoice<Choice extends string>(
  name: string,
  value: string | boolean | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (value === undefined) return undefined
  const choice = choices.find((candidate) => candidate === value)
  if (!choice) throw new AppError('USAGE', `--${name} ${String(value)} must be one of ${choices.join(', ')}.`)
  return choice
}

function printResult({ answer, concepts, hits }: SearchResult, terminal: Terminal): void {
  for (const { text, startMs } of answer?.sentences ?? [])
    terminal.print(`${startMs === null ? '' : `${formatClock(startMs)}  `}“${clean(text)}”`)
  if (answer) terminal.print('')
  for (const [index, hit] of hits.entries()) printHit(index + 1, hit, terminal)
  const names = concepts.map(({ name }) => clean(name)).join(' · ')
  if (names !== '') terminal.print(`\n${terminal.dim('Related concepts:')} ${names}`)
}

function printHit(rank: number, hit: PassageResult, terminal: Terminal): void {
  const { document, best, text, jumpMs, speaker } = hit
  const at = jumpMs === null ? '¶' : formatClock(jumpMs)
  const sentence = clean(text.slice(best[0], best[1]))
  const about = [document.title, document.sourceTitle, document.publishedAt?.slice(0, 10), speaker]
    .filter(Boolean)
    .join(' · ')
  terminal.print(`${String(rank).padStart(2)}. ${terminal.bold(at.padStart(7))}  ${sentence}`)
  terminal.print(`             ${terminal.dim(clean(about))}`)
}
