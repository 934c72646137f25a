import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ConceptRunner } from '../src/concepts/concept-runner.js'
import { readConfig } from '../src/config.js'
import { acquireIndexLock } from '../src/index/embedded/index-lock.js'
import { openServices } from '../src/services.js'

test('who waits for the index of a server that stops need not wait for its step of concepts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuepoint-services-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const services = await openServices(readConfig({ CUEPOINT_DATA: folder }), (error) => {
    throw error
  })
  const close = ConceptRunner.prototype.close
  const ending = vi.spyOn(ConceptRunner.prototype, 'close').mockImplementation(async function (
    this: ConceptRunner,
  ) {
    acquireIndexLock(join(folder, 'index'))()
    await close.call(this)
  })
  onTestFinished(() => ending.mockRestore())
  await services.close()
  expect(ending).toHaveBeenCalledOnce()
})
