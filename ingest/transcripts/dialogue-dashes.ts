/** Several speakers in one caption, each on a line of its own that begins with a dash or with `>>`. */
const dash = /^\s*(?:[-–—]\s+|>>+\s*|(?:&gt;){2,}\s*)(?=\S)/u

export interface DialogueTurns {
  /** The lines of each turn, joined by line ends; one turn when no line begins with a dash. */
  turns: string[]
  /** Whether a dash announced that somebody else speaks, without saying who. */
  dashed: boolean
}

/** Splits the lines of one cue at its dashes, which are taken off. */
export function splitDialogue(lines: readonly string[]): DialogueTurns {
  if (!lines.some((line) => dash.test(line))) return { turns: [lines.join('\n')], dashed: false }
  const turns: string[] = []
  for (const line of lines) {
    const isTurn = dash.test(line)
    const last = turns.length - 1
    if (isTurn || last < 0) turns.push(line.replace(dash, ''))
    else turns[last] = `${turns[last]}\n${line}`
  }
  return { turns, dashed: true }
}
