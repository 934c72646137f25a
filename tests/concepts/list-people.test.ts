import { expect, test } from 'vitest'
import { conceptKey } from '../../src/concepts/concept-key.js'
import { listPeople } from '../../src/concepts/list-people.js'
import type { PersonMention } from '../../src/domain/concept.js'

type Named = [name: string, role: PersonMention['role'], count: number]

function list(people: Named[], mentioned: [string, number][] = []): Named[] {
  const names = new Map(mentioned.map(([name]) => [conceptKey(name), name]))
  const evidence = {
    documentId: 'one',
    people: people.map(([name, role, count]) => ({ name, role, count })),
    mentioned: mentioned.map(([name, count]) => ({ key: conceptKey(name), count })),
    called: [],
  }
  return listPeople(evidence, { names }).map(({ name, role, count }) => [name, role, count])
}

test('labels of voices are nobody, a name written in two ways is one person', () => {
  expect(
    list([
      ['Aaron van Wirdum', 'host', 0],
      ['Speaker 0', 'speaker', 40],
      ['Aaron Van Wirdum', 'speaker', 12],
      ['???', 'speaker', 1],
    ]),
  ).toEqual([
    ['Aaron van Wirdum', 'host', 12],
    ['???', 'speaker', 1],
  ])
})

test('a part of a name is the person whose whole name the document has', () => {
  expect(
    list(
      [
        ['Gustavo Flores Echaiz', 'host', 3],
        ['Gustavo', 'speaker', 7],
      ],
      [
        ['Flores Echaiz', 2],
        ['Gustavo Flores', 1],
        ['Maria Flores', 1],
      ],
    ),
  ).toEqual([
    ['Gustavo Flores Echaiz', 'host', 10],
    ['Maria Flores', 'mentioned', 1],
  ])
})

test('a part that two people have stays, and so does who is heard and not known by the whole name', () => {
  expect(
    list(
      [],
      [
        ['Adam Jonas', 1],
        ['Jonas Nick', 1],
        ['Jonas', 4],
      ],
    ),
  ).toEqual([
    ['Adam Jonas', 'mentioned', 1],
    ['Jonas Nick', 'mentioned', 1],
    ['Jonas', 'mentioned', 4],
  ])
  expect(list([['Aaron', 'speaker', 9]], [['Aaron Swartz', 1]])).toEqual([
    ['Aaron', 'speaker', 9],
    ['Aaron Swartz', 'mentioned', 1],
  ])
})
