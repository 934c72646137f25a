import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { defaultExportOptions } from '../../editor/export/export-format.js'
import { exportFormats } from '../../editor/export/export-formats.js'
import { describeAttachment } from '../../editor/export/file-name.js'
import type { Services } from '../../services.js'
import { isOfThisMachine } from '../plugins/guard.js'
import { publicBase } from '../public-base.js'
import { errorResponses, IdParams } from '../schemas/common.js'
import { ExportQuery } from '../schemas/export.js'

export const exportRoutes: FastifyPluginAsyncTypebox<{
  services: Pick<Services, 'editor'>
  publicUrl: string | null
}> = async (app, { services, publicUrl }) => {
  for (const format of exportFormats) {
    const { extension, mediaType, summary } = format
    app.get(
      `/collections/:id/export.${extension}`,
      {
        schema: {
          operationId: `export${nameOperation(extension)}`,
          tags: ['collections'],
          description: `The clips of a collection as a file: ${summary}`,
          params: IdParams,
          querystring: ExportQuery,
          response: { 200: { content: { [mediaType]: { schema: Type.String() } } }, ...errorResponses },
        },
      },
      async (request, reply) => {
        const { params, query } = request
        const options = { ...readOptions(query), ...readPlaces(request, publicUrl) }
        const { name, text } = await services.editor.exports.write(params.id, format, options)
        reply.type(`${mediaType}; charset=utf-8`).header('content-disposition', describeAttachment(name))
        return reply.send(text)
      },
    )
  }
}

const readOptions = ({ clip, fps, times }: Type.Static<typeof ExportQuery>) => ({
  clipId: clip,
  frameRate: fps ?? defaultExportOptions.frameRate,
  times: times ?? defaultExportOptions.times,
})

/** Where files lie on this machine is told to nobody else. */
const readPlaces = (request: FastifyRequest, publicUrl: string | null) => ({
  base: publicBase(request, publicUrl),
  tellPaths: isOfThisMachine(request),
})

/** `soundbites.xml` → `SoundbitesXml`. */
const nameOperation = (extension: string): string =>
  extension
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
