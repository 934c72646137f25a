import type { Caption } from './fold-rolling.js'
import { readVoiceNames } from './cue-text.js'

/** A line that begins with a name and a colon, at most 60 characters of them. */
const label = /^(\s*)([^\s:<>][^:<>]{0,59}?)\s*:(?=\s|$)/u

/**
 * A line inside a cue that begins with `Name:`, where a voice of the file has that name, is a turn of that voice: whoever
 * made one cue of several turns left their labels in its text. Names that no voice has stay words.
 */
export function voiceLabels(captions: readonly Caption[]): readonly Caption[] {
  const names = new Set(captions.flatMap(({ lines }) => readVoiceNames(lines.join('\n'))))
  if (names.size === 0) return captions
  return captions.map((caption) => ({
    ...caption,
    lines: caption.lines.map((line) => voiceLine(line, names)),
  }))
}

function voiceLine(line: string, names: ReadonlySet<string>): string {
  const [labelled, space = '', name = ''] = label.exec(line) ?? []
  return labelled !== undefined && names.has(name)
    ? `${space}<v ${name}>${line.slice(labelled.length)}`
    : line
}
