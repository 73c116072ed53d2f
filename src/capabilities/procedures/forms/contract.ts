import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { procedurePolicy } from "../policy.ts";
import { formFile, LARGEST_FORM } from "./form-file.ts";

export const formContract = {
  keepForm: procedure({
    method: "POST",
    path: "/procedure-forms",
    summary: "Đưa một tệp biểu mẫu lên để ghi vào một giấy tờ của thủ tục",
    may: procedurePolicy.right("save"),
  })
    .input(
      z.object({
        id: z.uuid("Mã không đúng."),
        file: z
          .file("Hãy chọn tệp biểu mẫu.")
          .min(1, "Tệp này rỗng; hãy chọn tệp khác.")
          .max(LARGEST_FORM, "Tệp lớn hơn 20 MB nên không được nhận."),
      }),
    )
    .output(formFile),
};
