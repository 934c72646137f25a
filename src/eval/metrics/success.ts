/**
 * Success@k: 1 when a relevant hit is among the first k, else 0 (S@1 is precision at 1).
 * @param rank of the first relevant hit, from 1; 0 when none is
 */
export const successAt = (rank: number, cutoff: number): number => (rank >= 1 && rank <= cutoff ? 1 : 0)
