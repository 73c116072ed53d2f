import { isDeepStrictEqual } from "node:util";
import { eq, inArray } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { workItem, workItemImport } from "../tables.ts";
import { workItemPolicy } from "../work-programme/policy.ts";
import { workItemWords } from "../work-programme/work-item.ts";
import { workItemForUpdate } from "../work-programme/work-item-queries.ts";
import { linesOfImport, workItemImportForUpdate } from "./work-item-import-queries.ts";
import { writtenWorkItem } from "./written-work-item.ts";

/**
 * Takes an import back whole: every item of it that is still there goes, or none does, where it was said of one how it
 * went, or somebody changed one.
 */
export async function undoWorkItemImport(
  work: Work,
  { id, unitId }: { id: string; unitId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  workItemPolicy.permit(actor, "enter", { agencyId, unitIds: [unitId] });
  const made = await workItemImportForUpdate(tx, agencyId, { id, unitId });
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const titles: string[] = [];
  const ids: string[] = [];
  const happened: string[] = [];
  for (const { workItemId, written } of await linesOfImport(tx, id)) {
    const item = await workItemForUpdate(tx, agencyId, workItemId);
    const words = [
      item.state === "planned" ? null : workItemWords[item.state].toLowerCase(),
      isDeepStrictEqual(writtenWorkItem(item), written) ? null : "đã được sửa",
    ].filter((word) => word !== null);
    if (words.length > 0) happened.push(`“${beginning(item.title, 90)}”: ${words.join("; ")}`);
    ids.push(workItemId);
    titles.push(item.title);
  }
  if (happened.length > 0) {
    const more = happened.length - 5;
    throw new Conflict(
      `Không lấy lại được lần nhập này vì ${happened.length} trong ${ids.length} hoạt động đã có thay đổi: ${happened.slice(0, 5).join(". ")}${more > 0 ? `; và ${more} hoạt động khác` : ""}.`,
      { advice: "Chưa có gì thay đổi. Hãy bỏ riêng từng hoạt động ghi nhầm." },
    );
  }
  if (ids.length > 0) await tx.delete(workItem).where(inArray(workItem.id, ids));
  await tx
    .update(workItemImport)
    .set({ undoneBy: actor.personId, undoneAt: at })
    .where(eq(workItemImport.id, id));
  await work.record({
    act: "undo-work-item-import",
    objectKind: "work-item-import",
    objectId: id,
    before: { unitId, fileName: made.fileName, items: titles },
  });
}
