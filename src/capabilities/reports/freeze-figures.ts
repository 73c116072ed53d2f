import { createHash } from "node:crypto";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { canonicalJson } from "./canonical-json.ts";
import { collectFigures } from "./collect-figures.ts";
import { moveReport, personOf } from "./move-report.ts";
import type { Report } from "./report-queries.ts";
import { reportFreeze } from "./tables.ts";

/**
 * Collects the figures of the report's period and keeps them, with the chain they were counted from, with the report:
 * from here on they are the same whatever happens to the data or to the way of counting.
 */
export const freezeFigures = (work: Work, { id }: { id: string }): Promise<Report> =>
  moveReport(work, id, "freeze", "freeze-figures", async (found) => {
    if (toVietnamDate(work.at).toString() < found.periodFrom)
      throw new Conflict(
        `Kỳ báo cáo bắt đầu ngày ${formatDate(found.periodFrom)}, chưa có số liệu nào để chốt.`,
      );
    const collected = canonicalJson(await collectFigures(work.tx, found));
    const freezeId = uuidv7();
    await work.tx.insert(reportFreeze).values({
      id: freezeId,
      agencyId: found.agencyId,
      reportId: id,
      collected,
      sha256: createHash("sha256").update(collected).digest("hex"),
      frozenBy: personOf(work),
      frozenAt: work.at,
    });
    return { freezeId };
  });
