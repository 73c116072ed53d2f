import { eq, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planPolicy } from "../policy.ts";
import { planImport } from "../tables.ts";
import { applyCorrection } from "./apply-correction.ts";
import type { Correction } from "./correction.ts";
import { type Preview, previewOf } from "./preview-queries.ts";
import { ImpossibleCorrection, type PreviewState } from "./preview-state.ts";

/** Refuses an act on a preview that somebody has changed or confirmed since the caller saw it. */
export function demandSame(preview: Preview, version: number): void {
  if (preview.planId) throw new Conflict("Bản xem trước này đã được xác nhận.", { planId: preview.planId });
  if (preview.version !== version)
    throw new Conflict("Bản xem trước vừa được sửa ở nơi khác; hãy tải bản mới nhất rồi sửa tiếp.");
}

/** The state before the latest correction. */
async function before(work: Work, id: string): Promise<PreviewState> {
  const [row] = await work.tx
    .select({ previous: planImport.previous })
    .from(planImport)
    .where(eq(planImport.id, id));
  if (!row?.previous) throw new Conflict("Không còn lần sửa nào để hoàn tác.");
  return row.previous;
}

function after(state: PreviewState, correction: Exclude<Correction, { kind: "undo" }>): PreviewState {
  try {
    return applyCorrection(state, correction);
  } catch (error) {
    if (error instanceof ImpossibleCorrection) throw new Conflict(error.message);
    throw error;
  }
}

/** Makes one correction to a preview as the person saw it (`version`), or takes the latest one back. */
export async function correctImport(
  work: Work,
  { id, version, correction }: { id: string; version: number; correction: Correction },
): Promise<Preview> {
  const { tx, actor, at } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const preview = await previewOf(work, id);
  demandSame(preview, version);
  const state = { reading: preview.reading, paragraphs: preview.paragraphs };
  const undo = correction.kind === "undo";
  const next = undo ? await before(work, id) : after(state, correction);
  await tx
    .update(planImport)
    .set({
      ...next,
      previous: undo ? null : state,
      version: sql`${planImport.version} + 1`,
      correctedAt: at,
    })
    .where(eq(planImport.id, id));
  await work.record({ act: "correct-import", objectKind: "plan-import", objectId: id, after: correction });
  return previewOf(work, id);
}
