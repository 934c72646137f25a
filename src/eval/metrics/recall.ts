/**
 * Recall@k = relevant found among the first k / relevant there are. A query has one labelled span, however many passages
 * lie in it, so this is 1 when the span was found and 0 when it was not.
 * @param rank of the first relevant hit, from 1; 0 when none is
 */
export const recallAt = (rank: number, cutoff: number): number => (rank >= 1 && rank <= cutoff ? 1 : 0)
