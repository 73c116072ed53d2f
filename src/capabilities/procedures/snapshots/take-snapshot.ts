import { createHash } from "node:crypto";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { insertInParts } from "#platform/database/insert-many.ts";
import { putFile } from "#platform/files/files.ts";
import { cleanName } from "#platform/files/usable-file.ts";
import { mediaTypes } from "#platform/http/download.ts";
import type { Work } from "#platform/work/work.ts";
import { procedureListWords } from "../list-imports/list-words.ts";
import { readGivenList } from "../list-imports/read-given-list.ts";
import { procedurePolicy } from "../policy.ts";
import { keepPlaces } from "../postings/place-queries.ts";
import type { ProcedureList } from "../reading/read-procedure-list.ts";
import { procedureSnapshot, procedureSnapshotRow } from "../tables.ts";
import { snapshotOf } from "./snapshot-queries.ts";

export interface SnapshotToTake {
  /** Sent twice, it is the same one. */
  id: string;
  placeId: string;
  /** On which day the place said so. */
  asOf: string;
  /** It names everything of the agency that stands there. */
  isFull: boolean;
  bytes: Uint8Array;
  fileName: string;
}

const typeOf = (bytes: Uint8Array): string => {
  const begins = Buffer.from(bytes.subarray(0, 512)).toString("latin1").trimStart();
  if (begins.startsWith("PK")) return mediaTypes.xlsx;
  if (bytes[0] === 0xd0) return "application/vnd.ms-excel";
  return /^(?:\u00ef\u00bb\u00bf)?\s*[[{]/u.test(begins) ? mediaTypes.json : "text/csv";
};

function faultyRows({ rejected, errors }: ProcedureList) {
  const told = Map.groupBy(errors, ({ row }) => row);
  return rejected.map(({ row, written }) => ({
    ...{ row, written },
    errors: (told.get(row) ?? []).map(
      ({ column, message }) => `${procedureListWords[column].header}: ${message}`,
    ),
  }));
}

/** Keeps a list as it stood at a place on a day, with its file; nothing of the register changes. @throws NotFound, Unacceptable */
export async function takeSnapshot(work: Work, { id, bytes, ...given }: SnapshotToTake): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  if (given.asOf > toVietnamDate(at).toString())
    throw new Unacceptable("Ngày của danh mục ở tương lai; hãy ghi ngày xuất danh mục.", [
      { field: "asOf", message: "Ngày này ở tương lai; hãy ghi ngày xuất danh mục." },
    ]);
  const place = (await keepPlaces(tx, agencyId)).find((one) => one.id === given.placeId);
  if (!place) throw new NotFound("Không có nơi công khai này.");
  const list = await readGivenList(bytes);
  const fileName = cleanName(given.fileName) || "danh-muc";
  const [made] = await tx
    .insert(procedureSnapshot)
    .values({
      ...{ id, agencyId, placeId: place.id, asOf: given.asOf, isFull: given.isFull, fileName },
      contentType: typeOf(bytes),
      sha256: createHash("sha256").update(bytes).digest("hex"),
      columns: [...new Set(list.columns.flatMap(({ field }) => field ?? []))],
      rejected: faultyRows(list),
      ...{ takenBy: personId, takenAt: at, droppedBy: null, droppedAt: null },
    })
    .onConflictDoNothing()
    .returning({ id: procedureSnapshot.id });
  if (!made) {
    // Sent twice, it is the same one.
    await snapshotOf(tx, agencyId, id);
    return;
  }
  await insertInParts(
    tx,
    procedureSnapshotRow,
    list.rows.map(({ row, code, written }) => ({
      ...{ snapshotId: id, agencyId, line: row, code },
      written,
    })),
  );
  await putFile(id, bytes);
  await work.record({
    act: "take-procedure-snapshot",
    objectKind: "procedure-snapshot",
    objectId: id,
    after: {
      ...{ postingPlace: place.name, asOf: formatDate(given.asOf), isFull: given.isFull, fileName },
      ...{ rows: list.rows.length, bad: list.rejected.length },
    },
  });
}
