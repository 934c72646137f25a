import { expect, test } from 'vitest'
import { hideConcept, mergeConcept, renameConcept, splitConcept } from '../../src/concepts/edit-concept.js'
import { findResultConcepts } from '../../src/concepts/find-query-concepts.js'
import { aSection } from '../builders/items.js'
import { aBakingPost, aBakingTalk } from './baking-library.js'
import { aFollowedLibrary } from './followed-library.js'

/** What a user decides sticks: after each edit, by another process, and when concepts are found anew. */

const post = (id: string, day: string, ...headings: string[]) =>
  aBakingPost(
    id,
    day,
    headings.map((heading, at) =>
      aSection({
        anchor: `s${at}`,
        heading: `${at + 1}. ${heading}`,
        text: `This is ${heading}.\n\nLike ${heading}.`,
        quotes: [`Like ${heading}.`],
      }),
    ),
  )

async function anEditedLibrary() {
  const library = await aFollowedLibrary()
  await library.write(
    post('post-1', '2026-01-01', 'Cold Retard', 'Water Activity (WA)', 'OOD Inputs (Out-of-Distribution)'),
    post('post-2', '2026-01-02', 'Levain', 'Oven Spring', 'Stone Mill'),
    aBakingTalk('talk', '2026-01-03', [
      ['maria', null, 'A levain before the cold retard.', 'The out-of-distribution loaf has no oven spring.'],
      ['jonas', null, 'Levain and water activity.', 'Is the oven spring out of distribution?'],
    ]),
  )
  const follower = library.newFollower()
  await follower.follow(library.embed)
  const { catalog, embed, read } = library
  const editing = { catalog, refresh: async () => void (await follower.follow(embed)) }
  /** The concept of a slug, when everybody agrees on what there is. */
  const show = async (slug: string) => {
    const followed = await read()
    await catalog.clearConcepts()
    await library.newFollower().follow(embed)
    expect(await read()).toEqual(followed)
    await follower.follow(embed)
    return catalog.findConcept(slug)
  }
  return { ...library, editing, show, follower }
}

test('merging: one concept under the name of the other, found by both slugs', async () => {
  const { editing, show, catalog, steps } = await anEditedLibrary()
  const [levain, spring] = [await catalog.findConcept('levain'), await catalog.findConcept('oven-spring')]
  expect(await mergeConcept('levain', 'oven-spring', editing)).toBe('oven-spring')
  // What was read of the documents stays as it is.
  expect(steps.at(-1)?.documents.length).toBeGreaterThan(0)
  expect(steps.at(-1)?.documents.filter(({ evidence }) => evidence !== null)).toEqual([])
  const merged = await show('levain')
  expect(merged).toMatchObject({ slug: 'oven-spring', name: 'Oven Spring', aliases: ['Levain'] })
  expect(merged).toEqual(await catalog.findConcept('oven-spring'))
  // Both are in both passages of the talk.
  expect([levain?.mentionCount, spring?.mentionCount, merged?.mentionCount]).toEqual([3, 3, 4])
  expect(merged?.definitions.map(({ text }) => text)).toEqual(['This is Levain.', 'This is Oven Spring.'])
})

test('splitting, merging again and splitting again: the last one counts, and new documents change nothing', async () => {
  const { editing, show, catalog, write, follower, embed } = await anEditedLibrary()
  const names = async (slug: string) => {
    const concept = await show(slug)
    return concept && [concept.slug, concept.name, ...concept.aliases]
  }
  const whole = ['ood-inputs', 'OOD Inputs', 'Out-of-Distribution', 'OOD', 'Out-of-Distribution Inputs']
  const slug = (await catalog.findConcept('ood-input'))?.slug ?? ''
  expect(await names(slug)).toEqual([slug, ...whole.slice(1)])
  const rest = [slug, 'OOD Inputs', 'OOD', 'Out-of-Distribution Inputs']

  await splitConcept(slug, 'Out-of-Distribution', editing)
  expect(await names(slug)).toEqual(rest)
  expect(await names('out-of-distribution')).toEqual(['out-of-distribution', 'Out-of-Distribution'])

  await mergeConcept('out-of-distribution', slug, editing)
  expect(await names('out-of-distribution')).toEqual([slug, ...whole.slice(1)])

  await splitConcept(slug, 'Out-of-Distribution', editing)
  await write(
    post('post-3', '2026-01-04', 'OOD Inputs (Out-of-Distribution)', 'Roller Mill', 'Hand Mill'),
    aBakingTalk('talk-2', '2026-01-05', [
      [
        'maria',
        null,
        'Inputs out-of-distribution (OOD) are rare.',
        'So is out-of-distribution (OOD) itself.',
      ],
    ]),
  )
  await follower.follow(embed)
  expect(await names(slug)).toEqual(rest)
  expect(await names('out-of-distribution')).toEqual(['out-of-distribution', 'Out-of-Distribution'])
})

test('renaming twice and hiding after it: the last name counts, each finds the concept by the name that it has by then', async () => {
  const { editing, show, catalog } = await anEditedLibrary()
  await renameConcept('levain', 'Sour Starter', editing)
  expect(await show('levain')).toMatchObject({ slug: 'levain', name: 'Sour Starter', aliases: ['Levain'] })
  await hideConcept('levain', true, editing)
  expect(await show('levain')).toMatchObject({ hidden: true })
  expect(await catalog.findConceptsByKey(['levain', 'sour starter'])).toEqual(new Map())
  await hideConcept('levain', false, editing)
  await renameConcept('levain', 'Starter', editing)
  expect(await show('levain')).toMatchObject({
    slug: 'levain',
    name: 'Starter',
    aliases: ['Levain'],
    hidden: false,
    mentionCount: 3,
  })
})

test('a name that a user gave and a later post explains is one concept, not two with one name', async () => {
  const { editing, show, write, follower, embed } = await anEditedLibrary()
  await renameConcept('levain', 'Sour Starter', editing)
  await write(post('post-3', '2026-01-04', 'Sour Starter', 'Roller Mill', 'Hand Mill'))
  await follower.follow(embed)
  expect(await show('levain')).toMatchObject({ name: 'Sour Starter', aliases: ['Levain'], documentCount: 3 })
})

test('a name that nothing mentions is split off: it has a page to undo that on, and stands in no list', async () => {
  const { editing, show, catalog } = await anEditedLibrary()
  const listed = async () => {
    const { concepts, total } = await catalog.listConcepts({}, { limit: 100, cursor: null })
    expect(total).toBe(concepts.length)
    const { nodes } = await catalog.readConceptGraph(100)
    expect(nodes.map(({ slug }) => slug)).toEqual(concepts.map(({ slug }) => slug))
    return concepts.map(({ slug }) => slug)
  }
  const before = await listed()
  const slug = (await catalog.findConcept('ood-input'))?.slug ?? ''
  await splitConcept(slug, 'OOD', editing)
  expect(await show('ood')).toMatchObject({ slug: 'ood', mentionCount: 0 })
  expect(await listed()).toEqual(before)
  const { concepts } = await findResultConcepts('what is OOD', [], {
    catalog,
    passageCount: () => Promise.resolve(10),
  })
  expect(concepts).toEqual([])
  await mergeConcept('ood', slug, editing)
  expect((await show(slug))?.aliases).toContain('OOD')
})
