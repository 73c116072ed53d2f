import { and, eq, ne, sql } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { calendarOf } from "#plan";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { whyOff } from "#platform/clock/working-days.ts";
import type { Work } from "#platform/work/work.ts";
import { apologyPolicy } from "../policy.ts";
import { apology, dossier, lateDossier } from "../tables.ts";
import { ruleOf } from "./rule-queries.ts";

export interface NewApology {
  id: string;
  code: string;
  reason: string;
  explanation: string;
  newDueOn: string | null;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** Writes an apology for a dossier under the rule that holds now; a new date is given at most as often as it says. */
export async function draftApology(work: Work, said: NewApology): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  apologyPolicy.permit(actor, "draft", { agencyId });
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`apology ${agencyId} ${said.code}`}, 0))`,
  );
  const [late] = await tx
    .select()
    .from(dossier)
    .where(and(eq(dossier.agencyId, agencyId), eq(dossier.code, said.code)));
  if (!late) throw new NotFound("Không có hồ sơ này trong các bảng đã nhập.");
  const rule = await ruleOf(tx, agencyId);
  if (!rule.reasons.includes(said.reason)) refuse("reason", "Hãy chọn một nhóm lý do của cơ quan.");
  const before = await tx
    .select()
    .from(apology)
    .where(and(eq(apology.agencyId, agencyId), eq(apology.code, said.code), ne(apology.state, "withdrawn")));
  if (before.some(({ id }) => id === said.id)) return;
  if (before.some(({ state }) => state !== "sent"))
    throw new Conflict("Hồ sơ này đang có một thư xin lỗi chưa gửi; hãy làm tiếp thư ấy hoặc rút nó trước.");
  if (said.newDueOn !== null) {
    const given = before.filter(({ newDueOn }) => newDueOn !== null).length;
    if (given >= rule.mostNewDates)
      refuse(
        "newDueOn",
        `Đã hẹn lại ${given} lần, quy tắc của cơ quan cho hẹn lại nhiều nhất ${rule.mostNewDates} lần.`,
      );
    if (said.newDueOn <= late.dueOn || said.newDueOn < toVietnamDate(at).toString())
      refuse("newDueOn", "Ngày hẹn mới phải sau ngày đã hẹn và không ở trong quá khứ.");
    const off = whyOff(await calendarOf(tx, agencyId), said.newDueOn);
    if (off !== null) refuse("newDueOn", `Ngày hẹn mới là ngày nghỉ (${off}); hãy chọn ngày làm việc.`);
  }
  const [known] = await tx
    .select({ unit: lateDossier.unit })
    .from(lateDossier)
    .where(and(eq(lateDossier.agencyId, agencyId), eq(lateDossier.code, said.code)));
  await tx.insert(apology).values({
    ...{ ...said, agencyId, unit: known?.unit || late.unit || "(chưa rõ đơn vị)", state: "draft" as const },
    ...{ procedureCode: late.procedureCode, procedureName: late.procedureName },
    ...{ receivedOn: late.receivedOn, dueOn: late.dueOn },
    ...{ daysBefore: rule.daysBefore, signer: rule.signer, contact: rule.contact },
    ...{ draftedBy: personId, draftedAt: at },
  });
  await work.record({
    ...{ act: "draft-apology", objectKind: "apology", objectId: said.id },
    after: { code: said.code, reason: said.reason, explanation: said.explanation, newDueOn: said.newDueOn },
  });
  const signing = await peopleWithRole(tx, agencyId, "leadership");
  await notify(work, {
    personIds: signing.map((one) => one.id).filter((one) => one !== personId),
    cause: `apology-draft:${said.id}`,
    kind: "review",
    title: `Thư xin lỗi về hồ sơ ${said.code} chờ duyệt`,
    href: "/workspace/tien-do-ho-so?the=xin-loi",
  });
}
