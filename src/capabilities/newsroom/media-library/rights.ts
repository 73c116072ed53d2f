import { type MediaSort, sortOf } from "./media-sort.ts";

/** Under what a picture may be used. A new licence is one entry here and one word in the table's check. */
export const licences = [
  { slug: "own", label: "Ảnh của cơ quan", hint: "Cán bộ của cơ quan chụp hoặc vẽ.", needs: [] },
  {
    slug: "permission",
    label: "Được tác giả cho phép",
    hint: "Ghi tác giả, và thư hoặc văn bản cho phép ở ô nguồn.",
    needs: ["credit", "source"],
  },
  {
    slug: "free",
    label: "Giấy phép tự do",
    hint: "Ghi tác giả, tên giấy phép và nơi lấy ảnh.",
    needs: ["credit", "source"],
  },
  {
    slug: "public-source",
    label: "Nguồn công khai của cơ quan nhà nước",
    hint: "Ghi cơ quan đã công bố và địa chỉ của ảnh.",
    needs: ["source"],
  },
] as const satisfies {
  slug: string;
  label: string;
  hint: string;
  needs: readonly ("credit" | "source")[];
}[];

export type Licence = (typeof licences)[number]["slug"];
export const licenceSlugs = licences.map(({ slug }) => slug) as [Licence, ...Licence[]];

/** Whether people who can be recognised agreed (Civil Code, Art. 32); silence is no consent. */
export const consents = [
  {
    slug: "not-needed",
    label: "Không cần",
    hint: "Không nhận ra ai, hoặc là hội nghị, hoạt động công khai.",
  },
  { slug: "on-file", label: "Đã có đồng ý", hint: "Ghi nơi lưu: số văn bản, tên tệp, ngày." },
  { slug: "missing", label: "Chưa có", hint: "Chưa có thì chưa được đăng." },
] as const;

export type Consent = (typeof consents)[number]["slug"];
export const consentSlugs = consents.map(({ slug }) => slug) as [Consent, ...Consent[]];

/** What is known of the rights to a picture, a recording or a document, and of those who cannot see or hear it. */
export interface MediaRights {
  sort: MediaSort;
  alt: string;
  credit: string | null;
  source: string | null;
  licence: Licence | null;
  consent: Consent;
  consentReference: string | null;
  captions: string | null;
  transcript: string | null;
  /** False: stated on purpose that nobody speaks in it. */
  hasSpeech: boolean;
  /** False: nobody has said yet what it shows. */
  described: boolean;
}

export interface MediaIssue {
  field: "alt" | "licence" | "credit" | "source" | "consent" | "consentReference" | "captions" | "transcript";
  message: string;
}

/** What is missing before it may be public. */
export function mediaIssues({
  sort,
  credit,
  source,
  licence,
  consent,
  consentReference,
  captions,
  transcript,
  hasSpeech,
  described,
}: MediaRights): MediaIssue[] {
  const stated: Record<"credit" | "source", string | null> = { credit, source };
  const terms = licences.find(({ slug }) => slug === licence);
  const wanting = (terms?.needs ?? []).filter((field) => (stated[field] ?? "").trim() === "");
  return [
    ...(described ? [] : [{ field: "alt" as const, message: "chưa có câu mô tả" }]),
    ...(terms ? [] : [{ field: "licence" as const, message: "chưa ghi quyền sử dụng" }]),
    ...wanting.map((field) => ({
      field,
      message: field === "credit" ? "chưa ghi tác giả" : "chưa ghi nguồn",
    })),
    ...(consent === "missing"
      ? [{ field: "consent" as const, message: `chưa có đồng ý của người trong ${sortOf(sort).noun}` }]
      : []),
    ...(consent === "on-file" && (consentReference ?? "").trim() === ""
      ? [{ field: "consentReference" as const, message: "chưa ghi nơi lưu văn bản đồng ý" }]
      : []),
    ...(sort === "video" && hasSpeech && captions === null
      ? [{ field: "captions" as const, message: "chưa có phụ đề cho người không nghe được" }]
      : []),
    ...(sort === "audio" && hasSpeech && transcript === null
      ? [{ field: "transcript" as const, message: "chưa có lời thoại bằng chữ" }]
      : []),
  ];
}
