import { z } from "zod";

/** What an AI may be used for. Help that keeps the meaning needs no label in public (Law 134/2025); the rest does. */
export const aiPurposes = [
  { slug: "spelling", label: "Sửa chính tả, ngữ pháp", labelled: false },
  { slug: "summary", label: "Tóm tắt, diễn đạt lại, giữ nguyên ý", labelled: false },
  { slug: "translation", label: "Dịch", labelled: false },
  { slug: "technical", label: "Chỉnh kỹ thuật ảnh, âm thanh, video", labelled: false },
  { slug: "drafting", label: "Soạn một phần hoặc toàn bộ văn bản", labelled: true },
  { slug: "picture", label: "Tạo hoặc sửa nội dung của ảnh", labelled: true },
  { slug: "voice", label: "Giọng đọc tổng hợp", labelled: true },
  { slug: "video", label: "Tạo hoặc sửa nội dung của video", labelled: true },
] as const satisfies { slug: string; label: string; labelled: boolean }[];

type AiPurpose = (typeof aiPurposes)[number]["slug"];
const purposeSlugs = aiPurposes.map(({ slug }) => slug) as [AiPurpose, ...AiPurpose[]];
const MOST_PURPOSES = purposeSlugs.length;

/** What part an AI had; `disclosure` is the same to machines, `digitalSource` a word of IPTC as schema.org has it. */
export const aiParts = [
  { slug: "none", label: "Không dùng", disclosure: null, digitalSource: null },
  {
    slug: "assisted",
    label: "Có AI hỗ trợ",
    disclosure: "ai-assisted",
    digitalSource: "CompositeWithTrainedAlgorithmicMediaDigitalSource",
  },
  {
    slug: "generated",
    label: "Do AI tạo, người kiểm tra",
    disclosure: "ai-generated",
    digitalSource: "TrainedAlgorithmicMediaDigitalSource",
  },
] as const;

export type AiPart = (typeof aiParts)[number]["slug"];
const partSlugs = aiParts.map(({ slug }) => slug) as [AiPart, ...AiPart[]];

export const aiUseSchema = z.object({
  use: z.enum(partSlugs),
  /** Name of the tool, with its version if known. */
  tool: z.string().max(200, "Tên công cụ dài nhất 200 ký tự.").default(""),
  purposes: z.array(z.enum(purposeSlugs)).max(MOST_PURPOSES).default([]),
  /** Who checked what the tool gave. */
  checkedBy: z.string().max(200, "Tên người kiểm tra dài nhất 200 ký tự.").default(""),
  /** What the public reads; "" where none is needed. */
  label: z.string().max(300, "Nhãn dài nhất 300 ký tự.").default(""),
});

export type AiUse = z.output<typeof aiUseSchema>;

export const noAi: AiUse = { use: "none", tool: "", purposes: [], checkedBy: "", label: "" };

/** The record of a text that took in another: nothing of either is lost, the larger part stands. */
export function joinedUse(one: AiUse | null, other: AiUse | null): AiUse | null {
  if (one === null || other === null) return one ?? other;
  const rank = ({ use }: AiUse) => aiParts.findIndex(({ slug }) => slug === use);
  const [more, less] = rank(one) >= rank(other) ? [one, other] : [other, one];
  if (less.use === "none") return more;
  const both = (field: "tool" | "checkedBy") =>
    [...new Set([one[field], other[field]])].filter(Boolean).join(", ");
  return {
    use: more.use,
    tool: both("tool"),
    purposes: [...new Set([...one.purposes, ...other.purposes])],
    checkedBy: both("checkedBy"),
    label: more.label || less.label,
  };
}

/** The label that is offered where one is needed. */
export const suggestedLabel =
  "Nội dung có phần do trí tuệ nhân tạo (AI) tạo, đã được cán bộ của cơ quan kiểm tra.";

/** The record of a text whose recording a machine has read. */
export function withMachineVoice(
  before: AiUse | null,
  { tool, checkedBy }: { tool: string; checkedBy: string },
): AiUse {
  const joined = joinedUse(before, { use: "assisted", tool: "", purposes: ["voice"], checkedBy, label: "" })!;
  return {
    ...joined,
    tool: joined.tool.includes(tool) ? joined.tool : [joined.tool, tool].filter(Boolean).join(", "),
    checkedBy: before?.checkedBy || checkedBy,
    label: joined.label || suggestedLabel,
  };
}

/** Whether the public is to be told. */
export const needsLabel = ({ use, purposes }: AiUse): boolean =>
  use === "generated" ||
  (use === "assisted" && aiPurposes.some(({ slug, labelled }) => labelled && purposes.includes(slug)));

/** What the public and machines are told; null: nothing is to be told, or a text from before it was asked. */
export function aiDisclosure(aiUse: AiUse | null): {
  label: string;
  disclosure: string;
  digitalSource: string;
} | null {
  const part = aiParts.find(({ slug }) => slug === aiUse?.use);
  if (!aiUse || !part?.disclosure || aiUse.label === "") return null;
  return { label: aiUse.label, disclosure: part.disclosure, digitalSource: part.digitalSource };
}

/** Everything recorded, in one line for staff. */
export function aiWords({ use, tool, purposes, checkedBy }: AiUse): string {
  const part = aiParts.find(({ slug }) => slug === use)!.label;
  if (use === "none") return part;
  const what = aiPurposes
    .filter(({ slug }) => purposes.includes(slug))
    .map(({ label }) => label.toLowerCase());
  return [
    part,
    what.length > 0 && `để ${what.join("; ")}`,
    tool && `công cụ ${tool}`,
    checkedBy && `${checkedBy} đã kiểm tra`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** What is missing of the record before a second person looks at the text. */
export function aiIssues(aiUse: AiUse | null): { key: string; message: string }[] {
  if (aiUse === null)
    return [{ key: "ai-missing", message: "Chưa ghi có dùng trí tuệ nhân tạo (AI) hay không." }];
  if (aiUse.use === "none") return [];
  return [
    ...(aiUse.tool === "" ? [{ key: "ai-tool", message: "Chưa ghi công cụ AI đã dùng." }] : []),
    ...(aiUse.purposes.length === 0
      ? [{ key: "ai-purposes", message: "Chưa chọn AI được dùng để làm gì." }]
      : []),
    ...(aiUse.checkedBy === ""
      ? [{ key: "ai-checked", message: "Chưa ghi ai đã kiểm tra phần AI làm." }]
      : []),
    ...(needsLabel(aiUse) && aiUse.label === ""
      ? [{ key: "ai-label", message: "Chưa có nhãn AI cho người đọc." }]
      : []),
  ];
}
