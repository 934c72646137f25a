// Makes data/sample/bitcoin-transcripts and data/sample/optech out of their originals. Same input, same output.
//   npx tsx scripts/sample/make-bitcoin.ts <data folder>
// The data folder holds checkouts of github.com/bitcointranscripts/bitcointranscripts in `bitcointranscripts` and of
// github.com/bitcoinops/bitcoinops.github.io in `optech`, at the commits named in each SOURCE.md.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeOptech } from './bitcoin/make-optech.js'
import { makeTalkShow } from './bitcoin/make-talk-show.js'
import { SampleError } from './bitcoin/sample-error.js'
import { OPTECH, TALK_SHOWS } from './bitcoin/selection.js'
import { readSource, writeSample } from './bitcoin/source-file.js'

const SAMPLE_FOLDER = fileURLToPath(new URL('../../data/sample/', import.meta.url))

async function makeBitcoin(dataFolder: string | undefined): Promise<void> {
  if (dataFolder === undefined)
    throw new SampleError('SAMPLE_USAGE', 'npx tsx scripts/sample/make-bitcoin.ts <data folder>')

  const transcripts = {
    from: join(dataFolder, 'bitcointranscripts'),
    to: join(SAMPLE_FOLDER, 'bitcoin-transcripts'),
  }
  for (const show of TALK_SHOWS) {
    await rm(join(transcripts.to, show.folder), { recursive: true, force: true })
    await makeTalkShow(show, transcripts.from, transcripts.to)
  }
  await writeSample(join(transcripts.to, 'LICENSE'), await readSource(join(transcripts.from, 'LICENSE.md')))

  const optech = { from: join(dataFolder, 'optech'), to: join(SAMPLE_FOLDER, 'optech') }
  for (const made of ['transcripts', 'chapters', 'newsletters'])
    await rm(join(optech.to, made), { recursive: true, force: true })
  await makeOptech(optech.from, optech.to)
  await writeSample(join(optech.to, 'LICENSE'), await readSource(join(optech.from, 'LICENSE.txt')))

  const talks = TALK_SHOWS.reduce((sum, { slugs }) => sum + slugs.length, 0)
  console.error(`${talks} talks and ${OPTECH.dates.length} recaps with their newsletters in ${SAMPLE_FOLDER}`)
}

try {
  await makeBitcoin(process.argv[2])
} catch (error) {
  if (!(error instanceof SampleError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
