import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { reportPolicy } from "../policy.ts";
import { shownThemes } from "./shown-themes.ts";

const question = z.object({
  id: z.uuid("Mã kế hoạch không đúng."),
  basis: z.enum(["decree", "calendar"]).default("decree"),
  period: z.string().max(10).default(""),
});
const may = reportPolicy.right("read");

export const themeChannelsContract = {
  themeChannels: procedure({
    method: "GET",
    path: "/plans/{id}/theme-channels",
    summary: "Chủ đề × kênh: mỗi chủ đề đã có gì trên từng kênh",
    may,
  })
    .input(question)
    .output(
      z.object({
        planTitle: z.string(),
        span: z.object({ label: z.string(), from: z.string(), to: z.string() }),
        periods: z.array(z.object({ code: z.string(), label: z.string(), from: z.string(), to: z.string() })),
        channels: z.array(z.object({ id: z.string(), label: z.string(), count: z.number().int() })),
        themes: z.array(
          z.object({
            id: z.string(),
            label: z.string(),
            group: z.string(),
            count: z.number().int(),
            /** In the order of the channels. */
            cells: z.array(z.number().int()),
          }),
        ),
        total: z.number().int(),
      }),
    ),
  themeChannelCell: procedure({
    method: "GET",
    path: "/plans/{id}/theme-channels/rows",
    summary: "Các dòng phía sau một ô của bảng chủ đề × kênh",
    may,
  })
    .input(question.extend({ theme: z.string().max(100), channel: z.string().max(300) }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            id: z.uuid(),
            label: z.string(),
            url: z.string().nullable(),
            at: z.date(),
            /** The newsroom made it. */
            product: z.boolean(),
          }),
        ),
      }),
    ),
  exportThemeChannels: procedure({
    method: "GET",
    path: "/plans/{id}/theme-channels-table",
    summary: "Tải bảng chủ đề × kênh dạng .xlsx, kèm cách chọn và cách đếm",
    may,
  })
    .input(question.extend({ show: z.enum(shownThemes).default("all") }))
    .output(z.file()),
};
