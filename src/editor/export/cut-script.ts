import { cutWords, joinWords, listForJoining, planCut, quoteWord, type CutStep } from '../cut/plan-cut.js'
import type { ExportFormat } from './export-format.js'
import { toLine } from './plain-line.js'

/** A POSIX shell script that cuts the real sound with ffmpeg, for whoever wants to see what is done, or change it. */
export const cutScriptFormat: ExportFormat = {
  extension: 'cuts.sh',
  mediaType: 'application/x-sh',
  summary: 'shell script that cuts the clips with ffmpeg and joins them',
  write(collection) {
    const { steps, joinedName, leftOut } = planCut(collection)
    const names = steps.map(({ name }) => `${name}.wav`)
    // A collection may be called like its clip.
    const joined = names.includes(`${joinedName}.wav`) ? `${joinedName} (joined).wav` : `${joinedName}.wav`
    return [
      '#!/bin/sh',
      `# Cuts the clips of “${toLine(collection.title)}” out of their recordings and joins them.`,
      '#',
      '#   sh cuts.sh [folder]             cuts into the folder; without one, into one named like the collection',
      '#   REPLACE=1 sh cuts.sh [folder]   writes over what is there',
      ...leftOut.map(({ name, reason }) => `# Left out, since ${reason}: ${name}`),
      'set -eu',
      `folder=${quoteWord(joinedName)}`,
      '[ $# -eq 0 ] || folder=$1',
      ...prologue,
      '',
      ...leftOut.map(({ name, reason }) => say(`Left out, since ${reason}: ${name}`)),
      ...(steps.length === 0
        ? [say('There is nothing to cut.')]
        : [
            ...[...names, joined].map((name) => `refuse_existing ${quoteWord(name)}`),
            '',
            ...steps.flatMap((step, index) => writeStep(step, `${index + 1}/${steps.length}`)),
            say('joining'),
            `cat >${quoteWord(listName)} <<'END_OF_LIST'`,
            `${listForJoining(names)}END_OF_LIST`,
            `ffmpeg ${joinWords(`file:${listName}`, {
              output: `file:${partName}`,
              encoding: ['-c', 'copy', '-f', 'wav'],
            })
              .map(quoteWord)
              .join(' ')}`,
            `mv -f -- ${quoteWord(partName)} ${quoteWord(joined)}`,
            `printf '%s\\n' "$folder/"${quoteWord(joined)}`,
          ]),
      '',
    ].join('\n')
  },
}

const partName = '.cuepoint-part.wav'
const listName = '.cuepoint-list.txt'

const say = (text: string): string => `printf '%s\\n' ${quoteWord(toLine(text))} >&2`

const prologue = [
  'case $folder in -*) folder=./$folder ;; esac',
  '',
  'if ! command -v ffmpeg >/dev/null 2>&1; then',
  `  ${say('ffmpeg is not on the PATH. Install it (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg; others: https://ffmpeg.org/download.html), then run this again.')}`,
  '  exit 127',
  'fi',
  'refuse_existing() {',
  '  if [ -z "${REPLACE:-}" ] && [ -e "$1" ]; then',
  `    printf '%s is there already: name another folder, or set REPLACE=1 to write over it.\\n' "$folder/$1" >&2`,
  '    exit 1',
  '  fi',
  '}',
  'mkdir -p -- "$folder"',
  'cd -- "$folder"',
  `trap 'rm -f -- ${partName} ${listName}' EXIT`,
  "trap 'exit 130' HUP INT TERM",
]

function writeStep(step: CutStep, place: string): string[] {
  const { input, isLocal, name } = step
  // `file:` keeps a name with a colon from being taken for an address.
  const words = cutWords(step, { input: isLocal ? `file:${input}` : input, output: `file:${partName}` })
  return [
    say(`${place} ${name}`),
    `ffmpeg ${words.map(quoteWord).join(' ')}`,
    `mv -f -- ${quoteWord(partName)} ${quoteWord(`${name}.wav`)}`,
    '',
  ]
}
