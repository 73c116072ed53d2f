import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { cleanRecord, fingerprintOf } from "./fingerprint.ts";
import { withOwnForms } from "./forms/own-forms.ts";
import { withKeptForms } from "./forms/papers-forms.ts";
import { procedurePolicy } from "./policy.ts";
import { proceduresChanged } from "./procedure-changed.ts";
import { heldProcedure, recordOf } from "./procedure-queries.ts";
import type { ProcedureRecord } from "./procedure-record.ts";
import { changedParts, partInWords } from "./record-words.ts";
import { writeVersion } from "./write-version.ts";

export interface ProcedureToSave {
  id: string;
  suffix: string;
  record: ProcedureRecord;
  validFrom: string;
  /** Asked for when something changed. */
  reason: string;
  /** The version that the person had before them. */
  seen: number;
}

/** What changed, for the audit: only the parts that differ, in words. */
const changesInWords = (before: ProcedureRecord, now: ProcedureRecord) => {
  const parts = changedParts(before, now);
  const words = (record: ProcedureRecord) =>
    Object.fromEntries(parts.map((key) => [key, partInWords(record, key)]));
  return { parts, before: words(before), after: words(now) };
};

/** A new version when something changed, with a reason; else nothing. @throws Conflict, Unacceptable */
export async function saveProcedure(work: Work, given: ProcedureToSave): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const { id, suffix, validFrom, reason, seen } = given;
  procedurePolicy.permit(actor, "save", { agencyId });
  const { procedure, version } = await heldProcedure(tx, agencyId, id);
  const sent = cleanRecord(withKeptForms(given.record, recordOf(version)));
  const record = await withOwnForms(tx, agencyId, sent);
  if (fingerprintOf(record) === version.fingerprint && suffix === procedure.suffix) return;
  if (procedure.state === "repealed")
    throw new Conflict(
      "Thủ tục đã bị bãi bỏ nên không sửa được; nếu bãi bỏ nhầm, hãy cho thực hiện lại trước.",
    );
  if (seen !== version.version)
    throw new Conflict(
      `Trong lúc bạn sửa, bản ${version.version} đã được ghi (${version.reason || "bản đầu"}). Những gì bạn gõ còn nguyên trên màn hình; hãy mở bản mới ở một thẻ khác, đối chiếu rồi ghi lại.`,
      { version: version.version },
    );
  if (reason.trim() === "") {
    const message = "Hãy ghi vì sao thay đổi, ví dụ số quyết định công bố.";
    throw new Unacceptable(message, [{ field: "reason", message }]);
  }
  const changes = changesInWords(recordOf(version), record);
  const next = version.version + 1;
  await writeVersion(work, {
    ...{ procedureId: id, code: procedure.code, suffix, version: next, record, validFrom },
    reason: reason.trim().normalize("NFC"),
  });
  await work.record({
    act: "save-procedure",
    objectKind: "procedure",
    objectId: id,
    before: { ...changes.before, version: version.version },
    after: { ...changes.after, version: next, validFrom },
    reason: reason.trim(),
  });
  await proceduresChanged(tx, [id]);
}
