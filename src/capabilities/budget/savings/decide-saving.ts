import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { refuse } from "../spending/record-commitment.ts";
import { citizenSaving } from "../tables.ts";
import { countDossiers } from "./count-dossiers.ts";
import { savingPolicy } from "./policy.ts";
import { heldSaving, readPeriod } from "./save-saving.ts";

/** A second person approves what was counted, once its period is over and while the count still holds; or says why not. */
export async function decideSaving(
  work: Work,
  { id, approve, words }: { id: string; approve: boolean; words: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldSaving(work, id);
  savingPolicy.permit(actor, "decide", { agencyId: found.agencyId, writers: found.writers });
  if (found.state !== "proposed") throw new Conflict("Số liệu này đã có quyết định.");
  if (!approve && words === "") refuse("words", "Hãy ghi lý do không duyệt.");
  if (approve) {
    if (found.toOn >= toVietnamDate(at).toString())
      throw new Conflict(
        `Kỳ này đến hết ngày ${formatDate(found.toOn)}; số hồ sơ còn đổi nên chưa duyệt được.`,
      );
    if (found.measure !== "entered") {
      const counted = await countDossiers(tx, found.agencyId, readPeriod(found.period));
      const now =
        counted.find(({ scope, key }) => scope === found.scope && key === found.scopeKey)?.counts[
          found.measure
        ] ?? 0;
      if (now !== found.dossiers)
        throw new Conflict(
          `Bảng hồ sơ nay đếm được ${now} hồ sơ, khác ${found.dossiers} hồ sơ lúc ghi. Hãy nhờ người ghi mở ra ghi lại.`,
        );
    }
  }
  const state = approve ? ("approved" as const) : ("refused" as const);
  await inWords(
    tx
      .update(citizenSaving)
      .set({ state, decidedBy: actor.personId, decidedAt: at, decisionWords: words })
      .where(eq(citizenSaving.id, id)),
  );
  await work.record({
    ...{ act: "decide-citizen-saving", objectKind: "citizen-saving", objectId: id },
    after: { state, words },
  });
}

/** Takes an approved figure out of what is told from now on; reports that have it frozen keep it. */
export async function withdrawSaving(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  savingPolicy.permit(actor, "withdraw", { agencyId: actor.agencyId });
  const found = await heldSaving(work, id);
  if (found.state !== "approved") throw new Conflict("Chỉ rút được số liệu đã duyệt.");
  const withdrawn = { withdrawnBy: actor.personId, withdrawnAt: at, withdrawnReason: reason };
  await inWords(
    tx
      .update(citizenSaving)
      .set({ state: "withdrawn", ...withdrawn })
      .where(eq(citizenSaving.id, id)),
  );
  await work.record({
    ...{ act: "withdraw-citizen-saving", objectKind: "citizen-saving", objectId: id },
    ...{ after: { state: "withdrawn" }, reason },
  });
}
