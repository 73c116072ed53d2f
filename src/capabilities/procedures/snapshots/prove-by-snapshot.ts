import { inArray, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "../policy.ts";
import { postingProof, procedure } from "../tables.ts";
import { compareSnapshot } from "./compare-snapshot.ts";

/** So many are named; the others are counted. */
const NAMED = 5;

export interface Proven {
  id: string;
  /** Those that the person was shown. */
  procedureIds: string[];
}

/**
 * Writes down that these procedures stand at the place of a snapshot, or are gone from it, with the snapshot as what
 * shows it; what was said already is not said again. Refused as a whole where one no longer says what the register
 * says. Gives how many were written. @throws Conflict, NotFound
 */
export async function proveBySnapshot(work: Work, { id, procedureIds }: Proven): Promise<number> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`procedure-snapshot:${id}`}))`);
  // Held until the end, so that the version told is the one that stands.
  await tx
    .select({ id: procedure.id })
    .from(procedure)
    .where(inArray(procedure.id, [...new Set(procedureIds)].toSorted()))
    .for("update");
  const { snapshot, placeName, findings } = await compareSnapshot(
    tx,
    agencyId,
    id,
    toVietnamDate(at).toString(),
  );
  const byId = new Map(findings.map((finding) => [finding.procedureId, finding]));
  const wanted = [...new Set(procedureIds)].filter((one) => !byId.get(one)?.isShown);
  const changed = wanted.filter((one) => !byId.get(one)?.shows);
  if (changed.length > 0) {
    const names = changed.slice(0, NAMED).map((one) => byId.get(one)?.code ?? "một thủ tục đã rời sổ");
    const more = changed.length > NAMED ? ` và ${changed.length - NAMED} thủ tục khác` : "";
    throw new Conflict(
      `Chưa ghi gì: ${names.join(", ")}${more} không còn khớp với bản chụp, hoặc đã được ghi bằng minh chứng khác. Hãy xem lại danh sách rồi ghi.`,
    );
  }
  const rows = wanted.map((procedureId) => {
    const finding = byId.get(procedureId)!;
    return {
      ...{ id: uuidv7(), agencyId, procedureId, placeId: snapshot.placeId, version: finding.version! },
      ...{ act: finding.shows!, seenOn: snapshot.asOf, url: null },
      note: `Đối chiếu danh mục ngày ${formatDate(snapshot.asOf)}${finding.line === null ? "" : `, dòng ${finding.line}`}`,
      ...{ fileId: id, fileName: snapshot.fileName, contentType: snapshot.contentType, snapshotId: id },
      ...{ recordedBy: personId, recordedAt: at, droppedAt: null, droppedBy: null, droppedWhy: null },
    };
  });
  await insertMany(tx, postingProof, rows);
  await work.recordAll(
    rows.map((row) => ({
      act: "record-posting",
      objectKind: "procedure",
      objectId: row.procedureId,
      after: {
        ...{ postingPlace: placeName, postingAct: row.act, version: row.version, seenOn: row.seenOn },
        ...{ url: null, fileName: row.fileName },
      },
    })),
  );
  return rows.length;
}
