/** What the files in scripts/ hold, once read: see read-script.ts for the form on disk. */
export interface Show {
  title: string
  /** Home page; the feed is `feed.xml` below it. */
  address: string
  description: string
  language: string
  author: string
  copyright: string
  voices: ReadonlyMap<string, Voice>
  /** Whole words of the published text → what the synthesiser is given in their place. */
  spoken: ReadonlyMap<string, string>
}

export interface Voice {
  /** A flite voice. */
  voice: string
  /** 1 is the voice's own pace, larger is slower. */
  durationStretch: number
}

export interface Script {
  slug: string
  kind: 'episode' | 'short'
  number: number
  title: string
  publishedAt: Date
  summary: string
  notes: string
  keywords: readonly string[]
  soundbite: { title: string; from: string; to: string } | null
  chapters: readonly ScriptChapter[]
}

export interface ScriptChapter {
  title: string
  /** Only shorts have slides. */
  slide: Slide | null
  lines: readonly Line[]
}

export interface Slide {
  kicker: string
  headline: string
  figure: string
}

/** What one host says in one breath: one sentence or a few. */
export interface Line {
  speaker: string
  sentences: readonly Sentence[]
}

export interface Sentence {
  /** As published. */
  text: string
  /** As the synthesiser needs it spelled. */
  say: string
}
