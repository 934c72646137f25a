import { expect, test } from 'vitest'
import { addShowNotes } from '../../ingest/show-notes.js'
import { anItem, aSection } from '../builders/items.js'

const notesOf = (...descriptions: string[]) =>
  addShowNotes(
    descriptions.map((description, index) => anItem({ guid: `${index}`, kind: 'episode', description })),
  ).map(({ document }) => document.sections)

test('the notes of an episode become a section, without times of chapters and bare addresses', () => {
  expect(
    notesOf('About search.\n\n00:00 Intro\n12:34 – Ranking\nhttps://example.org\n#search\n\nBy Ada.'),
  ).toEqual([[aSection({ anchor: 'notes', heading: 'Show notes', text: 'About search.\n\nBy Ada.' })]])
})

test('lines that a show puts under every episode are left out, those of two episodes stay', () => {
  const promo = 'Support us and get a mug.'
  const texts = notesOf(
    `One.\n${promo}\nWith Bob.`,
    `Two.\n${promo}\nWith Bob.`,
    `Three.\n${promo}`,
    'Four.',
  ).map((sections) => sections[0]?.text)
  expect(texts).toEqual(['One.\nWith Bob.', 'Two.\nWith Bob.', 'Three.', 'Four.'])
})

test('posts, and items with sections of their own, stay as they are; no notes make no section', () => {
  const items = [
    anItem({ kind: 'post', description: 'An abstract.' }),
    anItem({ kind: 'episode', description: 'Notes.', sections: [aSection()] }),
    anItem({ kind: 'episode', description: '' }),
  ]
  expect(addShowNotes(items)).toEqual(items)
})
