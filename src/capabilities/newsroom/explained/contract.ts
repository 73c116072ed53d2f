import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { contentPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã không đúng.") });
const explainedOutput = z.object({
  documents: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      /** Where it stands on the portal; null while it is not public. */
      path: z.string().nullable(),
    }),
  ),
  may: maySchema,
});

export const explainedContract = {
  explainedDocuments: procedure({
    method: "GET",
    path: "/content/{id}/documents",
    summary: "Văn bản trong sổ mà bài giải thích",
    may: contentPolicy.right("read"),
  })
    .input(id)
    .output(explainedOutput),
  explainDocuments: procedure({
    method: "PUT",
    path: "/content/{id}/documents",
    summary: "Chọn các văn bản trong sổ mà bài giải thích",
    may: contentPolicy.right("link"),
  })
    .input(
      id.extend({ documentIds: z.array(z.uuid("Mã văn bản không đúng.")).max(50, "Nhiều nhất 50 văn bản.") }),
    )
    .output(explainedOutput),
};
