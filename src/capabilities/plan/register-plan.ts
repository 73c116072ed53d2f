import { correctIssue, issueDocument } from "#documents";
import { agencyById, type SignedAs } from "#organization";
import type { Work } from "#platform/work/work.ts";
import type { Plan } from "./plan-queries.ts";

/**
 * Enters an issued plan into the register of documents, or sets its entry right (with a reason); gives the entry's id.
 * Throws Conflict when the number belongs to another document of the year.
 */
export async function registerPlan(
  work: Work,
  { documentId, symbol, title }: Pick<Plan, "documentId" | "symbol" | "title">,
  {
    number,
    issuedOn,
    signedAs,
    reason = "",
  }: { number: string; issuedOn: string; signedAs: SignedAs | null; reason?: string },
): Promise<string> {
  const agency = (await agencyById(work.tx, work.actor.agencyId))!;
  const whole = `${number}/${symbol ?? `KH-${agency.symbol}`}`;
  // A plan that shared its number with another before the register watched over them has no entry yet.
  const document =
    documentId === null
      ? await issueDocument(work, "plan", {
          type: "Kế hoạch",
          number: whole,
          issuedOn,
          signedAs,
          abstract: title,
        })
      : await correctIssue(work, { id: documentId, number: whole, issuedOn, signedAs, reason });
  return document.id;
}
