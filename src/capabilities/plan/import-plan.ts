import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { Work } from "#platform/work/work.ts";
import { planPolicy } from "./policy.ts";
import { type Preview, previewOf } from "./preview/preview-queries.ts";
import { readPlanWithSource } from "./reading/read-plan.ts";
import { planImport } from "./tables.ts";

/**
 * Reads a document and keeps the reading for preview. A file that is no plan is refused and leaves nothing; `signal`
 * ends the reading of a PDF when the one who sent it has left.
 */
export async function importPlan(
  work: Work,
  { bytes, fileName, signal }: { bytes: Uint8Array; fileName: string; signal?: AbortSignal | undefined },
): Promise<Preview> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const { reading, paragraphs } = await readPlanWithSource(bytes, fileName, signal).catch(
    (error: unknown) => {
      if (!(error instanceof UnreadableDocument)) throw error;
      throw new Unacceptable(error.message, [{ field: "file", message: error.message }]);
    },
  );
  const values = {
    id: uuidv7(),
    agencyId: actor.agencyId,
    fileName,
    bytes: Buffer.from(bytes),
    reading,
    paragraphs,
    personId: actor.personId,
  };
  await tx.insert(planImport).values(values);
  await work.record({
    act: "import-plan",
    objectKind: "plan-import",
    objectId: values.id,
    after: { fileName, bytes: bytes.length },
  });
  return previewOf(work, values.id);
}
