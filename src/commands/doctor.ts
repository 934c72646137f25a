import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.js'
import { AppError, reasonOf } from '../errors.js'
import { openSearch } from '../services.js'
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

/** Catalog, models and index, by opening them and asking one question of each. */
async function checkSearch(config: Config): Promise<Finding[]> {
  try {
    const { readStatus, checkReady, crossEncoder, close } = await openSearch(config, () => undefined)
    try {
      await checkReady()
      await crossEncoder?.score('ready', ['ready'])
      const { documents, index, model, issues } = await readStatus()
      const total = documents.episode + documents.short + documents.post
      return [
        { check: 'catalog', ok: true, detail: `${total} documents, ${issues} issues in the latest pulls` },
        { check: 'model', ok: true, detail: `${model} embeds` },
        ...(crossEncoder ? [{ check: 'reranker', ok: true, detail: `${crossEncoder.model} scores` }] : []),
        {
          check: 'index',
          ok: index.behind === 0,
          detail: `${index.passages} passages, ${index.behind} changes behind`,
        },
      ]
    } finally {
      await close()
    }
  } catch (error) {
    const name = error instanceof AppError ? `${error.code}: ${error.message}` : reasonOf(error)
    return [{ check: 'search', ok: false, detail: name }]
  }
}
