import { readFileSync } from 'node:fs'
import { readConfig } from './src/config.js'
import { readLanguage } from './src/index/analyze.js'
import { openCatalog, openCurrentIndex, openQueryEmbedder } from './src/services.js'
import { findCorrectable } from './src/search/find-correctable.js'
const config = readConfig()
const catalog = await openCatalog(config), embedder = await openQueryEmbedder(config), index = await openCurrentIndex(config, catalog, embedder)
await new Promise((r) => setTimeout(r, 3000))
for (const f of process.argv.slice(2)) { let n = 0
for (const l of readFileSync(f, 'utf8').trim().split('\n')) {
  const { query } = JSON.parse(l)
  const s = await index.suggestSpelling(query, findCorrectable(query), readLanguage(query, ['en','de','ja']))
  if (s) { n++; console.log(query, '→', s) }
} console.log(f, n) }
process.exit(0)
