/**
 * nDCG@k (Järvelin & Kekäläinen, TOIS 2002) = DCG@k / ideal DCG@k, with DCG = Σ gain(rank) / log2(rank + 1).
 *
 * With one labelled span a query the gain is given once, to the first hit inside of it: a second hit of the same span
 * tells the listener nothing new, and how many could have been there depends on how passages were cut. So the ideal is
 * one relevant hit at rank 1, ideal DCG = 1, and nDCG@k = 1 / log2(rank + 1).
 * @param rank of the first relevant hit, from 1; 0 when none is
 */
export const ndcgAt = (rank: number, cutoff: number): number =>
  rank >= 1 && rank <= cutoff ? 1 / Math.log2(rank + 1) : 0
