import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { RejectedRow } from "../reading/dossiers-worker.ts";
import type { Dossier } from "../reading/judge-dossier.ts";
import { readDossiersAside } from "../reading/read-aside.ts";
import type { DossierReading } from "../reading/read-dossiers.ts";
import { dossierImport } from "../tables.ts";
import type { Run } from "./running-imports.ts";

/** A sheet and the period that it is brought for. */
export interface Sheet {
  bytes: Uint8Array;
  fileName: string;
  period: string;
}

/** A sheet that adds to what is known, or that is the whole state of its moment. */
export type SheetMode = "upsert" | "snapshot";

/** A sheet is held in memory while it is written. */
const MOST_DOSSIERS = 200_000;
/** Of a hundred rows so many may be rejected; with more the whole sheet is doubted. */
const MOST_REJECTED = 20;

const tooMany = () => {
  const message = `Bảng có hơn ${MOST_DOSSIERS.toLocaleString("vi-VN")} hồ sơ nên chưa nhập; hãy chia theo kỳ hoặc theo đơn vị rồi nhập lần lượt.`;
  return new Unacceptable(message, [{ field: "file", message }]);
};

export const printOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The import of the same bytes for the same period, unless it was taken back. */
export async function importBefore(
  q: Queryable,
  agencyId: string,
  {
    sha256,
    period,
    kind = "dossiers",
    mode = "upsert",
  }: { sha256: string; period: string; kind?: "dossiers" | "counts"; mode?: SheetMode },
) {
  const [before] = await q
    .select()
    .from(dossierImport)
    .where(
      and(
        eq(dossierImport.agencyId, agencyId),
        eq(dossierImport.sha256, sha256),
        eq(dossierImport.period, period),
        eq(dossierImport.kind, kind),
        eq(dossierImport.mode, mode),
        isNull(dossierImport.undoneAt),
      ),
    );
  return before ?? null;
}

/** Reads a sheet aside; of the rows of one dossier the last holds. @throws UnreadableDocument */
export async function readSheet(
  { bytes }: Pick<Sheet, "bytes">,
  at: Date,
  run: Run,
): Promise<{ dossiers: Dossier[]; reading: DossierReading; rejected: RejectedRow[] }> {
  const dossiers = new Map<string, Dossier>();
  const asOf = Number(toVietnamDate(at).toString().replaceAll("-", ""));
  const { reading, rejected } = await readDossiersAside(
    bytes,
    asOf,
    (dossier, read) => {
      dossiers.set(dossier.code, dossier);
      run.tell({ step: "reading", done: read, total: null });
      if (dossiers.size > MOST_DOSSIERS) throw tooMany();
    },
    run.signal,
  );
  return { dossiers: [...dossiers.values()], reading, rejected };
}

/** Why so much of a sheet is rejected that the rest is not to be trusted; null: it may be taken. */
export function whyDoubted({ rows, errors }: DossierReading): string | null {
  if (rows.rejected * 100 <= rows.read * MOST_REJECTED) return null;
  const first = errors
    .slice(0, 3)
    .map(({ row, message }) => `dòng ${row}: ${message}`)
    .join(" ");
  return `Có ${rows.rejected} trên ${rows.read} dòng không nhận được (quá ${MOST_REJECTED} %) nên chưa nhập dòng nào; hãy kiểm tra lại tệp, ví dụ ${first}`;
}
