import { isSigned, signed } from "#platform/config/own-secret.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type Feedback, feedbackByCode } from "../feedback-queries.ts";

const PURPOSE = "feedback";

/** The end of the private address under which its sender follows it; only this installation can write it. */
export const ownLink = ({ id, code }: Pick<Feedback, "id" | "code">): string =>
  `${code}-${signed(PURPOSE, `${id} ${code}`)}`;

/** What a private address opens; null: nothing, whatever is wrong with it. */
export async function feedbackOfLink(q: Queryable, agencyId: string, link: string): Promise<Feedback | null> {
  const [, code, signature] = /^(PA-[2-9A-HJ-NP-Z]{8})-([\w-]{43})$/.exec(link) ?? [];
  if (!code || !signature) return null;
  const row = await feedbackByCode(q, agencyId, code);
  return row && isSigned(PURPOSE, `${row.id} ${code}`, signature) ? row : null;
}
