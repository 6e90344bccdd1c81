const hour = 3_600_000;

/** How long a finished file can be downloaded. */
export const keptMs = 24 * hour;
/** An export that was silent for so long is taken for broken off: the queue has given it up by then. */
export const silentMs = 3 * hour;
/** Bytes of one file. */
export const largestFile = 100_000_000;
/** Exports of one person that can be under way at once. */
export const mostUnderWay = 3;
/** Exports of one person that are kept; the oldest make room. */
export const mostKept = 10;
/** Work on one export before the next one in the queue gets its turn. */
export const turnMs = 15_000;
/** Times it is taken up without a page being written. */
export const mostTries = 6;
