/** A passage with the score that one retriever, or the fusion of several, gave it. Larger is better. */
export interface Scored {
  passageId: string
  score: number
}

/** Best first; ids are unique. */
export type Ranking = readonly Scored[]
