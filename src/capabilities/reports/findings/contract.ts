import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { reportPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });

const findings = z.object({
  findings: z.array(
    z.object({
      taskId: z.uuid(),
      kind: z.enum(["no-proof", "late"]),
      cause: z.string(),
      what: z.string(),
      unitName: z.string().nullable(),
      /** The shortcoming that it was noted as; null: not noted. */
      notedAs: z.uuid().nullable(),
    }),
  ),
  mayNote: z.boolean(),
});

export const findingsContract = {
  findings: procedure({
    method: "GET",
    path: "/reports/{id}/findings",
    summary: "Tồn tại mà số liệu đã chốt của báo cáo cho thấy",
    may: reportPolicy.right("read"),
  })
    .input(id)
    .output(findings),
  noteFindings: procedure({
    method: "POST",
    path: "/reports/{id}/findings",
    summary: "Ghi tồn tại mà số liệu cho thấy vào sổ theo dõi, mỗi nguyên do một lần",
    may: reportPolicy.right("note-findings"),
  })
    .input(id.extend({ causes: z.array(z.string().max(200)).min(1, "Hãy chọn tồn tại.").max(2000) }))
    .output(findings),
};
