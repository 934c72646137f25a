import { expect, test } from 'vitest'
import { addShowNotes, withoutChapterLines } from '../../ingest/show-notes.js'
import { anItem, aSection } from '../builders/items.js'

const notesOf = (...descriptions: string[]) =>
  addShowNotes(
    descriptions.map((description, index) => anItem({ guid: `${index}`, kind: 'episode', description })),
  ).map(({ document }) => document.sections)

test('the notes of an episode become a section without bare addresses; lines of chapters can be taken out', () => {
  const [sections = []] = notesOf(
    'About search.\n\n00:00 Intro\n12:34 – Ranking\nhttps://example.org\n#search\n\nBy Ada.',
  )
  const notes = aSection({ anchor: 'notes', heading: 'Show notes' })
  expect(sections).toEqual([{ ...notes, text: 'About search.\n\n00:00 Intro\n12:34 – Ranking\n\nBy Ada.' }])
  expect(withoutChapterLines(sections)).toEqual([{ ...notes, text: 'About search.\n\n\nBy Ada.' }])
})

test('lines that a show puts under four episodes are left out, those of three stay', () => {
  const promo = 'Support us and get a mug.'
  const texts = notesOf(
    `One.\n${promo}\nWith Bob.`,
    `Two.\n${promo}\nWith Bob.`,
    `Three.\n${promo}\nWith Bob.`,
    `Four.\n${promo}`,
  ).map((sections) => sections[0]?.text)
  expect(texts).toEqual(['One.\nWith Bob.', 'Two.\nWith Bob.', 'Three.\nWith Bob.', 'Four.'])
})

test('a long divider before a word costs no more than any other line', () => {
  const line = `${'—'.repeat(10_000)} Follow us`
  expect(notesOf(line)[0]?.[0]?.text).toBe(line)
  expect(notesOf('-'.repeat(10_000))[0]).toEqual([])
})

test('posts, and items with sections of their own, stay as they are; no notes make no section', () => {
  const items = [
    anItem({ kind: 'post', description: 'An abstract.' }),
    anItem({ kind: 'episode', description: 'Notes.', sections: [aSection()] }),
    anItem({ kind: 'episode', description: '' }),
  ]
  expect(addShowNotes(items)).toEqual(items)
})
