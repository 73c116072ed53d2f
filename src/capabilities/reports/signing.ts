import { type SigningStanding, signingStanding } from "#organization";
import { type Actor, hasRole } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";

/** How a person stands towards signing reports on a day; by order or by delegated power only with a record of it. */
export async function reportSigning(
  q: Queryable,
  actor: Actor,
  day = today().toString(),
): Promise<SigningStanding> {
  const standing = await signingStanding(q, actor, "report", day);
  if (standing.kept || hasRole(actor, "leadership")) return standing;
  return { ...standing, why: "Việc này của lãnh đạo, hoặc của người được ghi ở mục Thẩm quyền ký." };
}
