import type { Person } from '../../../src/domain/document.js'
import { toLine } from '../html/html-to-text.js'
import { childText, findChildren, textOf, type XmlElement } from './parse-xml.js'

/** The authors whom RSS, Atom, iTunes or Dublin Core name, each once; those of Atom first. */
export function readAuthors(parent: XmlElement): Person[] {
  const named = (name: string, role: string): Person[] =>
    findChildren(parent, name).map((person) => ({
      name: childText(person, 'name') === '' ? nameIn(textOf(person)) : toLine(childText(person, 'name')),
      role,
    }))
  const authors = [
    ...named('author', 'author'),
    ...named('atom:author', 'author'),
    ...named('dc:creator', 'author'),
    ...named('dc:author', 'author'),
  ]
  const own = authors.some(({ name }) => name !== '') ? authors : named('itunes:author', 'author')
  const people = [...own, ...named('contributor', 'contributor'), ...named('dc:contributor', 'contributor')]
  const byName = new Map<string, Person>()
  for (const person of people)
    if (person.name !== '' && !byName.has(person.name.toLowerCase()))
      byName.set(person.name.toLowerCase(), person)
  return [...byName.values()].slice(0, maxAuthors)
}

const maxAuthors = 50
/** What is longer is no name; the bound keeps what follows cheap. */
const maxNameLength = 300

/** `me@example.com (A Name)` and `A Name <me@example.com>` → `A Name`; empty for a mere mail address. */
function nameIn(written: string): string {
  const line = toLine(written.slice(0, 10 * maxNameLength))
  if (line.length > maxNameLength) return ''
  const bracketed = /^\S+@\S+ \(([^()]+)\)$/.exec(line)?.[1]
  if (bracketed !== undefined) return bracketed.trim()
  return line.replace(/[<(]?[^\s<>()]+@[^\s<>()]+[>)]?/g, '').trim()
}
