import { isContentTheme } from "#plan";
import { collectImages, type RichText } from "#platform/rich-text/render-rich-text.ts";
import { kindOf } from "./kinds/index.ts";

/** What the writer has put down, as far as requirements look at it. */
export interface ContentText {
  kind: string;
  title: string;
  summary: string;
  body: RichText;
  plain: string;
  primaryTheme: string | null;
  themes: string[];
  imageId: string | null;
}

/** Something missing, with the field that a screen jumps to. */
export interface RequirementIssue {
  field: "title" | "summary" | "body" | "primaryTheme" | "image" | "links";
  key: string;
  message: string;
}

const issue = (field: RequirementIssue["field"], key: string, message: string): RequirementIssue => ({
  field,
  key,
  message,
});

const words = (text: string) => text.split(/\s+/u).filter(Boolean).length;

/** To save: only what could not be stored at all. An empty draft is fine. */
export function issuesToSave({ kind, title, summary }: ContentText): RequirementIssue[] {
  const known = kindOf(kind);
  if (!known) return [issue("title", "kind-unknown", "Loại nội dung này không còn được dùng.")];
  const { fields } = known;
  return [
    ...(title.length > fields.title.longest
      ? [
          issue(
            "title",
            "title-long",
            `Tiêu đề dài ${title.length} ký tự; nhiều nhất ${fields.title.longest}.`,
          ),
        ]
      : []),
    ...(summary.length > fields.summary.longest
      ? [
          issue(
            "summary",
            "summary-long",
            `Sapo dài ${summary.length} ký tự; nhiều nhất ${fields.summary.longest}.`,
          ),
        ]
      : []),
  ];
}

/** To submit: what a reviewer needs to have before them. */
export function issuesToSubmit(text: ContentText, links: number): RequirementIssue[] {
  const { title, summary, plain, primaryTheme, themes } = text;
  const fields = kindOf(text.kind)?.fields;
  const count = words(plain);
  return [
    ...issuesToSave(text),
    ...(title.trim() === "" ? [issue("title", "title-missing", "Chưa có tiêu đề.")] : []),
    ...(fields && summary.trim().length < fields.summary.shortest
      ? [issue("summary", "summary-short", `Sapo cần ít nhất ${fields.summary.shortest} ký tự.`)]
      : []),
    ...(fields && count < fields.body.fewestWords
      ? [issue("body", "body-short", `Nội dung có ${count} chữ; cần ít nhất ${fields.body.fewestWords} chữ.`)]
      : []),
    ...(primaryTheme === null ? [issue("primaryTheme", "theme-missing", "Chưa chọn chủ đề chính.")] : []),
    ...[primaryTheme ?? "", ...themes]
      .filter((slug) => slug !== "" && !isContentTheme(slug))
      .map((slug) => issue("primaryTheme", "theme-unknown", `Không có chủ đề “${slug}”.`)),
    ...(links === 0
      ? [issue("links", "links-missing", "Chưa gắn nhiệm vụ hoặc nghĩa vụ nào của kế hoạch.")]
      : []),
  ];
}

/** To publish: what the public page cannot do without; pictures need words for those who do not see them. */
export function issuesToPublish(
  text: ContentText,
  links: number,
  media: ReadonlyMap<string, { alt: string }>,
): RequirementIssue[] {
  const fields = kindOf(text.kind)?.fields;
  const missing = collectImages(text.body).filter(({ mediaId }) => !media.has(mediaId));
  return [
    ...issuesToSubmit(text, links),
    ...(fields?.image === "required" && text.imageId === null
      ? [issue("image", "image-missing", "Chưa có ảnh đại diện.")]
      : []),
    ...(missing.length > 0
      ? [issue("body", "media-missing", `Có ${missing.length} ảnh trong bài không còn trong kho ảnh.`)]
      : []),
  ];
}
