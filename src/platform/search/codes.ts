/**
 * A procedure's code with what some systems add to it: "1.004628.000.00.00.H05" is 1.004628 at the province H05.
 * Also where the points were typed as commas or spaces, or left out in the last part.
 */
const SUFFIXED =
  /(?<![\d.,])(\d)[.,](\d{6})((?:[.,]\d{2,3}){1,3}(?:[.,]?h\d{1,3})?|[.,]?h\d{1,3})(?![\d\p{L}])/giu;
/** The same code typed without its point. */
const JOINED = /(?<![\d.,/-])(\d)(\d{6})(?![\d\p{L}/.,-])/gu;

/** The code without what is added to it. */
export const shortCode = (text: string): string => text.replace(SUFFIXED, "$1.$2");

/** A query with its codes as the index holds them. */
export const withShortCodes = (query: string): string => shortCode(query).replace(JOINED, "$1.$2");
