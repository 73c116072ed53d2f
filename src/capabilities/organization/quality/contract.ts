import { z } from "zod";
import { fileOutput, procedure } from "#platform/auth/contract-base.ts";
import { organizationPolicy } from "../policy.ts";
import { type QualityGroup, type QualityKind, qualityGroups, qualityKinds } from "./quality-kind.ts";

const readQuality = organizationPolicy.right("readQuality");
const groups = Object.keys(qualityGroups) as [QualityGroup, ...QualityGroup[]];
const kinds = Object.keys(qualityKinds) as [QualityKind, ...QualityKind[]];

const question = z.object({
  /** An account is unused when nobody signed in for so many months. */
  months: z.coerce.number("Số tháng là một số.").int().min(1).max(60).default(6),
  unitId: z.uuid("Mã không đúng.").optional(),
  group: z.enum(groups).optional(),
});

export const qualityContract = {
  quality: procedure({
    method: "GET",
    path: "/data-quality",
    summary: "Chất lượng dữ liệu người dùng, đơn vị: đúng, đủ, sạch, sống",
    may: readQuality,
  })
    .input(question)
    .output(
      z.object({
        findings: z.array(
          z.object({
            kind: z.enum(kinds),
            group: z.enum(groups),
            /** The person or the unit. */
            about: z.string(),
            detail: z.string(),
            unitIds: z.array(z.uuid()),
            unitNames: z.array(z.string()),
            /** Where it is mended, within the workspace. */
            href: z.string(),
          }),
        ),
      }),
    ),
  qualityTable: procedure({
    method: "GET",
    path: "/data-quality/table",
    summary: "Tải danh sách vấn đề về dữ liệu người dùng, đơn vị (.xlsx)",
    may: readQuality,
  })
    .route({ outputStructure: "detailed" })
    .input(question)
    .output(fileOutput),
};
