import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { InvalidPeriod, parsePeriod, type ReportingPeriod } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { readMoney } from "../money.ts";
import { refuse } from "../spending/record-commitment.ts";
import { budgetDocument, citizenSaving } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";
import { countDossiers } from "./count-dossiers.ts";
import { savingPolicy } from "./policy.ts";
import type { SavingMeasure, SavingScope } from "./saving.ts";

export interface SavingFields {
  id: string;
  /** "2026-Q3". */
  period: string;
  scope: SavingScope;
  /** Names the field or the procedure; "" where the scope is all or was named by hand. */
  scopeKey: string;
  /** Only of what was counted elsewhere. */
  scopeName: string;
  measure: SavingMeasure;
  /** Only of what was counted elsewhere. */
  dossiers: number | null;
  countedBy: string;
  minutes: number;
  ways: number;
  /** Money as it was typed; "" for none. */
  dongTyped: string;
  method: string;
  documentTitle: string;
  documentNumber: string;
  documentDay: string;
  link: string;
}

/** The period that a text names. @throws Unacceptable */
export function readPeriod(code: string): ReportingPeriod {
  try {
    return parsePeriod(code, "decree");
  } catch (error) {
    if (error instanceof InvalidPeriod) return refuse("period", error.message);
    throw error;
  }
}

/** How many dossiers there are, and of what; out of the sheets, or as it was entered with its source. */
async function counted({ tx, actor }: Work, given: SavingFields, period: ReportingPeriod) {
  const { scope, scopeKey, measure } = given;
  if (measure === "entered") {
    if (given.scopeName === "") refuse("scopeName", "Hãy ghi thủ tục hoặc nhóm thủ tục.");
    if (given.countedBy === "") refuse("countedBy", "Hãy ghi số hồ sơ lấy từ đâu.");
    const dossiers = given.dossiers ?? refuse("dossiers", "Hãy ghi số hồ sơ.");
    return { scope: "named", scopeKey: given.scopeName, scopeName: given.scopeName, dossiers } as const;
  }
  const found = (await countDossiers(tx, actor.agencyId, period)).find(
    (one) => one.scope === scope && one.key === scopeKey,
  );
  const dossiers = found?.counts[measure] ?? 0;
  if (!found || dossiers === 0)
    return refuse(
      "measure",
      "Bảng hồ sơ của kỳ này không có hồ sơ nào như vậy. Hãy nhập bảng hồ sơ ở Tiến độ hồ sơ, hoặc ghi số đếm ở nơi khác kèm nguồn.",
    );
  return { scope: found.scope, scopeKey: found.key, scopeName: found.name, dossiers } as const;
}

/** One saving of the agency, locked until the act is over. @throws NotFound */
export async function heldSaving({ tx, actor }: Work, id: string) {
  const [found] = await tx
    .select()
    .from(citizenSaving)
    .where(and(eq(citizenSaving.agencyId, actor.agencyId), eq(citizenSaving.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có số liệu này trong cơ quan.");
  return found;
}

/** Writes down what a dossier is saved, by which document, and for how many; a second person approves it. */
export async function saveSaving(work: Work, given: SavingFields): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  savingPolicy.permit(actor, "write", { agencyId });
  const { id, measure, minutes, ways, method, documentTitle, documentNumber, documentDay, link } = given;
  const period = readPeriod(given.period);
  const day = toVietnamDate(at).toString();
  if (period.from > day) refuse("period", "Kỳ này chưa bắt đầu.");
  if (documentDay > day) refuse("documentDay", "Ngày này chưa tới.");
  const money = given.dongTyped === "" ? { amount: 0, why: null } : readMoney(given.dongTyped);
  const dong = money.amount ?? refuse("dongTyped", money.why);
  if (dong > 99_999_999) refuse("dongTyped", "Mỗi hồ sơ nhiều nhất 99.999.999 đồng.");
  if (minutes === 0 && ways === 0 && dong === 0)
    refuse("minutes", "Hãy ghi ít nhất một trong ba: số phút, số lượt đi lại, số tiền.");
  const count = await counted(work, given, period);
  const fields = {
    ...{ period: period.code, fromOn: period.from, toOn: period.to, ...count, measure },
    ...{ countedBy: measure === "entered" ? given.countedBy : "", countedAt: at, minutes, ways, dong },
    ...{ method, documentTitle, documentNumber, documentDay, link },
  };
  const [before] = await tx
    .select()
    .from(citizenSaving)
    .where(and(eq(citizenSaving.agencyId, agencyId), eq(citizenSaving.id, id)))
    .for("update");
  if (before && before.state !== "proposed")
    throw new Conflict("Số liệu này đã có quyết định nên không sửa; hãy ghi số liệu mới.");
  if (before) {
    const writers = [...new Set([...before.writers, actor.personId])];
    await inWords(
      tx
        .update(citizenSaving)
        .set({ ...fields, writers })
        .where(eq(citizenSaving.id, id)),
    );
  } else {
    const values = { id, agencyId, ...fields, state: "proposed" as const };
    const [made] = await inWords(
      tx
        .insert(citizenSaving)
        .values({ ...values, writers: [actor.personId], writtenAt: at })
        .onConflictDoNothing()
        .returning({ id: citizenSaving.id }),
    );
    if (!made) throw new Conflict("Số liệu này đã được ghi; hãy tải lại trang.");
  }
  const { countedAt: _, fromOn: __, toOn: ___, scopeKey: ____, scope: _____, ...told } = fields;
  await work.record({
    ...{ act: "save-citizen-saving", objectKind: "citizen-saving", objectId: id },
    ...(before && { before: { dossiers: before.dossiers, minutes: before.minutes, dong: before.dong } }),
    after: told,
  });
  const [file] = await tx
    .select({ id: budgetDocument.id })
    .from(budgetDocument)
    .where(eq(budgetDocument.savingId, id))
    .limit(1);
  if (file) await tellOfSaving(work, await heldSaving(work, id));
}

/** Tells those who may approve it; called once the file of its source stands. */
export async function tellOfSaving(
  work: Work,
  { id, period, scopeName, writers }: typeof citizenSaving.$inferSelect,
): Promise<void> {
  await tellApprovers(work, {
    ...{ kind: "saving", id, href: `/kinh-phi/tiet-kiem?nam=${period.slice(0, 4)}` },
    ...{ title: `Số liệu tiết kiệm chờ duyệt: ${scopeName}`, not: writers },
  });
}
