import { test } from 'vitest'
import { bakingLibrary } from './baking-library.js'
import { aFollowedLibrary, withoutSlugs } from './followed-library.js'
import { writeFileSync } from 'node:fs'

test('look', async () => {
  const a = await aFollowedLibrary()
  await a.write(...bakingLibrary)
  await a.newFollower().follow(a.embed)
  const all = await a.read()
  const b = await aFollowedLibrary()
  const f = b.newFollower()
  const reports = []
  for (const d of bakingLibrary) { await b.write(d); reports.push([d.document.id, await f.follow(b.embed), b.steps.at(-1)!.documents.map(x=>x.evidence.documentId).join(), b.steps.at(-1)!.concepts.length]) }
  const one = await b.read()
  await b.catalog.clearConcepts()
  await f.follow(b.embed)
  const again = await b.read()
  writeFileSync('/tmp/look.json', JSON.stringify({ all, one, again, reports, wa: withoutSlugs(all), wo: withoutSlugs(one), wg: withoutSlugs(again) }, null, 1))
})
