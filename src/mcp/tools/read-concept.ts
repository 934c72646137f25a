import { Type, type Static } from 'typebox'
import { Nullable } from '../../api/schemas/common.js'
import type { ConceptPlace } from '../../concepts/load-places.js'
import type { ShownConcept } from '../../concepts/show-concept.js'
import { ConceptPlaceSchema, describeConceptPlace, presentConceptPlace } from '../concept-place.js'
import type { LinkBase } from '../place.js'
import { cleanLine, cleanText, quotationNotice } from '../quote.js'
import { defineTool } from '../tool.js'

/** Of each sort the best; the page of the concept shows all. */
const maxPlaces = 3
const maxNeighbours = 10

const roles = ['definition', 'analogy', 'first explained', 'best explained'] as const
type Role = (typeof roles)[number]

const Explanation = Type.Object({
  ...ConceptPlaceSchema.properties,
  roles: Type.Array(Type.Enum([...roles], { type: 'string' }), { description: 'What it is to the concept' }),
})

const Neighbour = Type.Object({
  slug: Type.String(),
  name: Type.String(),
  definition: Nullable(Type.String({ description: 'Quoted' })),
})

const Output = Type.Object({
  slug: Type.String({ description: 'Its own; the given one may be a former one' }),
  name: Type.String(),
  aliases: Type.Array(Type.String(), { description: 'Other names, most used first' }),
  mentions: Type.Integer({ description: 'Passages that mention it: list_mentions shows them' }),
  documents: Type.Integer({ description: 'Documents that mention it' }),
  explanations: Type.Array(Explanation, { description: 'Definitions, best first, then the others' }),
  related: Type.Array(Neighbour, { description: 'Nearest first' }),
  prerequisites: Type.Array(Neighbour, { description: 'What its explanations build on' }),
})

export const readConceptTool = defineTool({
  name: 'read_concept',
  title: 'Read a concept',
  description:
    'What the library says a concept is: definitions and analogies word for word with their places, where it was explained first and best, what it is related to and what to understand before it.',
  input: Type.Object(
    {
      slug: Type.String({ minLength: 1, maxLength: 200, description: 'From find_concept or search' }),
    },
    { additionalProperties: false },
  ),
  output: Output,
  run: async ({ slug }, { library, base }) => presentConcept(await library.concepts.show(slug), base),
  render({ name, slug, aliases, mentions, documents, explanations, related, prerequisites }) {
    const names = (head: string, neighbours: typeof related) =>
      neighbours.length === 0
        ? []
        : ['', `${head}: ${neighbours.map((each) => `“${each.name}” = ${each.slug}`).join(', ')}`]
    return [
      `“${name}” = ${slug} · ${mentions} mentions in ${documents} documents (list_mentions)`,
      ...(aliases.length > 0 ? [`also “${aliases.join('”, “')}”`] : []),
      explanations.length > 0 ? quotationNotice : 'Nothing in the library says what it is.',
      ...explanations.flatMap((place) => ['', `${place.roles.join(', ')}:`, describeConceptPlace(place)]),
      ...names('To understand before it', prerequisites),
      ...names('Related', related),
    ].join('\n')
  },
})

function presentConcept(shown: ShownConcept, base: LinkBase): Static<typeof Output> {
  const { summary } = shown
  return {
    slug: summary.slug,
    name: cleanLine(summary.name),
    aliases: summary.aliases.slice(0, maxNeighbours).map(cleanLine),
    mentions: summary.mentionCount,
    documents: summary.documentCount,
    explanations: gatherExplanations(shown, base),
    related: shown.related.slice(0, maxNeighbours).map(presentNeighbour),
    prerequisites: shown.prerequisites.slice(0, maxNeighbours).map(presentNeighbour),
  }
}

/** The best definition is often the first and the best explanation too: each place once. */
function gatherExplanations(
  { definitions, analogies, first, best }: ShownConcept,
  base: LinkBase,
): Static<typeof Explanation>[] {
  const gathered = new Map<string, { place: ConceptPlace; roles: Role[] }>()
  const add = (role: Role, places: readonly (ConceptPlace | null)[]) => {
    for (const place of places.slice(0, maxPlaces)) {
      if (place === null) continue
      const key = `${place.passageId} ${place.text}`
      const known = gathered.get(key)
      if (known) known.roles.push(role)
      else gathered.set(key, { place, roles: [role] })
    }
  }
  add('definition', definitions)
  add('first explained', [first])
  add('best explained', [best])
  add('analogy', analogies)
  return [...gathered.values()].map((each) => ({
    ...presentConceptPlace(each.place, base),
    roles: each.roles,
  }))
}

const presentNeighbour = ({
  summary,
}: Pick<ShownConcept['related'][number], 'summary'>): Static<typeof Neighbour> => ({
  slug: summary.slug,
  name: cleanLine(summary.name),
  definition: summary.definition === null ? null : cleanText(summary.definition),
})
