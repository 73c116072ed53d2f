import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { rowLimits } from "./row-visitor.ts";

export const tooLargeList = () =>
  new UnreadableDocument(
    "too-large",
    `Bảng lớn quá mức đọc được (tệp quá 50 MB, quá ${rowLimits.rows.toLocaleString("vi-VN")} dòng hoặc quá nhiều ô) nên chưa đọc dòng nào; hãy chia thành nhiều tệp rồi thử lại.`,
  );

export const damagedList = () =>
  new UnreadableDocument(
    "damaged",
    "Bảng bị hỏng hoặc tải về chưa đủ nên không đọc được; hãy mở lại bằng Excel, lưu bản mới rồi thử lại.",
  );

export const emptyList = () =>
  new UnreadableDocument("empty", "Tệp rỗng, không có gì để đọc; hãy chọn tệp khác.");

export const lockedList = () =>
  new UnreadableDocument(
    "password",
    "Bảng tính được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu, lưu lại thành .xlsx rồi thử lại.",
  );

export const hostileList = () =>
  new UnreadableDocument(
    "hostile",
    "Bảng có cấu trúc không an toàn nên không được đọc; hãy chép bảng cần nhập sang một tệp .xlsx mới rồi thử lại.",
  );

export const noList = () =>
  new UnreadableDocument(
    "unknown-type",
    "Tệp này không phải bảng .xlsx, .xls, CSV hay JSON; hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chọn lại.",
  );

const said = { damaged: damagedList, "too-large": tooLargeList, hostile: hostileList, password: lockedList };

/** Refusals of the package and of XML speak of Word; this says the same of a list. */
export const inWordsOfLists = (error: unknown): unknown =>
  error instanceof UnreadableDocument && error.code in said ? said[error.code as keyof typeof said]() : error;
