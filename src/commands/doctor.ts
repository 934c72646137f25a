import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog } from '../catalog/catalog.js'
import type { Config } from '../config.js'
import type { CrossEncoder } from '../embed/cross-encoder.js'
import type { Embedder } from '../embed/embedder.js'
import { AppError, reasonOf } from '../errors.js'
import type { SearchIndex } from '../index/search-index.js'
import { openCatalog, openCrossEncoder, openCurrentIndex, openQueryEmbedder } from '../adapters.js'
import { exitCodes, type Command } from './command.js'

interface Finding {
  check: string
  ok: boolean
  detail: string
}

/** Less, and the first large feed fills the disk. */
const minFreeBytes = 500 * 1024 * 1024

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  summary: 'check that everything Cuepoint needs is there and works',
  options: {},
  async run({ config, terminal, values }) {
    const findings = [
      checkNode(),
      await checkFolder(config),
      await checkDisk(config),
      ...(await checkSearch(config)),
    ]
    if (values.json === true) terminal.print(JSON.stringify({ findings }, null, 2))
    else
      for (const { check, ok, detail } of findings)
        terminal.print(`${ok ? 'ok  ' : 'FAIL'} ${check.padEnd(8)} ${detail}`)
    return findings.every(({ ok }) => ok) ? exitCodes.ok : exitCodes.error
  },
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  return { check: 'node', ok, detail: `${process.version}${ok ? '' : ': install Node 20.19 or newer'}` }
}

async function checkFolder({ dataFolder }: Config): Promise<Finding> {
  const probe = join(dataFolder, `.doctor-${process.pid}`)
  try {
    await mkdir(dataFolder, { recursive: true })
    await writeFile(probe, '')
    await rm(probe)
    return { check: 'folder', ok: true, detail: `${dataFolder} can be written` }
  } catch (error) {
    return {
      check: 'folder',
      ok: false,
      detail: `${reasonOf(error)}: name another folder with CUEPOINT_DATA`,
    }
  }
}

async function checkDisk({ dataFolder }: Config): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(dataFolder)
    const free = bavail * bsize
    const detail = `${Math.floor(free / 1024 / 1024)} MB free`
    return {
      check: 'disk',
      ok: free >= minFreeBytes,
      detail: free >= minFreeBytes ? detail : `${detail}: free at least 500 MB`,
    }
  } catch (error) {
    return { check: 'disk', ok: false, detail: reasonOf(error) }
  }
}

interface Part {
  close(): Promise<void>
}

/**
 * Catalog, models and index, each opened and asked by itself, so that one that fails leaves the others to be told of.
 * The index alone needs two of the others: whose changes it follows, and whose vectors it holds.
 */
async function checkSearch(config: Config): Promise<Finding[]> {
  const findings: Finding[] = []
  const parts: Part[] = []
  /** The part, which is closed at the end; null when none is set, or when it does not open or does not answer. */
  const check = async <Opened extends Part>(
    name: string,
    open: () => Promise<Opened | null>,
    ask: (part: Opened) => Promise<Omit<Finding, 'check'>>,
  ): Promise<Opened | null> => {
    try {
      const part = await open()
      if (!part) return null
      parts.push(part)
      findings.push({ check: name, ...(await ask(part)) })
      return part
    } catch (error) {
      const detail = error instanceof AppError ? `${error.code}: ${error.message}` : reasonOf(error)
      findings.push({ check: name, ok: false, detail })
      return null
    }
  }
  const catalog = await check('catalog', () => openCatalog(config), describeCatalog)
  const embedder = await check('model', () => openQueryEmbedder(config), describeModel)
  await check('reranker', () => openCrossEncoder(config), describeReranker)
  if (catalog && embedder)
    await check(
      'index',
      () => openCurrentIndex(config, catalog, embedder),
      (index) => describeIndex(index, catalog),
    )
  else {
    const missing = [!catalog && 'the catalog', !embedder && 'the model'].filter((part) => part !== false)
    findings.push({ check: 'index', ok: false, detail: `not asked: it needs ${missing.join(' and ')}` })
  }
  for (const part of parts.reverse()) await part.close().catch(() => undefined)
  return findings
}

async function describeCatalog(catalog: Catalog): Promise<Omit<Finding, 'check'>> {
  const { documents, issues } = await catalog.counts()
  const total = documents.episode + documents.short + documents.post
  return { ok: true, detail: `${total} documents, ${issues} issues in the latest pulls` }
}

async function describeModel(embedder: Embedder): Promise<Omit<Finding, 'check'>> {
  await embedder.embedQuery('ready')
  return { ok: true, detail: `${embedder.identity.model} embeds` }
}

async function describeReranker(crossEncoder: CrossEncoder): Promise<Omit<Finding, 'check'>> {
  await crossEncoder.score('ready', ['ready'])
  return { ok: true, detail: `${crossEncoder.model} scores` }
}

async function describeIndex(index: SearchIndex, catalog: Catalog): Promise<Omit<Finding, 'check'>> {
  const [{ passages }, watermark, latest] = await Promise.all([
    index.stats(),
    index.watermark(),
    catalog.latestSeq(),
  ])
  const behind = Math.max(0, latest - watermark)
  return { ok: behind === 0, detail: `${passages} passages, ${behind} changes behind` }
}
