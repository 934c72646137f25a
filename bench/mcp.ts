import { resolve } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { keepRun, percentile, round } from './bench-run.js'

/**
 * How long an assistant waits for `cuepoint mcp` on the library of CUEPOINT_DATA: from the start of the process until
 * it lists its tools, until the first search is answered (the model is loaded by then), and for each search after it.
 */

const starts = 7
const questions = [
  'why do fees rise',
  'what is a mempool?',
  'inverted index',
  'how do nodes agree',
  'ranking',
]

const listMs: number[] = []
const firstSearchMs: number[] = []
const searchMs: number[] = []
let stopMs = 0
let documents = 0

for (let start = 0; start < starts; start++) {
  const startedMs = performance.now()
  const client = new Client({ name: 'bench', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [resolve('dist/src/cli.js'), 'mcp'],
      env: process.env as Record<string, string>,
    }),
  )
  await client.listTools()
  listMs.push(performance.now() - startedMs)
  const search = async (q: string) => {
    const { isError, content } = await client.callTool({ name: 'search', arguments: { q } })
    if (isError) throw new Error(JSON.stringify(content))
  }
  await search('what was said about search?')
  firstSearchMs.push(performance.now() - startedMs)
  for (const question of questions) {
    const askedMs = performance.now()
    await search(question)
    searchMs.push(performance.now() - askedMs)
  }
  const listed = await client.callTool({ name: 'list_documents', arguments: { limit: 1 } })
  documents = (listed.structuredContent as { total: number }).total
  const closedMs = performance.now()
  await client.close()
  stopMs = Math.max(stopMs, performance.now() - closedMs)
}

const figures = {
  starts,
  documents,
  listToolsP50Ms: round(percentile(listMs, 0.5)),
  listToolsMaxMs: round(Math.max(...listMs)),
  firstSearchP50Ms: round(percentile(firstSearchMs, 0.5)),
  firstSearchMaxMs: round(Math.max(...firstSearchMs)),
  searchP50Ms: round(percentile(searchMs, 0.5)),
  searchP95Ms: round(percentile(searchMs, 0.95)),
  stopMaxMs: round(stopMs),
}
console.table(figures)
await keepRun('mcp', figures)
