import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { canonicalJson } from "../canonical-json.ts";
import { unitReport, unitReportText } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import { lockHindrance } from "./request-queries.ts";
import { moveHindrance, type UnitReportText } from "./unit-report.ts";
import { countTexts, presentUnitText, unitReportById, unitTextOf } from "./unit-report-queries.ts";

export interface UnitSave {
  id: string;
  /** Made by the writer's screen for this save; the same save again changes nothing. */
  saveId: string;
  /** The version that the writer had before them; the report's own id before the first. */
  baseId: string;
  text: UnitReportText;
}

/** As it is stored: letters composed (NFC). */
const stored = ({ extras, corrections, ...parts }: UnitReportText): UnitReportText => ({
  results: toNfc(parts.results),
  shortcomings: toNfc(parts.shortcomings),
  proposals: toNfc(parts.proposals),
  extras,
  corrections: Object.fromEntries(
    Object.entries(corrections).map(([key, { value, reason }]) => [key, { value, reason: toNfc(reason) }]),
  ),
});

/**
 * Saves what a unit writes as a new version. A stale base is answered with Conflict carrying the newer version;
 * nothing is overwritten. A text that is the stored one already makes no version.
 */
export async function saveUnitReport(work: Work, { id, saveId, baseId, text }: UnitSave): Promise<void> {
  const { tx, actor, at } = work;
  const { report, request } = await unitReportById(tx, actor.agencyId, id, { locked: true });
  unitReportPolicy.permit(actor, "write", { agencyId: report.agencyId, unitIds: [report.unitId] });
  const current = await unitTextOf(tx, report);
  const content = stored(text);
  if (current && (current.id === saveId || canonicalJson(current.content) === canonicalJson(content))) return;
  const why = lockHindrance(request) ?? moveHindrance(report.state, "write");
  if (why !== null) throw new Conflict(why);
  const unasked = Object.keys(content.extras).find(
    (key) => !request.extras.some((extra) => extra.key === key),
  );
  if (unasked !== undefined) throw new Unacceptable("Số liệu này không có trong yêu cầu; hãy mở lại trang.");
  if (current && current.id !== baseId)
    throw new Conflict("Có bản mới hơn do người khác lưu; hãy xem hai bản rồi chọn.", {
      current: await presentUnitText(tx, current),
    });
  await tx.insert(unitReportText).values({
    id: saveId,
    agencyId: report.agencyId,
    unitReportId: id,
    version: (await countTexts(tx, id)) + 1,
    content,
    writtenBy: actor.personId,
    writtenAt: at,
  });
  const state = report.state === "asked" ? "writing" : report.state;
  await tx.update(unitReport).set({ textId: saveId, state }).where(eq(unitReport.id, id));
  if (report.state === "asked")
    await work.record({
      act: "begin-unit-report",
      objectKind: "unit-report",
      objectId: id,
      after: { unitId: report.unitId, periodLabel: request.periodLabel },
    });
}
