import { allPrintable } from "#platform/official-document/write/all-printable.ts";
import { typesetPages } from "#platform/official-document/write/typeset.ts";
import type { Overview } from "../overview.ts";
import { briefOf } from "./brief.ts";
import { briefTemplate } from "./brief-template.ts";

const PAGES = 2;

/** Tried one after the other until they fit, first the clauses on their page, then the rows of each kind on theirs. */
const mostClauses = [40, 36, 30, 26, 22, 18, 14, 10, 6];
const mostRows = [8, 6, 5, 4, 3, 2, 1, 0];

/**
 * The overview on two pages of A4, tagged (PDF/UA-1), whatever the amount: what does not fit is said as a number.
 * Throws PdfUnavailable where the typesetter does not run.
 */
export async function setBrief(overview: Overview): Promise<Uint8Array> {
  const set = (clauses: number, rows: number) => {
    const brief = briefOf(overview, { clauses, rows });
    return typesetPages(briefTemplate, (printable) => ({
      brief: JSON.stringify(allPrintable(brief, printable)),
    }));
  };
  for (const clauses of mostClauses) {
    if ((await set(clauses, 0)).pages > PAGES) continue;
    for (const rows of mostRows) {
      const { bytes, pages } = await set(clauses, rows);
      if (pages <= PAGES) return bytes;
    }
  }
  throw new Error("The brief does not fit on two pages");
}
