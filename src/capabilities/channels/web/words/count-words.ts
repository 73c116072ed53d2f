import type { Preview } from "../api.ts";

type Field = Preview["fields"][number];

/** "512/63.206 ký tự", counted as the network counts. */
export const countOf = ({ length, most, unit }: Pick<Field, "length" | "most" | "unit">): string =>
  most === null
    ? `${length.toLocaleString("vi-VN")} ${unit}`
    : `${length.toLocaleString("vi-VN")}/${most.toLocaleString("vi-VN")} ${unit}`;

/** What of a post is not seen at once, one sentence a field; empty: all of it is seen. */
export const cutsOf = ({ fields }: Preview): string[] =>
  fields.flatMap(({ label, cut: { desktop, phone } }) => {
    const on = [...(desktop === null ? [] : ["máy tính"]), ...(phone === null ? [] : ["điện thoại"])];
    return on.length === 0
      ? []
      : [`${label}: trên ${on.join(" và ")} chỉ thấy phần đầu, rồi phải bấm “xem thêm”.`];
  });
