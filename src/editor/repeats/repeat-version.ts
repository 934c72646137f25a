/** Bumped when the same library gives other groups: what an older Cuepoint found is found anew. */
const groupsVersion = 1

/** @param space key of the space of sentence vectors */
export const repeatVersion = (space: string): string => `${groupsVersion}/${space}`
