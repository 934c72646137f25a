/**
 * Reciprocal rank (Voorhees, TREC-8 1999): RR@k = 1 / rank of the first relevant hit, 0 when none is among the first k.
 * Its mean over queries is MRR@k.
 * @param rank from 1; 0 when no hit is relevant
 */
export const reciprocalRankAt = (rank: number, cutoff: number): number =>
  rank >= 1 && rank <= cutoff ? 1 / rank : 0
