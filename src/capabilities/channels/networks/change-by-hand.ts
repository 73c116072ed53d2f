import type { ChangeSteps, Network } from "./network.ts";

const usual: ChangeSteps = {
  correct: [
    "Mở bài trên kênh bằng tài khoản của cơ quan, chọn sửa bài.",
    "Thay lời cũ bằng lời dưới đây; ảnh, video đã đổi thì thay cả ảnh, video.",
    "Mở lại bài để xem, rồi ghi ở đây là đã sửa và thêm ảnh chụp.",
  ],
  remove: [
    "Mở bài trên kênh bằng tài khoản của cơ quan; chụp lại bài trước khi gỡ.",
    "Xóa bài hoặc chuyển sang chế độ chỉ mình xem được.",
    "Mở lại địa chỉ bài để chắc không ai xem được nữa, rồi bấm “Ghi đã gỡ khỏi kênh”.",
  ],
};

/** What a person does at a channel where a text is corrected or taken down by hand. */
export const stepsByHand = (network: Network | undefined): ChangeSteps => network?.changeByHand ?? usual;
