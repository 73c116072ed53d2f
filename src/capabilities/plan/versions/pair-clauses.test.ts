import { describe, expect, test } from "vitest";
import { pairClauses } from "./pair-clauses.ts";

const clause = (path: string, title: string | null, text = "") => ({ path, title, text, id: `cũ ${path}` });
const paired = (...args: Parameters<typeof pairClauses>) => Object.fromEntries(pairClauses(...args));

describe("clauses of two versions", () => {
  test("are paired by their words when a new one in front renumbers them all", () => {
    const before = [
      clause("II.1", null, "Viết tin, bài về cải cách hành chính hằng tháng."),
      clause("II.2", null, "Tổ chức hội nghị đối thoại với doanh nghiệp."),
    ];
    const after = [
      clause("II.1", null, "Phát hành sổ tay hỏi đáp cho người dân."),
      clause("II.2", null, "Viết tin, bài về cải cách hành chính hằng tuần."),
      clause("II.3", null, "Tổ chức hội nghị đối thoại với doanh nghiệp."),
    ];
    expect(paired(before, after)).toEqual({ "II.2": "cũ II.1", "II.3": "cũ II.2" });
  });

  test("with the same words in several places stay at their places", () => {
    const same = (path: string) => clause(path, null, "Thời gian: thường xuyên.");
    expect(paired([same("I.1"), same("I.2"), same("I.3")], [same("I.1"), same("I.3")])).toEqual({
      "I.1": "cũ I.1",
      "I.3": "cũ I.3",
    });
  });

  test("go on under the same heading though the text was written anew, and not under another", () => {
    const before = [clause("III", "Kinh phí", "Bố trí trong dự toán giao đầu năm.")];
    expect(paired(before, [clause("IV", "Kinh phí", "Do các đơn vị tự cân đối.")])).toEqual({ IV: "cũ III" });
    expect(paired(before, [clause("III", "Chế độ báo cáo", "Gửi trước ngày 14 hằng tháng.")])).toEqual({});
  });

  test("follow what a person has said for as long as the words are those that the person saw", () => {
    const before = [clause("I", null, "Một câu."), clause("II", null, "Câu khác hẳn.")];
    const after = [clause("I", null, "Một câu.")];
    const choose = (words: string) => [{ path: "I", words, clauseId: "cũ II" }];
    expect(paired(before, after, choose("Một câu."))).toEqual({ I: "cũ II" });
    expect(paired(before, after, choose("Câu trước khi sửa."))).toEqual({ I: "cũ I" });
    expect(paired(before, after, [{ path: "I", words: "Một câu.", clauseId: null }])).toEqual({});
  });
});
