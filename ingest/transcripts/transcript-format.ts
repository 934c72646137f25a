import type { Cue } from '../../src/domain/cue.js'
import type { Issue } from '../../src/domain/issue.js'

/**
 * Speech that a recogniser heard wrong is dropped by the format that knows its confidence; repeated phrases are dropped
 * later, for all formats alike.
 */
export interface ReadTranscript {
  /** In the order of the file, as published: times may overlap, run backwards or be shared by several cues. */
  cues: Cue[]
  /** The file itself tells, by its format or a mark in it, that a speech recogniser wrote it. */
  machine: boolean
  /** BCP 47 in lower case, when the file names it itself. */
  language: string | null
  /** `where` names the line, not the file: the caller knows which file it is. */
  issues: Issue[]
}

/** One way of writing a transcript down. Adding one is a file that exports this, and a line in read-transcript.ts. */
export interface TranscriptFormat {
  name: string
  /**
   * Told by content: publishers' media types are often wrong. `mediaType` (lower case, no parameters, may be empty)
   * may only break a tie.
   */
  recognizes(text: string, mediaType: string): boolean
  /** Takes time linear in the text; never throws for bad input: what cannot be read becomes an issue. */
  read(text: string): ReadTranscript
}
