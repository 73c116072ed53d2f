import { eq } from "drizzle-orm";
import { portalBase } from "#organization";
import { attachEvidence, obligationsOnThemes, withdrawEvidence } from "#plan";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { refuse } from "../spending/record-commitment.ts";
import { budgetDocument, citizenSaving } from "../tables.ts";
import { countDossiers } from "./count-dossiers.ts";
import { savingPagesChanged } from "./pages-changed.ts";
import { savingPolicy } from "./policy.ts";
import { heldSaving, readPeriod } from "./save-saving.ts";
import { SAVINGS_PATH } from "./savings-path.ts";

/** Names the proofs made of savings to the plan. */
const SAVING_PROOFS = "citizen-saving";
/** What they prove where a plan asks for it. */
const provedThemes = ["steering.close-to-people"];

type CitizenSaving = typeof citizenSaving.$inferSelect;

async function demandSource({ tx }: Work, savingId: string): Promise<void> {
  const [file] = await tx
    .select({ id: budgetDocument.id })
    .from(budgetDocument)
    .where(eq(budgetDocument.savingId, savingId))
    .limit(1);
  if (!file) throw new Conflict("Chưa có tệp văn bản nguồn nên chưa duyệt được; hãy nhờ người ghi đính tệp.");
}

/** What is approved is public: no number, account or address in it is a person's; names are for the second reader. @throws Conflict */
function demandNothingPersonal({ scopeName, method, countedBy, documentTitle }: CitizenSaving): void {
  const told = [scopeName, method, countedBy, documentTitle].join("\n");
  const [span] = findPersonalData(told, { sureOnly: true });
  if (span)
    throw new Conflict(
      `Số liệu đã duyệt thì công khai, mà còn ghi “${told.slice(span.from, span.to)}” giống dữ liệu cá nhân. Hãy nhờ người ghi sửa rồi duyệt.`,
    );
}

/** From then on it stands on the portal and proves the obligations that ask for it. */
async function proveBySaving(work: Work, { id, agencyId, period, scopeName }: CitizenSaving): Promise<void> {
  const { tx, at } = work;
  const { label } = readPeriod(period);
  await attachEvidence(work, {
    ...{ taskIds: [], obligationIds: await obligationsOnThemes(tx, agencyId, provedThemes) },
    ...{ source: SAVING_PROOFS, sourceId: id, revisionHash: null, at },
    label: `Thời gian, chi phí người dân tiết kiệm được: ${scopeName}, ${label}`,
    url: `${await portalBase(tx, agencyId)}${SAVINGS_PATH}/${period.slice(0, 4)}`,
  });
  await savingPagesChanged(tx);
}

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
    await demandSource(work, id);
    demandNothingPersonal(found);
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
  if (approve) await proveBySaving(work, found);
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
  await withdrawEvidence(work, { source: SAVING_PROOFS, sourceId: id, reason });
  await savingPagesChanged(tx);
}
