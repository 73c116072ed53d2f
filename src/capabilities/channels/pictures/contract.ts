import { z } from "zod";
import { procedure } from "#platform/auth/contract-base.ts";
import { wholeDelivery } from "../deliveries/contract.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { chosenPicture } from "./chosen-picture-output.ts";

const right = deliveryPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });

export const pictureContract = {
  choosePictures: procedure({
    method: "PUT",
    path: "/deliveries/{id}/pictures",
    summary: "Chọn ảnh riêng cho một kênh",
    may: right("write"),
  })
    .input(id.extend({ pictures: z.array(chosenPicture).max(100, "Nhiều nhất 100 ảnh.").nullable() }))
    .output(wholeDelivery),
  approvePictures: procedure({
    method: "POST",
    path: "/deliveries/{id}/approve-pictures",
    summary: "Duyệt ảnh riêng của kênh",
    may: right("approvePictures"),
  })
    .input(id.extend({ pictures: z.array(chosenPicture).max(100) }))
    .output(wholeDelivery),
};
