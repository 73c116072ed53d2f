import { and, eq } from "drizzle-orm";
import { ownAuthority } from "#organization";
import { unitsOf } from "#platform/auth/actor.ts";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { signerInWords } from "../issued-facts.ts";
import { guidance, guidanceEdition } from "../tables.ts";
import { deliverEdition } from "./deliver-edition.ts";
import { addressedBy, guidanceForUpdate, unitsToGuide } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";

/**
 * A later edition: its words and what changed. Units that had the one before and still stand (of guidance to all, every
 * unit) acknowledge anew; the texts before it and what was acknowledged of them stay.
 */
export async function reviseGuidance(
  work: Work,
  {
    id,
    edition: seen,
    authorityId = null,
    ...words
  }: {
    id: string;
    edition: number;
    title: string;
    text: string;
    changed: string;
    /** As for the first edition. */
    authorityId?: string | null;
  },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const found = await guidanceForUpdate(tx, agencyId, id);
  guidancePolicy.permit(actor, "revise", { agencyId });
  const why = guidancePolicy.hindrance(actor, "revise", found);
  if (why !== null) throw new Conflict(why);
  if (found.edition !== seen)
    throw new Conflict("Hướng dẫn vừa được sửa thành bản khác.", {
      advice: "Chưa có gì thay đổi. Hãy đóng lại, tải lại trang, đọc bản mới rồi sửa tiếp.",
    });
  const [before] = await tx
    .select()
    .from(guidanceEdition)
    .where(and(eq(guidanceEdition.guidanceId, id), eq(guidanceEdition.edition, seen)));
  if (before?.title === words.title && before.text === words.text) {
    const message = "Tên và nội dung vẫn như bản trước; hãy sửa rồi gửi.";
    throw new Unacceptable(message, [{ field: "text", message }]);
  }
  const had = (await addressedBy(tx, found)).map(({ unitId }) => unitId);
  const own = unitsOf(actor, "editor");
  const unitIds = (await unitsToGuide(tx, agencyId)).flatMap((unit) =>
    had.includes(unit.id) || (found.toAll && !own.includes(unit.id)) ? [unit.id] : [],
  );
  const edition = seen + 1;
  const signedAs = await ownAuthority(tx, actor, {
    scope: "guidance",
    day: toVietnamDate(work.at).toString(),
    authorityId,
  });
  await deliverEdition(work, { guidanceId: id, edition, ...words, unitIds, signedAs });
  await tx.update(guidance).set({ edition }).where(eq(guidance.id, id));
  await work.record({
    act: "revise-guidance",
    objectKind: "guidance",
    objectId: id,
    before: { edition: seen, title: before?.title, text: before?.text },
    after: { edition, ...words, units: unitIds, ...signerInWords(signedAs) },
  });
}
