import { readFile } from 'node:fs/promises'
import { readConfig } from '../src/config.js'
import { openSearch } from '../src/open-search.js'

/**
 * How many short questions get an answer, and the right one: `npm run bench:answers`, on a library of the bundled sample
 * (`CUEPOINT_DATA`) with its concepts, beside a server or without. Lists what was answered wrongly.
 */

interface ShortQuestion {
  id: string
  query: string
  /** Words of each sentence that answers it; none: nothing in the sample does. */
  answers: string[]
}

const lines = (await readFile('data/eval/short-questions.jsonl', 'utf8')).trim().split('\n')
const questions = lines.map((line) => JSON.parse(line) as ShortQuestion)
const { search, close } = await openSearch(readConfig(), (error) => console.error(error))
const request = { k: 10, mode: 'hybrid', filter: {}, sort: 'relevance', cursor: null } as const
const counts = { answerable: 0, answered: 0, right: 0, unanswerable: 0, answeredAllTheSame: 0 }
for (const { query, answers } of questions) {
  const { answer } = await search(query, request)
  const said = (answer?.sentences ?? []).map(({ text }) => text.replace(/\s+/gu, ' ')).join(' ')
  const isRight = answers.some((words) => said.includes(words))
  counts[answers.length > 0 ? 'answerable' : 'unanswerable']++
  if (said === '') continue
  counts[answers.length > 0 ? 'answered' : 'answeredAllTheSame']++
  if (isRight) counts.right++
  else console.log(`${query} → ${said.slice(0, 200)}`)
}
await close()
console.log(JSON.stringify(counts))
