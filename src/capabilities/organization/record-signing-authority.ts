import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { SYSTEM_PERSON, type Work } from "#platform/work/work.ts";
import type { signingFields } from "./contract.ts";
import { signingPolicy } from "./policy.ts";
import { isDeputy } from "./signing-authority.ts";
import { clashingAuthority } from "./signing-queries.ts";
import { agency, person, signingAuthority } from "./tables.ts";

/**
 * Writes down that a person signs for the agency: as what, for what, from when to when, by which decision. Nobody does
 * so for themselves. Gives its id. @throws NotFound, Unacceptable, Conflict
 */
export async function recordSigningAuthority(
  work: Work,
  fields: z.output<typeof signingFields>,
): Promise<string> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const { personId, form, fromDate, toDate, decidedOn, ownTitle } = fields;
  signingPolicy.permit(actor, "record", { agencyId, personId });
  // One after the other, so that what overlaps is told in words and not by the index.
  await tx.select({ id: agency.id }).from(agency).where(eq(agency.id, agencyId)).for("update");
  const [signer] = await tx
    .select({ name: person.name })
    .from(person)
    .where(and(eq(person.agencyId, agencyId), eq(person.id, personId), eq(person.active, true)));
  if (!signer) throw new NotFound("Không có người này trong cơ quan, hoặc tài khoản đang khóa.");
  const issues = [
    ...(toDate !== null && toDate < fromDate
      ? [{ field: "toDate", message: "Ngày kết thúc đứng trước ngày bắt đầu." }]
      : []),
    ...(decidedOn > fromDate
      ? [{ field: "decidedOn", message: "Quyết định có ngày sau ngày bắt đầu ký; hãy xem lại hai ngày này." }]
      : []),
    ...(isDeputy(form) && !ownTitle
      ? [{ field: "ownTitle", message: "Hãy ghi chức vụ của người ký, ví dụ Phó Giám đốc." }]
      : []),
  ];
  if (issues.length > 0) throw new Unacceptable(issues[0]!.message, issues);
  const values = {
    ...fields,
    id: uuidv7(),
    agencyId,
    ownTitle: isDeputy(form) ? ownTitle : null,
    scope: isDeputy(form) ? fields.scope : ("all" as const),
    recordedBy: actor.personId === SYSTEM_PERSON ? null : actor.personId,
    recordedAt: work.at,
  };
  const held = await clashingAuthority(tx, agencyId, values);
  if (held) {
    const time = `từ ${formatDate(held.fromDate)}${held.toDate ? ` đến ${formatDate(held.toDate)}` : ""}`;
    throw new Conflict(
      held.personId === personId
        ? `${held.personName} đã có thẩm quyền ký ${time}; hãy kết thúc thẩm quyền đó trước, hoặc chọn ngày khác.`
        : `${held.personName} đang ký với tư cách người đứng đầu ${time}; mỗi lúc chỉ có một người đứng đầu.`,
    );
  }
  const [made] = await tx.insert(signingAuthority).values(values).returning();
  await work.record({
    act: "record-signing-authority",
    objectKind: "signing-authority",
    objectId: made!.id,
    after: { ...made, name: signer.name },
  });
  return made!.id;
}
