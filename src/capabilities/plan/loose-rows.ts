/** Tasks of the document's appendices, and those added since without a clause. */
export const APPENDIX = "phu-luc";
export const ADDED = "bo-sung";
/** What all units share, and what is given to none. */
export const EVERY_UNIT = "moi-don-vi";
export const NO_UNIT = "chua-giao";

/** Rows of the coverage board that are no clause and no unit. */
export const looseRows = [APPENDIX, ADDED, EVERY_UNIT, NO_UNIT] as const;
export type LooseRow = (typeof looseRows)[number];

export const isLooseRow = (row: string): row is LooseRow => (looseRows as readonly string[]).includes(row);
