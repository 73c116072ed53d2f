import { ownAuthority } from "#organization";
import { unitsOf } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { signerInWords } from "../issued-facts.ts";
import { planOf, planOfClause } from "../plan-queries.ts";
import { guidance } from "../tables.ts";
import { deliverEdition } from "./deliver-edition.ts";
import { unitsToGuide } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";

/**
 * The office guides units: chosen ones, or (null) every unit but its own. About a clause, a plan or nothing in
 * particular. Gives its id.
 */
export async function sendGuidance(
  work: Work,
  {
    title,
    text,
    unitIds,
    authorityId = null,
    ...about
  }: {
    title: string;
    text: string;
    planId: string | null;
    clauseId: string | null;
    unitIds: string[] | null;
    /** The sender's own authority over guidance, where it is sent by that; null: in the sender's own name. */
    authorityId?: string | null;
  },
): Promise<string> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  guidancePolicy.permit(actor, "send", { agencyId });
  const { clauseId } = about;
  const planId = clauseId ? await planOfClause(tx, agencyId, clauseId) : about.planId;
  if (planId) await planOf(tx, agencyId, planId);
  const own = unitsOf(actor, "editor");
  const units = (await unitsToGuide(tx, agencyId)).filter(({ id }) =>
    unitIds === null ? !own.includes(id) : unitIds.includes(id),
  );
  const fail = (message: string): never => {
    throw new Unacceptable(message, [{ field: "unitIds", message }]);
  };
  if (unitIds !== null && units.length < new Set(unitIds).size)
    fail("Có đơn vị không còn trong danh sách; hãy tải lại trang rồi chọn lại.");
  if (units.length === 0) fail("Chưa có đơn vị nào để gửi.");
  const signedAs = await ownAuthority(tx, actor, {
    scope: "guidance",
    day: toVietnamDate(work.at).toString(),
    authorityId,
  });
  const id = uuidv7();
  const sentTo = units.map((unit) => unit.id);
  await tx.insert(guidance).values({ id, agencyId, planId, clauseId, toAll: unitIds === null });
  await deliverEdition(work, {
    guidanceId: id,
    edition: 1,
    title,
    text,
    changed: null,
    unitIds: sentTo,
    signedAs,
  });
  await work.record({
    act: "send-guidance",
    objectKind: "guidance",
    objectId: id,
    after: { title, text, planId, clauseId, units: sentTo, ...signerInWords(signedAs) },
  });
  return id;
}
