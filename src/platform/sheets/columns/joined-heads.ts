/** The words over a column, the topmost first: a cell merged to the right counts for what stands under it. */
export function wordsOver(rows: string[][], column: number): string[] {
  return rows.flatMap((texts, at) => {
    const own = texts[column] ?? "";
    if (own !== "") return [own];
    const under = rows.slice(at + 1).some((row) => (row[column] ?? "") !== "");
    if (!under) return [];
    const left = texts.slice(0, column).findLast((text) => text !== "");
    return left === undefined ? [] : [left];
  });
}

/** In characters; what is longer is no head. */
const LONGEST_PART = 80;

const isNumber = (text: string) => /^[\d.,/\s:()-]+$/u.test(text);

/**
 * Whether a row under heads only tells the parts of groups of columns: everything in it stands under a head that reaches
 * over several columns, or repeats the head above. A line of the table has something under a head of one column.
 */
export function isUnderHeads(above: string[][], row: string[]): boolean {
  const heads = above.at(-1)!;
  // A title stands alone over the whole table.
  if (new Set(heads.filter((head) => head !== "")).size < 2) return false;
  let isPart = false;
  for (const [column, text] of row.entries()) {
    if (text === "") continue;
    const head = heads[column] ?? "";
    if (text === head) continue;
    if (isNumber(text) || text.length > LONGEST_PART) return false;
    const isInGroup = head === "" && (row[column - 1] ?? "") !== "";
    const beginsGroup = head !== "" && (heads[column + 1] ?? "") === "" && (row[column + 1] ?? "") !== "";
    if (isInGroup) isPart = true;
    else if (!beginsGroup) return false;
  }
  return isPart;
}
