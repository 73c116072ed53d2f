import { createHash } from "node:crypto";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { canonicalJson } from "./canonical-json.ts";
import { gatherChain } from "./gather-chain.ts";
import { moveReport, personOf } from "./move-report.ts";
import type { Report } from "./report-queries.ts";
import { reportFreeze } from "./tables.ts";

/**
 * Gathers the chain of the report's period and keeps it with the report: from here on its figures are the same
 * whatever happens to the data.
 */
export const freezeFigures = (work: Work, { id }: { id: string }): Promise<Report> =>
  moveReport(work, id, "freeze", "freeze-figures", async (found) => {
    const chain = canonicalJson(
      await gatherChain(work.tx, found.agencyId, found.planId, {
        code: found.periodCode,
        basis: found.basis,
      }),
    );
    const freezeId = uuidv7();
    await work.tx.insert(reportFreeze).values({
      id: freezeId,
      agencyId: found.agencyId,
      reportId: id,
      chain,
      sha256: createHash("sha256").update(chain).digest("hex"),
      frozenBy: personOf(work),
      frozenAt: work.at,
    });
    return { freezeId };
  });
