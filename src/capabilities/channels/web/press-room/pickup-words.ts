import type { PressPickups } from "../api.ts";

const asNumber = (value: number) => value.toLocaleString("vi-VN");

/** "5 tin của 3 bài · 2 đăng nguyên văn · 3 dùng một phần"; of one text alone without how many texts. */
export const pickupsInWords = (
  { total, items, whole, part, mention }: PressPickups["counts"],
  { ofOne = false } = {},
): string =>
  [
    total === 0 || ofOne ? `${asNumber(total)} tin` : `${asNumber(total)} tin của ${asNumber(items)} bài`,
    whole > 0 && `${asNumber(whole)} đăng nguyên văn`,
    part > 0 && `${asNumber(part)} dùng một phần`,
    mention > 0 && `${asNumber(mention)} nhắc tới`,
  ]
    .filter(Boolean)
    .join(" · ");
