import type { Placed } from "../replacing.ts";

/** Why one document cannot amend another from a day on, and which field says so wrongly; null when it can. */
export function amendmentFault(
  document: Placed,
  by: Placed,
  fromDay: string,
): { field: "byId" | "fromDay"; message: string } | null {
  if (document.id === by.id)
    return { field: "byId", message: "Văn bản không thể tự sửa đổi chính nó; hãy chọn văn bản khác." };
  const issued = [document.issuedOn, by.issuedOn].filter((day) => day !== null);
  if (issued.some((day) => fromDay < day))
    return {
      field: "fromDay",
      message: "Ngày sửa đổi phải từ ngày ban hành của cả hai văn bản trở đi.",
    };
  if (document.effectiveTo !== null && fromDay > document.effectiveTo)
    return { field: "fromDay", message: "Lúc ấy văn bản được sửa đổi đã hết hiệu lực." };
  return null;
}
