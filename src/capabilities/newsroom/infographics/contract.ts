import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { licenceSlugs } from "../media-library/rights.ts";
import { summaryOutput } from "../summary-output.ts";
import { figureSourceSlugs } from "./figure-words.ts";
import { graphicPolicy } from "./policy.ts";
import { shapeSlugs } from "./template.ts";

/** As typed; what is wrong with it is told field by field. */
const graphicInput = z.object({
  template: z.string().max(50),
  title: z.string().max(1000),
  rows: z.array(z.record(z.string().max(40), z.string().max(2000))).max(60, "Bảng nhiều nhất 60 dòng."),
  source: z.string().max(1000),
  day: z.iso.date("Ngày của số liệu không đúng.").nullable().default(null),
  /** The text that the QR code leads to; it may be one that is only about to be begun. */
  articleId: z.uuid("Mã không đúng.").nullable().default(null),
});

const id = z.object({ id: z.uuid("Mã không đúng.") });
const shape = z.enum(shapeSlugs);
const issues = z.array(z.object({ field: z.string(), shape: shape.nullable(), message: z.string() }));

const graphicOutput = z.object({
  id: z.uuid(),
  template: z.string(),
  templateLabel: z.string(),
  title: z.string(),
  rows: z.array(z.record(z.string(), z.string())),
  source: z.string(),
  /** YYYY-MM-DD. */
  day: z.string().nullable(),
  alt: z.string(),
  articleId: z.uuid().nullable(),
  replacesId: z.uuid().nullable(),
  replacedById: z.uuid().nullable(),
  madeByName: z.string(),
  madeAt: z.date(),
  pictures: z.array(
    z.object({
      shape,
      mediaId: z.uuid(),
      alt: z.string(),
      /** Pixels. */
      width: z.number().int(),
      height: z.number().int(),
    }),
  ),
});

const quarter = z.string().regex(/^20\d\d-Q[1-4]$/, "Kỳ không đúng; hãy chọn một quý.");

const placed = z.object({ itemId: z.uuid() });

export const graphicContract = {
  listInfographics: procedure({
    method: "GET",
    path: "/infographics",
    summary: "Đồ họa đã vẽ từ số liệu, mới trước; bản đã có bản thay thì không kể",
    may: graphicPolicy.right("read"),
  })
    .input(z.object({ before: z.uuid().optional() }))
    .output(z.object({ items: z.array(graphicOutput), hasMore: z.boolean(), may: maySchema })),
  getInfographic: procedure({
    method: "GET",
    path: "/infographics/{id}",
    summary: "Một đồ họa vẽ từ số liệu",
    may: graphicPolicy.right("read"),
  })
    .input(id)
    .output(graphicOutput.extend({ may: maySchema })),
  infographicOutlines: procedure({
    method: "GET",
    path: "/infographics/{id}/svg/{shape}",
    summary: "Hình ở dạng nét vẽ SVG, để in khổ lớn",
    may: graphicPolicy.right("read"),
  })
    .input(id.extend({ shape }))
    .output(z.object({ svg: z.string() })),
  ownFigures: procedure({
    method: "GET",
    path: "/infographic-figures",
    summary: "Bảng số liệu đếm từ chính hệ thống trong một quý của kỳ báo cáo",
    may: graphicPolicy.right("read"),
  })
    .input(z.object({ what: z.enum(figureSourceSlugs), quarter }))
    .output(
      z.object({
        title: z.string(),
        rows: z.array(z.object({ name: z.string(), value: z.string() })),
        source: z.string(),
        /** YYYY-MM-DD. */
        day: z.string(),
      }),
    ),
  previewInfographic: procedure({
    method: "POST",
    path: "/infographics/preview",
    summary: "Xem thử hình vẽ từ một bảng, không lưu gì",
    may: graphicPolicy.right("draw"),
  })
    .input(graphicInput)
    .output(
      z.object({
        /** What holds up all of the pictures. */
        issues,
        drawings: z.array(z.object({ shape, svg: z.string().nullable(), issues })),
        /** Where the QR code leads; null: none, or nothing is drawn. */
        address: z.string().nullable(),
      }),
    ),
  makeInfographic: procedure({
    method: "POST",
    path: "/infographics",
    summary: "Vẽ đồ họa, đưa vào kho tư liệu, và vào một bài nếu có nêu",
    may: graphicPolicy.right("draw"),
  })
    .input(
      graphicInput.extend({
        /** Made by the sender; the same one sent again is drawn once. */
        id: z.uuid("Mã không đúng."),
        shapes: z.array(shape).min(1, "Hãy chọn ít nhất một khuôn hình.").max(3),
        replacesId: z.uuid("Mã không đúng.").nullable().default(null),
        alt: z
          .string()
          .trim()
          .min(1, "Hãy mô tả hình cho người không nhìn thấy.")
          .max(500, "Mô tả dài nhất 500 ký tự."),
        credit: z.string().trim().max(200, "Tên tác giả dài nhất 200 ký tự.").nullable().default(null),
        licence: z.enum(licenceSlugs).nullable().default("own"),
        /** The text that takes the picture; with a unit: a new one of this id is begun for it. */
        into: placed
          .extend({ unitId: z.uuid("Hãy chọn đơn vị.").nullable() })
          .nullable()
          .default(null),
      }),
    )
    .output(graphicOutput.extend({ may: maySchema })),
  drawnPictures: procedure({
    method: "GET",
    path: "/drawn-pictures",
    summary: "Ảnh nào trong kho được vẽ từ số liệu, từ bảng nào, và bảng mới nhất thay bảng ấy",
    may: graphicPolicy.right("read"),
  })
    .input(z.object({ mediaIds: z.array(z.uuid("Mã không đúng.")).min(1).max(300) }))
    .output(
      z.object({
        /** A picture that was not drawn is left out; `newest` null: nothing takes its place. */
        pictures: z.array(
          z.object({ mediaId: z.uuid(), graphic: graphicOutput, newest: graphicOutput.nullable() }),
        ),
        may: maySchema,
      }),
    ),
  textsForInfographic: procedure({
    method: "GET",
    path: "/infographic-texts",
    summary: "Bản nháp mà người gọi sửa được, để đưa đồ họa vào",
    may: graphicPolicy.right("read"),
  })
    .input(z.object({ q: z.string().max(200).default("") }))
    .output(z.object({ items: z.array(summaryOutput) })),
  placeInfographic: procedure({
    method: "POST",
    path: "/infographics/{id}/place",
    summary: "Đưa đồ họa và bảng của nó vào một bài; hình mà nó thay thì rời bản mới của bài",
    may: graphicPolicy.right("draw"),
  })
    .input(id.extend({ itemId: z.uuid("Hãy chọn bài.") }))
    .output(placed),
};
