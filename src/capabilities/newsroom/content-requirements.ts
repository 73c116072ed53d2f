import { isContentTheme } from "#plan";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { kindOf } from "./kinds/index.ts";
import { type MediaRights, mediaIssues } from "./media-library/rights.ts";

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
  imageAlt: string;
}

/** Something missing, with the field that a screen jumps to. */
export interface RequirementIssue {
  field: "title" | "summary" | "body" | "primaryTheme" | "image" | "pictures" | "links";
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
      ? [issue("links", "links-missing", "Chưa gắn nhiệm vụ, nghĩa vụ hoặc mục nào của kế hoạch.")]
      : []),
  ];
}

/** A picture as requirements look at it, with its place in the text. */
export interface PictureInText extends MediaRights {
  id: string;
  fileName: string;
}

/**
 * To publish: what the public page cannot do without. `pictures` holds what is known of the `shown` ones; each needs
 * its rights stated, and the consent of the people in it.
 */
export function issuesToPublish(
  text: ContentText,
  links: number,
  shown: string[],
  pictures: ReadonlyMap<string, PictureInText>,
): RequirementIssue[] {
  const fields = kindOf(text.kind)?.fields;
  const gone = shown.filter((id) => !pictures.has(id));
  return [
    ...issuesToSubmit(text, links),
    ...(fields?.image === "required" && text.imageId === null
      ? [issue("image", "image-missing", "Chưa có ảnh đại diện.")]
      : []),
    ...(gone.length > 0
      ? [issue("pictures", "media-missing", `Có ${gone.length} ảnh trong bài không còn trong kho ảnh.`)]
      : []),
    ...shown.flatMap((id) => {
      const picture = pictures.get(id);
      if (!picture) return [];
      const wanting = mediaIssues(picture).map(({ message }) => message);
      if (wanting.length === 0) return [];
      const name = picture.alt || picture.fileName;
      return [issue("pictures", `media-rights:${id}`, `Ảnh “${name}” ${wanting.join(", ")}.`)];
    }),
  ];
}
