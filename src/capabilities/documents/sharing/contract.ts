import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { forces } from "../official-document.ts";
import { documentPolicy } from "../policy.ts";

const id = z.object({ id: z.uuid("Mã văn bản không đúng.") });

const sharingOutput = z.object({
  agencies: z.array(
    z.object({
      /** Slug of its portal. */
      slug: z.string(),
      name: z.string(),
      /** Null: it is not shared with this agency. */
      shared: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
    }),
  ),
  may: maySchema,
});

const receivedOutput = z.object({
  documents: z.array(
    z.object({
      /** Name of the agency in whose register it stands. */
      from: z.string(),
      sharedAt: z.date(),
      number: z.string().nullable(),
      type: z.string(),
      issuedOn: z.string().nullable(),
      issuer: z.string().nullable(),
      abstract: z.string().nullable(),
      topic: z.string().nullable(),
      url: z.string().nullable(),
      effectiveFrom: z.string().nullable(),
      effectiveTo: z.string().nullable(),
      force: z.enum(forces).nullable(),
      /** Number of the instrument that took its place. */
      replacedBy: z.string().nullable(),
    }),
  ),
});

export const sharingContract = {
  sharing: procedure({
    method: "GET",
    path: "/documents/{id}/sharing",
    summary: "Văn bản được chia sẻ cho cơ quan nào trên hệ thống",
    may: documentPolicy.right("read"),
  })
    .input(id)
    .output(sharingOutput),
  share: procedure({
    method: "PUT",
    path: "/documents/{id}/sharing",
    summary: "Chọn các cơ quan khác được đọc văn bản; bỏ chọn là thu lại",
    may: documentPolicy.right("share"),
  })
    .input(
      id.extend({
        /** Slugs of their portals, all of them; none: it is shared no more. */
        agencies: z.array(z.string().min(1, "Hãy chọn cơ quan.").max(200)).max(500),
      }),
    )
    .output(sharingOutput),
  receivedDocuments: procedure({
    method: "GET",
    path: "/shared-documents",
    summary: "Văn bản mà các cơ quan khác chia sẻ cho cơ quan",
    may: documentPolicy.right("read"),
  }).output(receivedOutput),
};
