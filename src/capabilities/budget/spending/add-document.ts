import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { UnusableFile, usableFile } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { budgetPolicy } from "../policy.ts";
import { savingPolicy } from "../savings/policy.ts";
import { heldSaving, tellOfSaving } from "../savings/save-saving.ts";
import { budgetCommitment, budgetDocument, budgetExpense, budgetProposal, citizenSaving } from "../tables.ts";
import type { DocumentOwner } from "./document-owner.ts";
import { refuse } from "./record-commitment.ts";

const MOST = 20;
const owners = {
  proposal: { table: budgetProposal, column: budgetDocument.proposalId },
  commitment: { table: budgetCommitment, column: budgetDocument.commitmentId },
  expense: { table: budgetExpense, column: budgetDocument.expenseId },
  saving: { table: citizenSaving, column: budgetDocument.savingId },
} as const;

/** Keeps a file of a decision, a contract, a voucher or a source; the same file again is the same one. */
export async function addDocument(
  work: Work,
  {
    owner,
    ownerId,
    bytes: given,
    fileName: named,
  }: {
    owner: DocumentOwner;
    ownerId: string;
    bytes: Uint8Array;
    fileName: string;
  },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  if (owner === "saving") savingPolicy.permit(actor, "write", { agencyId });
  else budgetPolicy.permit(actor, "record", { agencyId });
  const { table, column } = owners[owner];
  const [found] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.agencyId, agencyId), eq(table.id, ownerId)));
  if (!found) throw new NotFound("Không có mục này trong cơ quan.");
  const { bytes, fileName, contentType } = await usableFile(given, named).catch((error: unknown) => {
    if (error instanceof UnusableFile) return refuse("file", error.message);
    throw error;
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await tx.select().from(budgetDocument).where(eq(column, ownerId));
  if (known.some((one) => one.sha256 === sha256)) return;
  if (known.length >= MOST) refuse("file", `Mỗi mục giữ nhiều nhất ${MOST} tệp.`);
  const id = uuidv7();
  // The file first, the row after: a kill between the two leaves a file that nobody names.
  await putFile(id, bytes);
  const [made] = await tx
    .insert(budgetDocument)
    .values({
      ...{ id, agencyId, fileName, contentType, bytes: bytes.byteLength, sha256 },
      ...{ proposalId: null, commitmentId: null, expenseId: null, savingId: null, [`${owner}Id`]: ownerId },
      ...{ addedBy: actor.personId, addedAt: at },
    })
    .onConflictDoNothing()
    .returning({ id: budgetDocument.id });
  if (!made) return;
  await work.record({
    ...{ act: "add-budget-document", objectKind: "budget-document", objectId: id },
    after: { fileName, sha256, ownerId },
  });
  if (owner !== "saving" || known.length > 0) return;
  const saving = await heldSaving(work, ownerId);
  if (saving.state === "proposed") await tellOfSaving(work, saving);
}
