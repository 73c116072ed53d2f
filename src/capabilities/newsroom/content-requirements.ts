import { isContentTheme } from "#plan";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { type AiUse, aiIssues } from "./ai-use/ai-use.ts";
import type { PlacedMedia } from "./content-fields.ts";
import { type ContentKind, kindOf, type MediaRule } from "./kinds/index.ts";
import { faultsInPlace, isReadInText } from "./media-in-place.ts";
import { sortOf } from "./media-library/media-sort.ts";
import { type MediaRights, mediaIssues } from "./media-library/rights.ts";
import { faultToSave, faultToSubmit, momentOf, type OwnValues, ownWords, wordsIn } from "./own-values.ts";

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
  own: OwnValues;
  media: PlacedMedia[];
  aiUse: AiUse | null;
}

/** Something missing, with the field that a screen jumps to. */
export interface RequirementIssue {
  /** title, summary, body, primaryTheme, image, pictures, links, aiUse, `own-<name>`, `media-<role>` */
  field: string;
  key: string;
  message: string;
}

const issue = (field: string, key: string, message: string): RequirementIssue => ({ field, key, message });

const ownField = (name: string) => `own-${name}`;
const mediaField = (role: string) => `media-${role}`;

/** Values that could not be read again: of no field of the kind, or not in the form of their field. */
function ownIssuesToSave(kind: ContentKind, own: OwnValues): RequirementIssue[] {
  return Object.entries(own).flatMap(([name, value]) => {
    const field = kind.own.find((candidate) => candidate.name === name);
    if (!field)
      return [issue(ownField(name), `own-unknown:${name}`, `Loại “${kind.label}” không có mục “${name}”.`)];
    const fault = faultToSave(field, value);
    return fault === null ? [] : [issue(ownField(name), `own-form:${name}`, fault)];
  });
}

function mediaIssuesToSave(kind: ContentKind, media: PlacedMedia[]): RequirementIssue[] {
  const strange = media.find(({ role }) => !kind.media.some((rule) => rule.role === role));
  const places = media.map(({ role, mediaId }) => `${role} ${mediaId}`);
  return [
    ...(strange
      ? [
          issue(
            mediaField(strange.role),
            `media-role:${strange.role}`,
            `Loại “${kind.label}” không có chỗ cho tệp này.`,
          ),
        ]
      : []),
    ...(new Set(places).size < places.length
      ? [issue(mediaField(media[0]!.role), "media-twice", "Có tệp được đặt hai lần vào cùng một chỗ.")]
      : []),
  ];
}

/** To save: only what could not be stored at all. An empty draft is fine. */
export function issuesToSave({ kind, title, summary, own, media }: ContentText): RequirementIssue[] {
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
    ...ownIssuesToSave(known, own),
    ...mediaIssuesToSave(known, media),
  ];
}

function ownIssuesToSubmit(kind: ContentKind, own: OwnValues): RequirementIssue[] {
  return kind.own.flatMap((field) => {
    const { name, label, requiredTo } = field;
    const value = own[name];
    if (value === undefined)
      return requiredTo === "submit"
        ? [issue(ownField(name), `own-missing:${name}`, `Chưa có mục “${label}”.`)]
        : [];
    const fault = faultToSubmit(field, value, own);
    return fault === null ? [] : [issue(ownField(name), `own-wrong:${name}`, fault)];
  });
}

function mediaIssuesOf({ role, label, sort, fewest, most, alt, caption }: MediaRule, media: PlacedMedia[]) {
  const here = media.filter((placed) => placed.role === role);
  const without = (field: "alt" | "caption") => here.filter((placed) => placed[field] === "").length;
  const thing = sortOf(sort).noun;
  return [
    ...(here.length < fewest
      ? [
          issue(
            mediaField(role),
            `media-few:${role}`,
            here.length === 0
              ? `Chưa có ${label.toLowerCase()}${fewest > 1 ? `; cần ít nhất ${fewest} ${thing}` : ""}.`
              : `${label}: có ${here.length} ${thing}; cần ít nhất ${fewest}.`,
          ),
        ]
      : []),
    ...(here.length > most
      ? [
          issue(
            mediaField(role),
            `media-many:${role}`,
            `${label}: có ${here.length} ${thing}; nhiều nhất ${most}.`,
          ),
        ]
      : []),
    ...(alt === "required" && without("alt") > 0
      ? [
          issue(
            mediaField(role),
            `media-alt:${role}`,
            `${label}: ${without("alt")} ${thing} chưa có mô tả cho người không nhìn thấy.`,
          ),
        ]
      : []),
    ...(caption === "required" && without("caption") > 0
      ? [
          issue(
            mediaField(role),
            `media-caption:${role}`,
            `${label}: ${without("caption")} ${thing} chưa có chú thích.`,
          ),
        ]
      : []),
  ];
}

/** To submit: what a reviewer needs to have before them. `links` null: none is asked for. */
export function issuesToSubmit(text: ContentText, links: number | null): RequirementIssue[] {
  const { title, summary, plain, primaryTheme, themes, own, media, aiUse } = text;
  const kind = kindOf(text.kind);
  const fields = kind?.fields;
  const count = wordsIn(plain);
  return [
    ...issuesToSave(text),
    ...(title.trim() === "" ? [issue("title", "title-missing", "Chưa có tiêu đề.")] : []),
    ...(fields && summary.trim().length < fields.summary.shortest
      ? [issue("summary", "summary-short", `Sapo cần ít nhất ${fields.summary.shortest} ký tự.`)]
      : []),
    ...(fields && count < fields.body.fewestWords
      ? [
          issue(
            "body",
            "body-short",
            `${fields.body.label} có ${count} chữ; cần ít nhất ${fields.body.fewestWords} chữ.`,
          ),
        ]
      : []),
    ...(kind ? ownIssuesToSubmit(kind, own) : []),
    ...(kind?.media ?? []).flatMap((rule) => mediaIssuesOf(rule, media)),
    ...(primaryTheme === null ? [issue("primaryTheme", "theme-missing", "Chưa chọn chủ đề chính.")] : []),
    ...[primaryTheme ?? "", ...themes]
      .filter((slug) => slug !== "" && !isContentTheme(slug))
      .map((slug) => issue("primaryTheme", "theme-unknown", `Không có chủ đề “${slug}”.`)),
    ...(links === 0
      ? [issue("links", "links-missing", "Chưa gắn nhiệm vụ, nghĩa vụ hoặc mục nào của kế hoạch.")]
      : []),
    ...aiIssues(aiUse).map(({ key, message }) => issue("aiUse", key, message)),
  ];
}

/** A file of the library as requirements look at it. */
interface MediaInText extends MediaRights {
  id: string;
  fileName: string;
  width: number;
  height: number;
  durationMs: number | null;
  posterId: string | null;
}

/** Fields wanted only by the public, and moments before which nothing may be public. */
function ownIssuesToPublish(kind: ContentKind, own: OwnValues, at: Date | null): RequirementIssue[] {
  return kind.own.flatMap((field) => {
    const { name, label, requiredTo } = field;
    const value = own[name];
    if (value === undefined)
      return requiredTo === "publish"
        ? [issue(ownField(name), `own-missing:${name}`, `Chưa có mục “${label}”.`)]
        : [];
    const moment = field.type === "moment" && field.holds ? momentOf(value) : null;
    return moment !== null && at !== null && at < moment
      ? [issue(ownField(name), `own-held:${name}`, `${label} ${ownWords(field, value)}.`)]
      : [];
  });
}

/** Media that do not fit their place. */
function shapeIssues(kind: ContentKind, media: PlacedMedia[], known: ReadonlyMap<string, MediaInText>) {
  return kind.media.flatMap((rule) =>
    media.flatMap(({ mediaId, role }) => {
      const found = role === rule.role ? known.get(mediaId) : undefined;
      if (!found) return [];
      return faultsInPlace(rule, { ...found, hasPoster: found.posterId !== null }).map(({ key, message }) =>
        issue(mediaField(role), `media-${key}:${mediaId}`, `${rule.label}: “${found.fileName}” ${message}.`),
      );
    }),
  );
}

/** What is missing of the rights to what a text shows, and for those who cannot see or hear it. */
function rightsIssues(
  kind: ContentKind | undefined,
  { media, own }: ContentText,
  id: string,
  found: MediaInText,
): RequirementIssue[] {
  const placed = media.find(({ mediaId }) => mediaId === id);
  const rule = kind?.media.find(({ role }) => role === placed?.role);
  const readable = rule !== undefined && isReadInText(rule, own);
  const wanting = mediaIssues(found)
    .filter(({ field }) => !(field === "transcript" && readable))
    .map(({ message }) => message);
  if (wanting.length === 0) return [];
  const thing = sortOf(found.sort).noun;
  return [
    issue(
      placed ? mediaField(placed.role) : "pictures",
      `media-rights:${id}`,
      `${thing.charAt(0).toUpperCase()}${thing.slice(1)} “${found.alt || found.fileName}” ${wanting.join(", ")}.`,
    ),
  ];
}

/**
 * To publish at a moment (null: none is set yet): what the public page cannot do without. `pictures` holds what is
 * known of the `shown` ones; each needs its rights stated, and the consent of the people in it.
 */
export function issuesToPublish(
  text: ContentText,
  links: number | null,
  shown: string[],
  pictures: ReadonlyMap<string, MediaInText>,
  at: Date | null,
): RequirementIssue[] {
  const kind = kindOf(text.kind);
  const gone = shown.filter((id) => !pictures.has(id));
  return [
    ...issuesToSubmit(text, links),
    ...(kind?.fields.image === "required" && text.imageId === null
      ? [issue("image", "image-missing", "Chưa có ảnh đại diện.")]
      : []),
    ...(kind ? ownIssuesToPublish(kind, text.own, at) : []),
    ...(kind ? shapeIssues(kind, text.media, pictures) : []),
    ...(gone.length > 0
      ? [issue("pictures", "media-missing", `Có ${gone.length} tệp trong bài không còn trong kho tư liệu.`)]
      : []),
    ...shown.flatMap((id) => {
      const found = pictures.get(id);
      return found ? rightsIssues(kind, text, id, found) : [];
    }),
  ];
}
