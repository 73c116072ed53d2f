import { z } from "zod";

export const moment = (missing: string) =>
  z.iso.datetime({ offset: true, error: missing }).transform((text) => new Date(text));

export const storyTitle = z.string().trim().min(1, "Hãy ghi tên đề tài.").max(200, "Tên dài quá 200 ký tự.");

export const deliverableFields = z.object({
  kind: z.string("Hãy chọn loại.").max(50),
  channel: z.string("Hãy chọn kênh.").max(50),
  unitId: z.uuid("Hãy chọn đơn vị."),
  personId: z.uuid("Hãy chọn người.").nullable().default(null),
  dueAt: moment("Hãy chọn ngày, giờ phải xong."),
});
