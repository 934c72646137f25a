import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConceptEdit } from '../../src/domain/concept.js'
import { bakingLibrary, type BakingDocument } from './baking-library.js'
import { aFollowedLibrary, withoutSlugs } from './followed-library.js'

/** What a step writes is what all steps before and it would have written at once: counts in parts, matches, concepts. */

const documentIds = Array.from({ length: 10 }, (_, at) => `d${at}`)
const names = ['levain', 'cold retard', 'oven spring', 'diastatic malt', 'water activity', 'crumb']

const aPlace = (length: number) => fc.integer({ min: 0, max: length - 1 })
const someDocument = fc.constantFrom(...documentIds)
const someName = fc.constantFrom(...names)
const anEdit: fc.Arbitrary<ConceptEdit> = fc.oneof(
  fc.record({ kind: fc.constant('hide' as const), key: someName, hidden: fc.boolean() }),
  fc.record({ kind: fc.constant('merge' as const), key: someName, into: someName }),
  fc.record({ kind: fc.constant('split' as const), key: someName, from: someName }),
  fc.record({ kind: fc.constant('rename' as const), key: someName, name: fc.constantFrom('Crust', 'Malt') }),
)
const aChange = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ id: someDocument, of: fc.tuple(aPlace(bakingLibrary.length), aPlace(3)) }),
  },
  { weight: 1, arbitrary: fc.record({ id: someDocument, status: fc.constantFrom('present', 'withdrawn') }) },
  { weight: 1, arbitrary: fc.record({ edit: anEdit }) },
)
const aStep = fc.record({
  changes: fc.array(aChange, { minLength: 1, maxLength: 3 }),
  /** Another one goes on. */
  byNewProcess: fc.boolean(),
})

/** One of the library under another id, every third passage or section left out. */
function aVariant(id: string, [of, left]: readonly [number, number]): BakingDocument {
  const { document, talk } = bakingLibrary[of] as BakingDocument
  const some = <Each>(all: readonly Each[]) => all.filter((_, at) => at % 3 !== left || all.length === 1)
  return { document: { ...document, id, guid: id, sections: some(document.sections) }, talk: some(talk) }
}

test('steps, by one process or by several, give what all of it gives at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 8, maxLength: 16 }), async (steps) => {
      const { catalog, newFollower, embed, write, read } = await aFollowedLibrary()
      let follower = newFollower()
      const written = new Set<string>()
      for (const { changes, byNewProcess } of steps) {
        for (const change of changes) {
          if ('edit' in change) await catalog.addConceptEdits([change.edit])
          else if ('of' in change) {
            await write(aVariant(change.id, change.of))
            written.add(change.id)
          } else if (written.has(change.id)) await catalog.setDocumentStatus(change.id, change.status)
        }
        if (byNewProcess) follower = newFollower()
        await follower.follow(embed)
      }
      const followed = withoutSlugs(await read())
      await catalog.clearConcepts()
      await newFollower().follow(embed)
      expect(followed).toEqual(withoutSlugs(await read()))
    }),
    { numRuns: 4 },
  )
})
