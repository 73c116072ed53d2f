import { and, eq, inArray } from "drizzle-orm";
import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { clean } from "../clean-words.ts";
import { searchable } from "../searchable.ts";
import { mediaAsset, tip, tipMedia } from "../tables.ts";
import { tipPolicy } from "./policy.ts";
import { LONGEST_TIP, type TipKind, tipKindLabel } from "./tip.ts";

interface SentMedia {
  mediaId: string;
  latitude: number | null;
  longitude: number | null;
}

export interface NewTip {
  /** Made by the sender: the same one sent again is the same tip. */
  id: string;
  unitId: string;
  kind: TipKind;
  words: string;
  media: SentMedia[];
}

/** With a tip come pictures and recordings that its sender uploaded. @throws Unacceptable */
async function needOwnUploads({ tx, actor }: Work, media: SentMedia[]): Promise<void> {
  if (media.length === 0) return;
  const ids = media.map(({ mediaId }) => mediaId);
  const found = await tx
    .select({ id: mediaAsset.id })
    .from(mediaAsset)
    .where(
      and(
        eq(mediaAsset.agencyId, actor.agencyId),
        eq(mediaAsset.uploadedBy, actor.personId),
        inArray(mediaAsset.id, ids),
        inArray(mediaAsset.sort, ["picture", "audio"]),
      ),
    );
  if (found.length === new Set(ids).size) return;
  const message = "Có tệp không phải ảnh hay bản thu do bạn vừa tải lên; hãy bỏ tệp ấy rồi chọn lại.";
  throw new Unacceptable(message, [{ field: "media", message }]);
}

/** Sends a tip to the editors, once however often it arrives; the editors are told. Gives its id. */
export async function sendTip(work: Work, { id, unitId, kind, words, media }: NewTip): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  tipPolicy.permit(actor, "send", { agencyId, unitId });
  const own = (await unitsOfAgency(tx, agencyId)).find((unit) => unit.id === unitId);
  if (!own) throw new NotFound("Đơn vị này không còn hoạt động; hãy tải lại trang.");
  const kept = clean(words);
  if (kept === "")
    throw new Unacceptable("Hãy ghi vài chữ về tin.", [{ field: "words", message: "Hãy ghi vài chữ." }]);
  if (kept.length > LONGEST_TIP) {
    const message = `Tin dài nhất ${LONGEST_TIP.toLocaleString("vi-VN")} ký tự, đang có ${kept.length.toLocaleString("vi-VN")}; bài dài hãy viết ở mục Tin, bài.`;
    throw new Unacceptable(message, [{ field: "words", message }]);
  }
  await needOwnUploads(work, media);
  const [made] = await tx
    .insert(tip)
    .values({
      id,
      agencyId,
      unitId,
      sentBy: personId,
      kind,
      words: kept,
      wordsPlain: searchable(kept),
      sentAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [known] = await tx.select().from(tip).where(eq(tip.id, id));
    if (known?.sentBy !== personId || known.agencyId !== agencyId)
      throw new Conflict("Chưa gửi được tin; hãy bấm gửi lần nữa.");
    const before = await tx.$count(tipMedia, eq(tipMedia.tipId, id));
    if (known.words === kept && before === new Set(media.map(({ mediaId }) => mediaId)).size) return id;
    throw new Conflict(
      `Tin đã được gửi lúc ${formatDateTime(known.sentAt)}, trước những gì bạn vừa sửa. Bấm gửi lần nữa nếu muốn gửi phần đang thấy thành một tin mới.`,
    );
  }
  const once = media.filter(
    ({ mediaId }, index) => media.findIndex((one) => one.mediaId === mediaId) === index,
  );
  if (once.length > 0)
    await tx
      .insert(tipMedia)
      .values(once.map((one, position) => ({ agencyId, tipId: id, position, ...one })));
  await work.record({
    act: "send-tip",
    objectKind: "tip",
    objectId: id,
    after: { kind, unitId, words: kept, media: once.length },
  });
  const editors = await peopleWithRole(tx, agencyId, "editor");
  await notify(work, {
    personIds: editors.map((editor) => editor.id).filter((editorId) => editorId !== personId),
    cause: `tip-sent:${id}`,
    kind: "tip-inbox",
    title: `${tipKindLabel(kind)} từ ${own.name}: ${beginning(kept.replace(/\s+/g, " "), 120)}`,
    href: `/workspace/tin-gui-ve/${id}`,
  });
  return id;
}
