import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { pictureAiSchema } from "./ai-mark/picture-ai.ts";
import { mediaSortSlugs } from "./media-sort.ts";
import { mediaPolicy } from "./policy.ts";
import { consentSlugs, licenceSlugs } from "./rights.ts";

/** Bytes of the largest file that comes in by one call. */
const LARGEST_FILE = 25 * 1024 * 1024;

const focus = z
  .object({ x: z.number().int().min(0).max(100), y: z.number().int().min(0).max(100) })
  .nullable();

const noted = (longest: number) => z.string().trim().max(longest).nullable().default(null);

/** What is stated of a picture; "" as `alt` only together with `decorative`. */
export const mediaFacts = z.object({
  alt: z.string().max(500, "Mô tả dài nhất 500 ký tự.").default(""),
  decorative: z.stringbool().or(z.boolean()).default(false),
  /** Author, as printed under the picture. */
  credit: noted(200),
  /** Where it comes from: an address, a letter of permission, the name of a free licence. */
  source: noted(500),
  licence: z.enum(licenceSlugs).nullable().default(null),
  consent: z.enum(consentSlugs).default("missing"),
  consentReference: noted(300),
});

export const mediaOutput = z.object({
  id: z.uuid(),
  fileName: z.string(),
  contentType: z.string(),
  /** Told by the content. */
  sort: z.enum(mediaSortSlugs),
  /** 0: nothing to see. */
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  /** Of a video or a recording of sound. */
  durationMs: z.number().int().nullable(),
  videoCodec: z.string().nullable(),
  audioCodec: z.string().nullable(),
  /** Of a document, where it tells. */
  pages: z.number().int().nullable(),
  documentTitle: z.string().nullable(),
  hasSpeech: z.boolean(),
  hasCaptions: z.boolean(),
  hasPoster: z.boolean(),
  /** The point of a picture that stays in every cut, in hundredths from the upper left; null: chosen by itself. */
  focus,
  alt: z.string(),
  /** False: nobody has said yet what it shows. */
  described: z.boolean(),
  credit: z.string().nullable(),
  source: z.string().nullable(),
  licence: z.enum(licenceSlugs).nullable(),
  consent: z.enum(consentSlugs),
  consentReference: z.string().nullable(),
  /** What part an AI had in a picture itself; null: nobody has said. */
  ai: pictureAiSchema.nullable(),
  /** Null: in no folder. */
  folderId: z.uuid().nullable(),
  uploadedByName: z.string(),
  /** Null: it is not in the bin. */
  bin: z.object({ since: z.date(), until: z.date(), byName: z.string() }).nullable(),
  uploadedAt: z.date(),
  /** What is missing before it may be public. */
  issues: z.array(z.object({ field: z.string(), message: z.string() })),
  may: maySchema,
});

/** One alone, with the words that are spoken in it. */
export const wholeMedia = mediaOutput.extend({
  /** WebVTT. */
  captions: z.string().nullable(),
  transcript: z.string().nullable(),
});

const use = z.object({
  kind: z.enum(["content", "tip", "drawing", "release", "letter", "event", "case"]),
  id: z.uuid(),
  title: z.string(),
  place: z.string(),
  /** False: what uses it keeps a copy of its own. */
  holds: z.boolean(),
});

export const mediaContract = {
  uploadMedia: procedure({
    method: "POST",
    path: "/media",
    summary: "Tải ảnh, video, bản thu hoặc tài liệu PDF lên",
    may: mediaPolicy.right("upload"),
  })
    .input(
      mediaFacts.extend({
        /** Made by the sender; the same one sent again is the same file. */
        uploadId: z.uuid("Mã không đúng.").optional(),
        file: z
          .file("Hãy chọn một tệp.")
          .min(1, "Tệp này rỗng.")
          .max(LARGEST_FILE, "Tệp lớn hơn 25 MB nên không được nhận."),
      }),
    )
    .output(mediaOutput),
  listMedia: procedure({
    method: "GET",
    path: "/media",
    summary: "Kho tư liệu, mới trước; tìm theo mô tả, tác giả, nguồn, tên tệp",
    may: mediaPolicy.right("read"),
  })
    .input(
      z.object({
        q: z.string().max(200).default(""),
        sort: z.enum(mediaSortSlugs).optional(),
        licence: z.enum([...licenceSlugs, "none"]).optional(),
        consent: z.enum(consentSlugs).optional(),
        /** Id of a folder: what lies in it, or with words to look for also what lies in those within it; "none": in no folder. */
        folder: z.uuid().or(z.literal("none")).optional(),
        /** True: only what lacks something before it may be public. */
        wanting: z.stringbool().or(z.boolean()).default(false),
        /** True: what is in the bin. */
        binned: z.stringbool().or(z.boolean()).default(false),
        /** Only what was uploaded before this one. */
        before: z.uuid().optional(),
        /** Only these. */
        ids: z
          .array(z.uuid())
          .max(200)
          .or(z.uuid().transform((one) => [one]))
          .optional(),
      }),
    )
    .output(z.object({ media: z.array(mediaOutput), hasMore: z.boolean(), may: maySchema })),
  getMedia: procedure({
    method: "GET",
    path: "/media/{id}",
    summary: "Một tư liệu trong kho",
    may: mediaPolicy.right("read"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(wholeMedia),
  captionMedia: procedure({
    method: "PUT",
    path: "/media/{id}/captions",
    summary: "Ghi phụ đề (.vtt hoặc .srt) và lời thoại của video, bản thu",
    may: mediaPolicy.right("describe"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        captions: z.string().max(1_000_000, "Phụ đề dài quá 1 MB.").nullable(),
        transcript: z.string().max(300_000, "Lời thoại dài nhất 300.000 ký tự.").nullable(),
        /** False: nobody speaks in it. */
        hasSpeech: z.boolean(),
      }),
    )
    .output(wholeMedia),
  setPoster: procedure({
    method: "PUT",
    path: "/media/{id}/poster",
    summary: "Đặt hình đại diện của video",
    may: mediaPolicy.right("describe"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        file: z
          .file("Hãy chọn một hình.")
          .min(1, "Hình này rỗng.")
          .max(LARGEST_FILE, "Hình lớn hơn 25 MB nên không được nhận."),
      }),
    )
    .output(wholeMedia),
  whereUsed: procedure({
    method: "GET",
    path: "/media/{id}/uses",
    summary:
      "Tư liệu đang dùng ở đâu: tin, bài, tin gửi về, đồ họa, gửi báo chí, sự kiện, trường hợp trước và sau",
    may: mediaPolicy.right("read"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(z.object({ uses: z.array(use) })),
  similarMedia: procedure({
    method: "GET",
    path: "/media/{id}/similar",
    summary: "Ảnh gần giống trong kho, mỗi ảnh đang dùng ở đâu",
    may: mediaPolicy.right("read"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(z.object({ similar: z.array(z.object({ media: mediaOutput, uses: z.array(use) })) })),
  binMedia: procedure({
    method: "DELETE",
    path: "/media/{id}",
    summary: "Bỏ một tư liệu vào thùng rác, giữ 30 ngày; cái đang dùng thì không bỏ được",
    may: mediaPolicy.right("bin"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(wholeMedia),
  restoreMedia: procedure({
    method: "POST",
    path: "/media/{id}/restore",
    summary: "Lấy lại một tư liệu từ thùng rác",
    may: mediaPolicy.right("bin"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(wholeMedia),
  setFocus: procedure({
    method: "PUT",
    path: "/media/{id}/focus",
    summary: "Đặt điểm chính của ảnh, giữ lại ở mọi khung cắt; null: để máy tự chọn",
    may: mediaPolicy.right("describe"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng."), focus }))
    .output(wholeMedia),
  describeMedia: procedure({
    method: "PUT",
    path: "/media/{id}",
    summary: "Ghi mô tả, tác giả, quyền sử dụng và đồng ý của một tư liệu",
    may: mediaPolicy.right("describe"),
  })
    .input(mediaFacts.extend({ id: z.uuid("Mã không đúng.") }))
    .output(wholeMedia),
};
