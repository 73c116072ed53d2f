import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { cleanRecord } from "./fingerprint.ts";
import { withOwnForms } from "./forms/own-forms.ts";
import { procedurePolicy } from "./policy.ts";
import { proceduresChanged } from "./procedure-changed.ts";
import { splitCode } from "./procedure-code.ts";
import { procedureByCode } from "./procedure-queries.ts";
import type { ProcedureRecord } from "./procedure-record.ts";
import { procedure } from "./tables.ts";
import { writeVersion } from "./write-version.ts";

export interface NewProcedure {
  id: string;
  /** With or without the agency's suffix. */
  code: string;
  record: ProcedureRecord;
  validFrom: string;
}

/** Writes a procedure into the register, each code once. @throws Conflict, Unacceptable */
export async function addProcedure(work: Work, { id, record: given, validFrom, ...rest }: NewProcedure) {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "save", { agencyId });
  const { code, suffix } = splitCode(rest.code);
  const record = await withOwnForms(tx, agencyId, cleanRecord(given));
  const [made] = await tx
    .insert(procedure)
    .values({
      ...{ id, agencyId, code, suffix, currentVersion: 1, updatedAt: at },
      ...{ state: "in-force", stateReason: "" },
    })
    .onConflictDoNothing()
    .returning({ id: procedure.id });
  if (!made) {
    const twin = await procedureByCode(tx, agencyId, code);
    // Sent twice, it is the same one.
    if (twin?.procedure.id === id) return;
    if (!twin) throw new Conflict("Mục này đã ghi trước đó; hãy tải lại trang.");
    const message = `Mã ${code} đã có trong sổ: ${twin.version.name}. Hãy mở thủ tục đó để sửa.`;
    throw new Unacceptable(message, [{ field: "code", message }]);
  }
  await writeVersion(work, { procedureId: id, code, suffix, version: 1, record, validFrom, reason: "" });
  await work.record({
    act: "add-procedure",
    objectKind: "procedure",
    objectId: id,
    after: { code, name: record.name, validFrom },
  });
  await proceduresChanged(tx, [id]);
}
