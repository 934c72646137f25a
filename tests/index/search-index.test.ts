import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe } from 'vitest'
import { openEmbeddedIndex } from '../../src/index/embedded/open-embedded-index.js'
import { anIdentity } from './entry-builder.js'
import { describeSearchIndex, type IndexAdapter } from './search-index-contract.js'

/** @param exactScanMaxVectors undefined for the default, by which the contract's small library needs no graph */
const embedded = (name: string, exactScanMaxVectors?: number): IndexAdapter => ({
  name,
  async open() {
    const folder = await mkdtemp(join(tmpdir(), 'cuepoint-index-'))
    const open = () =>
      openEmbeddedIndex(folder, anIdentity, {
        role: 'writer',
        ...(exactScanMaxVectors === undefined ? {} : { exactScanMaxVectors }),
      })
    let index = await open()
    return {
      index,
      async reopen() {
        await index.close()
        return (index = await open())
      },
      async dispose() {
        await index.close()
        await rm(folder, { recursive: true })
      },
    }
  },
})

describe.each([embedded('embedded, exact'), embedded('embedded, with a graph', 0)])(
  '$name',
  describeSearchIndex,
)
