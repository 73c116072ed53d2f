import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { UnusableFile, type UsableFile, usableFile } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { attachEvidence } from "./attach-evidence.ts";
import { checkServed } from "./check-served.ts";
import { evidence, evidenceFile } from "./tables.ts";

export interface EvidenceByHand {
  /** Chosen by the sender: the same proof sent again under this id is kept once. */
  id: string;
  taskIds: string[];
  obligationIds: string[];
  /** Clauses that it serves as a whole. */
  clauseIds?: string[];
  label: string;
  url: string | null;
  /** Day of the proof, YYYY-MM-DD. */
  on: string;
  files: { bytes: Uint8Array; fileName: string }[];
}

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

async function usable(files: EvidenceByHand["files"]): Promise<UsableFile[]> {
  const kept: UsableFile[] = [];
  for (const { bytes, fileName } of files) {
    kept.push(
      await usableFile(bytes, fileName).catch((error: unknown) => {
        if (error instanceof UnusableFile) return refuse("files", error.message);
        throw error;
      }),
    );
  }
  return kept;
}

/** Files first, rows after: a kill between the two leaves a file that nobody names, never a name without its file. */
async function keepFiles({ tx, actor }: Work, evidenceId: string, files: UsableFile[]): Promise<void> {
  for (const [position, { bytes, fileName, contentType }] of files.entries()) {
    const id = uuidv7();
    await putFile(id, bytes);
    await tx.insert(evidenceFile).values({
      id,
      agencyId: actor.agencyId,
      evidenceId,
      fileName,
      contentType,
      bytes: bytes.byteLength,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      position,
    });
  }
}

/** The proof that the same sending has made already; two at once wait for each other. */
async function sentBefore({ tx, actor }: Work, sourceId: string): Promise<string | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sourceId}, 0))`);
  const [known] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.agencyId, actor.agencyId),
        eq(evidence.source, "person"),
        eq(evidence.sourceId, sourceId),
      ),
    );
  return known?.id ?? null;
}

/** A proof that a person of the answerable unit states: a document, an address, a meeting, a photo of the board. */
export async function recordEvidence(work: Work, proof: EvidenceByHand): Promise<{ evidenceId: string }> {
  const { id, taskIds, obligationIds, clauseIds = [], label, url, on } = proof;
  if (taskIds.length + obligationIds.length + clauseIds.length === 0)
    refuse("taskIds", "Hãy chọn ít nhất một nhiệm vụ hoặc nghĩa vụ mà minh chứng này phục vụ.");
  await checkServed(work, proof);
  const known = await sentBefore(work, id);
  if (known) return { evidenceId: known };
  const moment = new Date(`${on}T12:00:00+07:00`);
  if (moment.getTime() > work.at.getTime() + 12 * 60 * 60 * 1000)
    refuse("on", "Minh chứng không thể có ngày trong tương lai.");
  const files = await usable(proof.files);
  const made = await attachEvidence(work, {
    taskIds,
    obligationIds,
    clauseIds,
    source: "person",
    sourceId: id,
    label,
    url,
    at: moment,
    revisionHash: null,
  });
  await keepFiles(work, made.evidenceId, files);
  return made;
}
