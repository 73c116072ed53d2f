import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { viewPolicy } from "./policy.ts";
import { viewScreens } from "./view-screens.ts";

const list = z.object({
  views: z.array(
    z.object({
      id: z.uuid(),
      screen: z.enum(viewScreens),
      name: z.string(),
      /** What stands in the address behind "?". */
      query: z.string(),
      shared: z.boolean(),
      own: z.boolean(),
      /** Who keeps it. */
      personName: z.string(),
      may: maySchema,
    }),
  ),
  may: maySchema,
});

export const viewContract = {
  savedViews: procedure({
    method: "GET",
    path: "/saved-views",
    summary: "Các cách xem đã lưu: của mình và chung trong cơ quan",
    may: viewPolicy.right("read"),
  }).output(list),
  saveView: procedure({
    method: "POST",
    path: "/saved-views",
    summary: "Lưu một cách xem theo tên; trùng tên của mình thì thay",
    may: viewPolicy.right("save"),
  })
    .input(
      z.object({
        screen: z.enum(viewScreens),
        name: z.string().trim().min(1, "Hãy đặt tên.").max(80, "Tên dài quá 80 ký tự."),
        query: z.string().max(1000),
        shared: z.boolean(),
      }),
    )
    .output(list),
  removeView: procedure({
    method: "DELETE",
    path: "/saved-views/{id}",
    summary: "Xóa một cách xem đã lưu",
    may: viewPolicy.right("remove"),
  })
    .input(z.object({ id: z.uuid("Mã không đúng.") }))
    .output(list),
};
