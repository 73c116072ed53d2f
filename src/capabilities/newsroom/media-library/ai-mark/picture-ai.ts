import { z } from "zod";
import { type AiPart, aiParts } from "../../ai-use/ai-use.ts";

/** What part an AI had in a picture itself, as it is asked of it. */
export const pictureParts = [
  { slug: "none", label: "Không: ảnh chụp hoặc do người vẽ", suggested: "" },
  {
    slug: "assisted",
    label: "AI đã sửa, thêm hoặc bớt trong ảnh",
    suggested: "Ảnh có phần do trí tuệ nhân tạo (AI) tạo",
  },
  { slug: "generated", label: "Ảnh do AI tạo", suggested: "Ảnh do trí tuệ nhân tạo (AI) tạo" },
] as const satisfies { slug: AiPart; label: string; suggested: string }[];

const partSlugs = pictureParts.map(({ slug }) => slug) as [AiPart, ...AiPart[]];

export const pictureAiSchema = z.object({
  part: z.enum(partSlugs),
  /** Name of the tool, with its version if known. */
  tool: z.string().trim().max(200, "Tên công cụ dài nhất 200 ký tự.").default(""),
  /** What the public reads under the picture. */
  label: z.string().trim().max(200, "Nhãn dài nhất 200 ký tự.").default(""),
});

export type PictureAi = z.output<typeof pictureAiSchema>;

/** Null: nobody has said. */
export const pictureAiOf = ({
  aiPart,
  aiTool,
  aiLabel,
}: {
  aiPart: AiPart | null;
  aiTool: string;
  aiLabel: string;
}): PictureAi | null => (aiPart === null ? null : { part: aiPart, tool: aiTool, label: aiLabel });

/** Whose a picture is, and the label of an AI's part in it, as printed under it. */
export const creditLine = (credit: string | null, ai: PictureAi | null): string | null =>
  [credit, ai?.label].filter(Boolean).join(". ") || null;

/** Word of IPTC for the part of an AI, as schema.org has it; null: none was said. */
export const digitalSourceOf = (ai: PictureAi | null): string | null =>
  aiParts.find(({ slug }) => slug === ai?.part)?.digitalSource ?? null;
