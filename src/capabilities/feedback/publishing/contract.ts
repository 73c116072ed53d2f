import { z } from "zod";
import { LONGEST_WORDS } from "../feedback.ts";
import { act, done, id, line, orNull } from "../input-shapes.ts";

const share = z.number().min(0).max(1);

export const publicationContract = {
  preparePublication: act("/publication", "Soạn bản công khai, đã che dữ liệu cá nhân", "publish")
    .input(
      z.object({
        id,
        title: line(200, "Ghi tiêu đề."),
        question: line(LONGEST_WORDS, "Ghi nội dung phản ánh."),
        answer: line(10_000, "Ghi trả lời."),
        place: orNull(300),
        tellsDay: z.boolean().default(true),
        kept: z.array(z.string().max(300)).max(100).default([]),
        pictures: z
          .array(
            z.object({
              pictureId: id,
              alt: line(300, "Mô tả ảnh cho người không nhìn thấy."),
              marks: z.array(z.object({ x: share, y: share, width: share, height: share })).max(50),
            }),
          )
          .max(4)
          .default([]),
      }),
    )
    .output(done),
  publish: act("/publication/publish", "Người thứ hai đọc lại, cho công khai", "check")
    .input(z.object({ id, preparedAt: z.iso.datetime("Lúc soạn chưa đúng.") }))
    .output(done),
  unpublish: act("/publication/withdraw", "Rút bản công khai", "unpublish")
    .input(z.object({ id, reason: line(500, "Nêu lý do rút.") }))
    .output(done),
};
