import { expect, test } from 'vitest'
import { aSection } from '../builders/items.js'
import { aBakingPost, aBakingTalk } from './baking-library.js'
import { aFollowedLibrary } from './followed-library.js'

/** Names that break what does not expect them; the same library twice, since what is written is read back. */

const names = [
  ...['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'],
  ...['<script>alert(1)</script>', '"; drop table concepts; --', '%', '_', '\\', "O'Brien's (OB)"],
  ...['🥖', '🥖 Bread', '👩‍👩‍👧', 'e\u0301clair', '面包', 'خبز', '\u202Eevil', 'null', 'undefined', 'NaN'],
  ...['x'.repeat(10_000), 'word '.repeat(2_000), '(((((', '()', ' ', '', '𝒜'.repeat(100), '𠀀'.repeat(100)],
  ...['graph', 'map', '#notes', '../../etc/passwd', '\u0000', 'a\nb', 'A / B / C (D) (E)', 'vs', 'A vs A'],
]

test('names of any kind are read, kept, merged and found without failing', async () => {
  const { write, newFollower, embed, read, catalog } = await aFollowedLibrary({
    titles: { show: '', blog: '__proto__', other: '\\' },
  })
  await write(
    ...names.map((name, at) =>
      aBakingPost(
        `post-${at}`,
        `2026-01-${10 + (at % 19)}`,
        [name, `${name} ${name}`, `Second ${at}`].map((heading, position) =>
          aSection({
            anchor: `s${position}`,
            heading: `${position + 1}. ${heading}`,
            text: `${heading} is a ${heading}. The ${heading} is here.`,
            quotes: [`Like ${heading}.`],
            links: [{ title: heading, url: 'javascript:alert(1)', rel: 'paper' }],
          }),
        ),
        { title: name, tags: [name], people: [{ name, role: 'author' }] },
      ),
    ),
    aBakingTalk('talk', '2026-02-01', [
      ['maria', '', ...names.filter((name) => name.trim() !== '' && name.length < 200)],
      ['maria', names[0] ?? null, names.map((name) => `${name} (${name.slice(0, 3)})`).join(' and ')],
    ]),
    aBakingTalk('twice', '2026-02-02', [['jonas', null, '']], {
      title: '',
      people: [
        { name: 'Ada', role: 'producer' },
        { name: 'Ada', role: 'editor' },
        { name: '', role: '' },
      ],
    }),
  )
  const follower = newFollower()
  expect(await follower.follow(embed)).toMatchObject({ documents: names.length + 2 })
  const followed = await read()
  await catalog.clearConcepts()
  await newFollower().follow(embed)
  expect(await read()).toEqual(followed)

  const { concepts } = followed
  expect(concepts.length).toBeGreaterThan(30)
  for (const { slug } of concepts) expect(slug).toMatch(/^(?!graph$|map$)[\p{L}\p{N}-]{1,80}$/u)
  expect(concepts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Constructor', '__proto__', 'toString', '面包']),
  )

  const edits = ['constructor', 'proto', '__proto__', '', '\u0000', 'x'.repeat(100_000)]
  await catalog.addConceptEdits([
    ...edits.map((key) => ({ kind: 'merge' as const, key, into: 'second 1' })),
    ...edits.map((key) => ({ kind: 'rename' as const, key, name: `${key} <b>` })),
    ...edits.map((key) => ({ kind: 'split' as const, key, from: key })),
    ...edits.map((key) => ({ kind: 'hide' as const, key, hidden: true })),
  ])
  expect(await follower.follow(embed)).toMatchObject({ documents: 0 })
})
