import { eq, inArray } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import { putFile } from "#platform/files/files.ts";
import { UnusableFile, usableFile } from "#platform/files/usable-file.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { currentOf } from "../procedure-queries.ts";
import { standsOn } from "../procedure-state.ts";
import { postingProof, procedure } from "../tables.ts";
import { keepPlaces } from "./place-queries.ts";

export interface NewPosting {
  /** Of the whole; sent twice, it is the same one. */
  id: string;
  procedureIds: string[];
  placeId: string;
  /** On which day it was seen to stand there, or to be gone. */
  seenOn: string;
  url: string | null;
  note: string;
  file: { bytes: Uint8Array; fileName: string } | null;
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** What shows it, kept once for all that were posted together. */
async function keepFile(id: string, { bytes, fileName }: NonNullable<NewPosting["file"]>) {
  const file = await usableFile(bytes, fileName).catch((error: unknown) => {
    if (error instanceof UnusableFile) return refuse("file", error.message);
    throw error;
  });
  await putFile(id, file.bytes);
  return { fileId: id, fileName: file.fileName, contentType: file.contentType };
}

/**
 * Writes down that procedures stand at a place in the version that holds now, or that repealed ones are gone from it,
 * with the address, picture or file that shows it. @throws NotFound, Unacceptable
 */
export async function recordPosting(work: Work, { id, file, ...given }: NewPosting): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const today = toVietnamDate(at).toString();
  if (given.seenOn > today) refuse("seenOn", "Ngày công khai ở tương lai; hãy ghi ngày đã thấy.");
  if (given.url === null && file === null)
    refuse("url", "Hãy ghi địa chỉ hoặc chọn ảnh, tệp cho thấy đã công khai.");
  const place = (await keepPlaces(tx, agencyId)).find((one) => one.id === given.placeId);
  if (!place) throw new NotFound("Không có nơi công khai này.");
  if (place.kind === "portal") refuse("placeId", "Cổng của cơ quan tự chứng minh, không cần ghi.");
  const ids = [...new Set(given.procedureIds)].toSorted();
  // Held until the end, so that the version told is the one that stands.
  await tx.select({ id: procedure.id }).from(procedure).where(inArray(procedure.id, ids)).for("update");
  const found = await currentOf(tx, agencyId, ids);
  if (found.length < ids.length) throw new NotFound("Có thủ tục không còn trong sổ của cơ quan.");
  const [known] = await tx.select({ id: postingProof.id }).from(postingProof).where(eq(postingProof.id, id));
  if (known) return;
  const kept = file && (await keepFile(uuidv7(), file));
  const rows = found.map(({ procedure: one, version }, index) => ({
    ...{ agencyId, procedureId: one.id, placeId: place.id, version: version.version },
    id: index === 0 ? id : uuidv7(),
    act: standsOn(one, today) ? ("posted" as const) : ("removed" as const),
    ...{ seenOn: given.seenOn, url: given.url, note: toNfc(given.note), snapshotId: null },
    ...(kept ?? { fileId: null, fileName: null, contentType: null }),
    ...{ recordedBy: personId, recordedAt: at, droppedAt: null, droppedBy: null, droppedWhy: null },
  }));
  await insertMany(tx, postingProof, rows);
  await work.recordAll(
    rows.map((row) => ({
      act: "record-posting",
      objectKind: "procedure",
      objectId: row.procedureId,
      after: {
        ...{ postingPlace: place.name, postingAct: row.act, version: row.version, seenOn: row.seenOn },
        ...{ url: row.url, fileName: row.fileName },
      },
    })),
  );
}
