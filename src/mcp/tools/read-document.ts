import { Type, type Static } from 'typebox'
import { Nullable, milliseconds } from '../../api/schemas/common.js'
import type { ShownDocument } from '../../documents/show-document.js'
import { formatClock } from '../../domain/time.js'
import { DocumentCard, describeCard, presentCard, webAddress } from '../document-card.js'
import { documentLink, type LinkBase } from '../place.js'
import { cleanLine, cleanText, quotationNotice, quoteLines, shorten } from '../quote.js'
import { defineTool } from '../tool.js'

/** What an overview holds at most: the rest is on the publisher's page. */
const maxDescription = 2000
const maxEntries = 60

const Output = Type.Object({
  document: DocumentCard,
  link: Type.String({ description: 'Plays or shows it' }),
  description: Type.String({ description: 'Show notes or abstract, quoted; cut when long' }),
  language: Nullable(Type.String()),
  withdrawn: Type.Boolean({ description: 'Its publisher deleted it' }),
  timingReason: Type.String({ description: 'Why the times are not exact; empty when they are' }),
  transcript: Type.Enum(['published', 'machine', 'none'], {
    type: 'string',
    description:
      'Who wrote the transcript; a machine mishears names. None: posts, and recordings without one',
  }),
  people: Type.Array(Type.Object({ name: Type.String(), role: Type.String() })),
  tags: Type.Array(Type.String()),
  chapters: Type.Array(
    Type.Object({
      startMs: milliseconds('Start'),
      at: Type.String({ description: 'As a clock' }),
      title: Type.String(),
    }),
  ),
  sections: Type.Array(
    Type.Object({
      section: Type.String({ description: 'Its id, for read_transcript' }),
      heading: Type.String(),
      level: Type.Integer({ description: '1 to 6; 0 before the first heading' }),
    }),
    { description: 'Of a post or of show notes' },
  ),
  links: Type.Array(Type.Object({ title: Type.String(), url: Type.String() })),
  companions: Type.Array(DocumentCard, {
    description: 'Posts about this recording, or recordings of this post',
  }),
})

export const readDocumentTool = defineTool({
  name: 'read_document',
  title: 'What a document is',
  description:
    'What an episode, short or post is, without its words: description, people, chapters with times, headings, links, the post or recording that goes with it. read_transcript gives the words.',
  input: Type.Object(
    {
      documentId: Type.String({ minLength: 1, maxLength: 100, description: 'From search or list_documents' }),
    },
    { additionalProperties: false },
  ),
  output: Output,
  run: async ({ documentId }, { library, base }) =>
    presentOverview(await library.showDocument(documentId), base),
  render(overview) {
    const { document, link, description, people, chapters, sections, links, companions } = overview
    const list = (head: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', head, ...lines])
    return [
      describeCard(document),
      `document ${document.id} · ${link}`,
      `transcript: ${overview.transcript} · times: ${document.timing}${overview.timingReason && ` (${overview.timingReason})`}`,
      ...(overview.withdrawn ? ['Its publisher deleted it.'] : []),
      quotationNotice,
      ...(description === '' ? [] : ['', quoteLines(description)]),
      ...list(
        'People:',
        people.map(({ name, role }) => `> ${name}, ${role}`),
      ),
      ...list(
        'Chapters:',
        chapters.map(({ at, startMs, title }) => `${at} (startMs ${startMs})\n> ${title}`),
      ),
      ...list(
        'Sections:',
        sections.map(({ section, heading }) => `section ${JSON.stringify(section)}\n> ${heading}`),
      ),
      ...list(
        'Links:',
        links.map(({ title, url }) => `> ${title} ${url}`),
      ),
      ...list(
        'Goes with:',
        companions.map((card) => `${describeCard(card)} · document ${card.id}`),
      ),
    ].join('\n')
  },
})

function presentOverview(shown: ShownDocument, base: LinkBase): Static<typeof Output> {
  const { document, sourceTitle, chapters, companions } = shown
  return {
    document: presentCard({ ...document, sourceTitle }),
    link: documentLink(base, document.id),
    description: shorten(cleanText(document.description), maxDescription),
    language: document.language,
    withdrawn: document.status === 'withdrawn',
    timingReason: cleanLine(document.timingReason),
    transcript: document.transcriptOrigin ?? 'none',
    people: document.people
      .slice(0, maxEntries)
      .map(({ name, role }) => ({ name: cleanLine(name), role: cleanLine(role) })),
    tags: document.tags.slice(0, maxEntries).map(cleanLine),
    chapters: chapters
      .slice(0, maxEntries)
      .map(({ startMs, title }) => ({ startMs, at: formatClock(startMs), title: cleanLine(title) })),
    sections: document.sections
      .slice(0, maxEntries)
      .map(({ anchor, heading, level }) => ({ section: anchor, heading: cleanLine(heading), level })),
    links: document.links.slice(0, maxEntries).flatMap(({ title, url }) => {
      const address = webAddress(url)
      return address === null ? [] : [{ title: cleanLine(title), url: address }]
    }),
    companions: companions.map(presentCard),
  }
}
