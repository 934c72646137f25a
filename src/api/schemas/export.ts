import { Type } from 'typebox'
import { frameRateNames } from '../../domain/timecode.js'

export const ExportQuery = Type.Object({
  clip: Type.Optional(
    Type.String({ minLength: 1, maxLength: 100, description: 'Id of one of its clips; all of them without' }),
  ),
  fps: Type.Optional(
    Type.Union(
      frameRateNames.map((name) => Type.Literal(name)),
      {
        description:
          'Frames a second of EDL, FCPXML and OTIO; 25 unless told otherwise. 29.97 and 59.94 count in drop-frame timecode',
      },
    ),
  ),
  times: Type.Optional(
    Type.Union([Type.Literal('sequence'), Type.Literal('source')], {
      description:
        'Whether captions, chapters and show notes run by the clips one after the other (unless told otherwise), or by the recording',
    }),
  ),
})
