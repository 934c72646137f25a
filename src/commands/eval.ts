import { AppError } from '../errors.js'
import { defaultSet, placeSet } from '../eval/bundled-sets.js'
import { assertNotRegressed, compareRuns } from '../eval/compare-runs.js'
import type { QueryChoice } from '../eval/eval-query.js'
import { readRun, writeRun, type EvalRun } from '../eval/eval-run.js'
import { describeComparison, describeRun } from '../eval/print-report.js'
import { readCorpora } from '../eval/read-corpus.js'
import { readEvalSet } from '../eval/read-eval-set.js'
import { runSet } from '../eval/run-set.js'
import { readSelfSet } from '../eval/self-set.js'
import { summarizeRun } from '../eval/summarize-run.js'
import type { SearchMode } from '../search/parse-query.js'
import { openCatalog } from '../adapters.js'
import { exitCodes, type Command, type CommandContext } from './command.js'
import { clean, type Terminal } from './terminal.js'

/** How well search finds: read set → open library → ask → judge → summarise → print. */

const selfSet = 'self'
const modes: readonly SearchMode[] = ['hybrid', 'dense', 'lexical']
const scopes = ['corpus', 'episode', 'all'] as const

export const evalCommand: Command = {
  name: 'eval',
  usage: '[<set>]',
  summary: 'measure how well search finds, with a set of queries whose answers are known',
  options: {
    corpus: { type: 'string', multiple: true },
    mode: { type: 'string', multiple: true },
    scope: { type: 'string' },
    every: { type: 'string' },
    out: { type: 'string' },
    baseline: { type: 'string' },
    tolerance: { type: 'string' },
    compare: { type: 'boolean' },
  },
  async run(context) {
    if (context.values.compare === true) await compareFiles(context)
    else await evaluate(context)
    return exitCodes.ok
  },
}

async function evaluate({ config, terminal, positionals, values, lists }: CommandContext): Promise<void> {
  if (positionals.length > 1)
    throw new AppError('USAGE', `eval takes one set, not ${positionals.length}: ${positionals.join(', ')}.`)
  const tolerance = readTolerance(values.tolerance)
  const choice = { ...readChoice(values), modes: readModes(lists.mode ?? []) }
  const name = positionals[0] ?? defaultSet
  const asking = { ...choice, config, onProgress: reportProgress(terminal) }
  const { run, baselinePath } =
    name === selfSet
      ? { run: await askOwnLibrary(asking), baselinePath: null }
      : await askSet(name, lists.corpus ?? [], asking)
  terminal.progress('')
  if (typeof values.out === 'string') await writeRun(values.out, run)

  const path = typeof values.baseline === 'string' ? values.baseline : baselinePath
  const baseline = path === null ? null : await readRun(path)
  const comparison = baseline && compareRuns(baseline, run)
  const summary = summarizeRun(run)
  const { queries, modes: _columns, ...head } = run
  if (values.json === true)
    terminal.print(JSON.stringify({ ...head, queries: queries.length, ...summary, comparison }, null, 2))
  else
    for (const line of [
      ...describeRun(run, summary),
      ...(comparison ? ['', ...describeComparison(comparison)] : []),
    ])
      terminal.print(clean(line))
  if (tolerance === null) return
  if (!comparison)
    throw new AppError('USAGE', '--tolerance needs a run to compare with: name it with --baseline.')
  assertNotRegressed(comparison, tolerance)
}

type Asking = Parameters<typeof runSet>[2]

async function askSet(
  name: string,
  corpora: readonly string[],
  asking: Asking,
): Promise<{ run: EvalRun; baselinePath: string | null }> {
  const { config } = asking
  const place = await placeSet(name, config)
  const set = await readEvalSet(place.path)
  const locations = corpora.length > 0 ? corpora : place.corpora
  if (locations.length === 0)
    throw new AppError('USAGE', `Name the folders that the episodes of ${name} are in with --corpus.`)
  asking.onProgress('reading episodes')
  const episodes = await readCorpora(locations, config)
  return { run: await runSet(set, episodes, asking), baselinePath: place.baseline }
}

/** The set is of all that the user has; what was embedded for the user's own library is taken from there. */
async function askOwnLibrary(asking: Asking): Promise<EvalRun> {
  const catalog = await openCatalog(asking.config)
  try {
    asking.onProgress('reading the library')
    const { set, episodes } = await readSelfSet(catalog)
    if (set.queries.length === 0)
      throw new AppError(
        'EVAL_INPUT_INVALID',
        'The library has no chapter, soundbite or heading of a post that could be a query: add sources that have.',
      )
    return await runSet(set, episodes, { ...asking, known: catalog })
  } finally {
    await catalog.close()
  }
}

async function compareFiles({ terminal, positionals, values }: CommandContext): Promise<void> {
  const [before, after] = positionals
  if (before === undefined || after === undefined || positionals.length > 2)
    throw new AppError(
      'USAGE',
      'eval --compare takes two runs: cuepoint eval --compare before.json after.json',
    )
  const comparison = compareRuns(await readRun(before), await readRun(after))
  if (values.json === true) terminal.print(JSON.stringify(comparison, null, 2))
  else for (const line of describeComparison(comparison)) terminal.print(clean(line))
}

function readChoice({ scope = 'corpus', every = '1' }: CommandContext['values']): QueryChoice {
  const found = scopes.find((each) => each === scope)
  if (!found) throw new AppError('USAGE', `--scope ${String(scope)} must be one of ${scopes.join(', ')}.`)
  const number = Number(every)
  if (!Number.isInteger(number) || number < 1)
    throw new AppError('USAGE', `--every ${String(every)} must be a whole number from 1.`)
  return { scope: found, every: number }
}

function readModes(names: readonly string[]): readonly SearchMode[] {
  const unknown = names.find((name) => !modes.some((mode) => mode === name))
  if (unknown !== undefined)
    throw new AppError('USAGE', `--mode ${unknown} must be one of ${modes.join(', ')}.`)
  return names.length === 0 ? modes : modes.filter((mode) => names.includes(mode))
}

function readTolerance(value: string | boolean | undefined): number | null {
  if (value === undefined) return null
  const number = Number(value)
  if (value === '' || !(number >= 0 && number <= 1))
    throw new AppError('USAGE', `--tolerance ${String(value)} must be a number from 0 to 1, as MRR@10 is.`)
  return number
}

/** Where nobody looks at a terminal, a log gets a line now and then. */
const logIntervalMs = 15_000

function reportProgress(terminal: Terminal): (line: string) => void {
  let saidAt = performance.now()
  return (line) => {
    terminal.progress(line)
    if (process.stderr.isTTY || performance.now() - saidAt < logIntervalMs) return
    saidAt = performance.now()
    terminal.say(line)
  }
}
