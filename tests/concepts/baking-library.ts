import { aDocument } from '../builders/documents.js'
import { aSection } from '../builders/items.js'
import type { Document, Section } from '../../src/domain/document.js'

/** An invented library about baking, in the order of its dates: posts that explain, and talk about the same ideas. */

export interface BakingDocument {
  document: Document
  /** Of each passage the sentences, who speaks, and the chapter; none for posts. */
  talk: { speaker: string; chapter: string | null; sentences: string[] }[]
}

export const hosts = { maria: 'Maria Weber', jonas: 'Jonas Quill' }

const explained = (heading: string, anchor: string, text: string, like: string): Section =>
  aSection({
    anchor,
    heading,
    text: `${text}\n\n${like}`,
    quotes: [like],
    links: [{ title: heading, url: `https://example.org/papers/${anchor}.pdf`, rel: 'paper' }],
  })

export const aBakingPost = (
  id: string,
  day: string,
  sections: Section[],
  fields: Partial<Document> = {},
): BakingDocument => ({
  document: aDocument({
    id,
    sourceId: 'blog',
    kind: 'post',
    title: `Baking notes of ${day}`,
    publishedAt: `${day}T08:00:00.000Z`,
    sections: [aSection({ anchor: 'before', heading: 'Before we start', text: 'Flour first.' }), ...sections],
    ...fields,
  }),
  talk: [],
})

/** @param talk speaker, chapter, sentences */
export const aBakingTalk = (
  id: string,
  day: string,
  talk: [keyof typeof hosts, string | null, ...string[]][],
  fields: Partial<Document> = {},
): BakingDocument => ({
  document: aDocument({
    id,
    sourceId: 'show',
    title: `Crumb Talk of ${day}`,
    publishedAt: `${day}T08:00:00.000Z`,
    people: [{ name: hosts.maria, role: 'host' }],
    series: { title: 'Crumb Talk', part: null },
    ...fields,
  }),
  talk: talk.map(([speaker, chapter, ...sentences]) => ({ speaker: hosts[speaker], chapter, sentences })),
})

export const bakingLibrary: readonly BakingDocument[] = [
  aBakingPost('post-1', '2026-01-01', [
    explained(
      '1. Cold Retard',
      'cold-retard',
      'A cold retard is a long rest of the shaped loaf in the fridge, which slows the yeast down.',
      'Like a film played at a tenth of its speed.',
    ),
    explained(
      '2. Levain',
      'levain',
      'A levain is the part of a sourdough starter that is fed for one loaf only.',
      'Like a cutting that is taken from a plant.',
    ),
    explained(
      '3. Water Activity (WA)',
      'water-activity',
      'Water activity tells how much of the water in a dough is free to react.',
      'Like the cash in a pocket, not the money in a bank.',
    ),
  ]),
  aBakingTalk(
    'short-0',
    '2026-01-02',
    [['jonas', null, 'Sunday was for reading.', 'I found a note by Raymond Calvel in a book.']],
    { kind: 'short' },
  ),
  aBakingTalk('talk-1', '2026-01-05', [
    ['maria', 'Opening', 'Welcome to Crumb Talk with Jonas Quill.', 'We speak about the cold retard again.'],
    [
      'jonas',
      'Cold night',
      'A cold retard is a night in the fridge for the loaf.',
      'With a cold retard the diastatic malt has more time.',
      'My levain was ready at noon.',
    ],
    ['maria', 'Listener mail', 'Raymond Calvel wrote about diastatic malt in his letters.'],
  ]),
  aBakingTalk('talk-2', '2026-01-12', [
    ['maria', 'Opening', 'The enzyme blend of Raymond Calvel is what everybody asks about.'],
    [
      'jonas',
      'Malt',
      'Diastatic malt is a flour of sprouted barley that still has its enzymes.',
      'We put diastatic malt into the levain, and Raymond Calvel would agree.',
      'Without diastatic malt the crust stays pale.',
    ],
    ['maria', 'Listener mail', 'Mail about the levain and the diastatic malt came from Ghent.'],
  ]),
  aBakingPost('post-2', '2026-01-15', [
    explained(
      '1. Oven Spring',
      'oven-spring',
      'Oven spring is the last rise of a loaf in the heat, before the crust sets.',
      'Like a jump before the door closes.',
    ),
    explained(
      '2. Levains',
      'levains',
      'Levains are starters that are built for one batch of loaves.',
      'Like a fire that is lit anew from an ember.',
    ),
    explained(
      '3. Bulk Fermentation (BF)',
      'bulk',
      'Bulk fermentation is the first rise of the whole dough in its tub.',
      'Like a class before it is divided into teams.',
    ),
  ]),
  aBakingTalk('talk-3', '2026-01-19', [
    ['maria', 'Opening', 'Crumb Talk is back with bulk fermentation and the gluten web.'],
    [
      'jonas',
      'Bulk',
      'Bulk fermentation builds the gluten web before the cold retard.',
      'The gluten web is a mesh of proteins that holds the gas.',
      'When the gluten web tears, oven spring is gone.',
    ],
    ['maria', 'Listener mail', 'A baker asked how the gluten web and the oven spring belong together.'],
  ]),
  aBakingTalk(
    'short-1',
    '2026-01-20',
    [['jonas', null, 'Oven spring in one minute.', 'Oven spring needs steam and a gluten web.']],
    { kind: 'short' },
  ),
  aBakingTalk('talk-4', '2026-01-26', [
    ['maria', 'Opening', 'The dough hydration index (DHI) is on the table today.'],
    [
      'jonas',
      'Index',
      'The DHI tells how wet a dough feels, whatever the flour is.',
      'A high DHI and a long bulk fermentation go together.',
      'The dough hydration index (DHI) and the gluten web go together, too.',
    ],
    ['maria', 'Listener mail', 'Somebody from Lyon doubts the DHI and the diastatic malt.'],
  ]),
  aBakingPost(
    'post-3',
    '2026-02-01',
    [
      aSection({ anchor: 'gluten', heading: 'Gluten web', text: 'Some notes on flour and on patience.' }),
      aSection({ anchor: 'malt', heading: 'How much', text: 'Diastatic malt: never more than a spoon.' }),
    ],
    { tags: ['gluten-web', 'notes'] },
  ),
  aBakingTalk('talk-5', '2026-02-02', [
    ['maria', 'Opening', 'Crumb Talk asks Jonas Quill about dough hydration index and DHI.'],
    [
      'jonas',
      'Cold again',
      'The DHI drops during the cold retard, and the levain gets sour.',
      'A dough hydration index of three is a good start for a cold retard.',
      'Bulkfermentation, as my aunt writes it, comes before the cold retard.',
      'In Ghent the test windowpane is a habit, and the test windowpane is quick.',
    ],
    ['maria', 'Listener mail', 'The gluten web and the DHI fill this mail bag.'],
  ]),
  aBakingTalk(
    'short-2',
    '2026-02-03',
    [['maria', null, 'A levain is ready when it floats.', 'The levain of Raymond Calvel floated always.']],
    { kind: 'short' },
  ),
  aBakingPost('post-4', '2026-02-08', [
    explained(
      '1. Gluten Web',
      'gluten-web',
      'A gluten web is the net of proteins in a dough that holds its gas.',
      'Like a net that carries balloons.',
    ),
    explained(
      '2. Windowpane Test',
      'windowpane',
      'A windowpane test shows whether the gluten web is strong enough.',
      'Like holding a leaf against the sun.',
    ),
    explained(
      '3. Crumb vs Crust',
      'crumb-crust',
      'Crumb and crust differ by the heat that they have met.',
      'Like the inside and the outside of a house.',
    ),
  ]),
  aBakingTalk('talk-6', '2026-02-09', [
    ['maria', 'Opening', 'The windowpane test and the gluten web close this season.'],
    [
      'jonas',
      'Window',
      'The windowpane test is a way to see the gluten web.',
      'After bulk fermentation the windowpane test should hold.',
      'The DHI matters for the windowpane test, which some call the test windowpane.',
    ],
    ['maria', 'Listener mail', 'Goodbye from Crumb Talk and from Raymond Calvel.'],
  ]),
]
