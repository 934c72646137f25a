import { expect, test } from 'vitest'
import { conceptKey } from '../../../src/concepts/concept-key.js'
import type { CalledName } from '../../../src/concepts/extract/find-called.js'
import { findCalledPeople } from '../../../src/concepts/resolve/find-called-people.js'
import { anEnglish, anEvidence, aTable, aTerm } from '../evidence-builder.js'

const english = anEnglish({ quell: 4, huh: 4.3, michael: 5.1, great: 5.9, alice: 4.3 }, ['michael', 'alice'])

/** Two documents in which the name is said as often as given, with capitals unless it begins with a small letter. */
function find(text: string, said: number, ...uses: Partial<CalledName>[]) {
  const key = conceptKey(text)
  const capital = /^\p{Lu}/u.test(text) ? said : 0
  const documents = uses.map((fields, at) =>
    anEvidence({
      documentId: `document-${at}`,
      terms: at === 0 ? [aTerm(text, { count: said, capital })] : [],
      called: [{ key, text, addressed: 0, speaking: 0, paired: 0, ...fields }],
    }),
  )
  const { people, cast } = findCalledPeople(documents, aTable(...documents), english)
  return people.get(key) ?? (cast.has(key) ? 'cast' : null)
}

test('who is spoken to in two documents, or spoken to and quoted, is a person', () => {
  expect(find('Quell', 40, { addressed: 2 }, { addressed: 1 })).toBe('Quell')
  expect(find('Quell', 40, { addressed: 2, speaking: 1 })).toBe('Quell')
})

test('who is reported to say something in two documents, whenever named, is a person', () => {
  expect(find('Quell', 25, { speaking: 1 }, { speaking: 1 })).toBe('Quell')
  expect(find('Quell', 26, { speaking: 1 }, { speaking: 1 })).toBeNull()
  expect(find('huh', 4, { speaking: 2 }, { speaking: 2 })).toBeNull()
})

test('a handle that is no word may be in small letters; a given name may be a usual word', () => {
  expect(find('t-bast', 15, { addressed: 2, speaking: 1 })).toBe('t-bast')
  expect(find('Michael', 40, { addressed: 2 }, { addressed: 1 })).toBe('Michael')
})

test('what is said so seldom is none, nor what was so in one place only, nor is a quoted one', () => {
  expect(find('Quell', 100, { addressed: 2 }, { addressed: 1 })).toBeNull()
  expect(find('Quell', 10, { addressed: 3 })).toBeNull()
  expect(find('Quell', 10, { speaking: 9 })).toBeNull()
})

test('words of the language are none: in small letters, or usual ones with a capital', () => {
  expect(find('huh', 40, { addressed: 20 }, { addressed: 20 })).toBeNull()
  expect(find('Great', 40, { addressed: 20 }, { addressed: 20 })).toBeNull()
})

test('those of examples are known by each other', () => {
  expect(find('Alice', 30, { paired: 3 })).toBe('cast')
  expect(find('Alice', 31, { paired: 3 })).toBeNull()
  expect(find('Alice', 2, { paired: 2 })).toBeNull()
})
