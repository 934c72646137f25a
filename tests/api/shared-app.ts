import type { FastifyInstance } from 'fastify'
import { onTestFinished } from 'vitest'
import { buildApp } from '../../src/app.js'
import type { Config } from '../../src/config.js'
import type { Document } from '../../src/domain/document.js'
import type { Services } from '../../src/services.js'
import { aPassage, aSource } from '../builders/documents.js'
import { aWebFolder } from '../builders/web-folder.js'

/** The HTTP border with pages, over a catalog of one document in which one thing is said, from 0:10 to 0:20. */
export async function aSharedApp(
  document: Document,
  config: Partial<Pick<Config, 'publicUrl' | 'embedOrigins' | 'host'>> = {},
): Promise<FastifyInstance> {
  const passage = aPassage({ ordinal: 1, text: 'Words <b>as</b> spoken.' })
  const catalog = {
    findDocument: (id: string) => Promise.resolve(id === document.id ? document : null),
    findSource: () => Promise.resolve(aSource({ title: 'A "show"' })),
    findCorrections: () => Promise.resolve(new Map()),
    findPassageAt: (_id: string, ms: number) => Promise.resolve(ms < 20_000 ? passage : null),
    findConcept: (slug: string) =>
      Promise.resolve(
        slug === 'old-name'
          ? { slug: 'name', name: 'Name', definitions: [{ text: 'A name is <i>.' }] }
          : null,
      ),
  }
  const readTranscript = (id: string) => Promise.resolve({ document: { ...document, id }, cues: [] })
  const app = await buildApp({ catalog, readTranscript } as unknown as Services, {
    token: null,
    host: '127.0.0.1',
    webFolder: await aWebFolder(),
    version: '0.0.0',
    ...config,
  })
  onTestFinished(() => app.close())
  return app
}
