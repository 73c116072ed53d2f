import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { wholeMedia } from "../contract.ts";
import { mediaPolicy } from "../policy.ts";
import { pictureAiSchema } from "./picture-ai.ts";

export const aiMarkContract = {
  statePictureAi: procedure({
    method: "PUT",
    path: "/media/{id}/ai",
    summary: "Ghi ảnh có do AI tạo hoặc sửa không, bằng công cụ nào, nhãn cho người đọc",
    may: mediaPolicy.right("describe"),
  })
    .input(pictureAiSchema.extend({ id: z.uuid("Mã không đúng.") }))
    .output(wholeMedia),
};
