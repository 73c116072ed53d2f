import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { contentPolicy } from "../policy.ts";

export const embargoContract = {
  setEmbargo: procedure({
    method: "PUT",
    path: "/content/{id}/embargo",
    summary: "Đặt, đổi hoặc bỏ thời điểm mà trước đó bài không được đăng",
    may: contentPolicy.right("embargo"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        /** Null lifts it. */
        until: z.coerce.date("Hãy chọn đủ ngày và giờ.").nullable(),
      }),
    )
    .output(z.object({ embargoUntil: z.date().nullable() })),
};
