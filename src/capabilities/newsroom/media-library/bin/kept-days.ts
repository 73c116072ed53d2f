/** Days for which what is in the bin can be taken out again. */
const BIN_DAYS = 30;

/** What went into the bin before this moment is gone. */
export const goneBefore = (now: Date): Date => new Date(now.getTime() - BIN_DAYS * 86_400_000);

/** When what went into the bin at this moment is gone. */
export const goneAfter = (binnedAt: Date): Date => new Date(binnedAt.getTime() + BIN_DAYS * 86_400_000);
