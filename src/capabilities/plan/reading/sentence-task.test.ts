import { describe, expect, test } from "vitest";
import { sentenceTask } from "./sentence-task.ts";
import { splitUnits } from "./unit-names.ts";

function read(text: string): (string | null)[] {
  const found = sentenceTask(text);
  return found ? [found.lead, found.coordinating, found.due] : [];
}

describe("a sentence that assigns work", () => {
  test.each<[string, (string | null)[]]>([
    [
      "Văn phòng Sở chủ trì, phối hợp với Phòng Báo chí, Xuất bản và các đơn vị liên quan tổ chức hội nghị, hoàn thành trước ngày 30/6/2026.",
      ["Văn phòng Sở", "Phòng Báo chí, Xuất bản và các đơn vị liên quan", "hoàn thành trước ngày 30/6/2026"],
    ],
    [
      "Giao Phòng Tổ chức - Hành chính chủ trì, phối hợp với Thư viện tỉnh xây dựng phim, xong trong quý III/2026.",
      ["Phòng Tổ chức - Hành chính", "Thư viện tỉnh", "xong trong quý III/2026"],
    ],
    [
      "Phòng Nghiệp vụ (văn hóa) chủ trì, phối hợp với Văn phòng niêm yết mã QR, xong trước ngày 30/6/2026.",
      ["Phòng Nghiệp vụ (văn hóa)", "Văn phòng", "xong trước ngày 30/6/2026"],
    ],
    [
      "Sở Y tế (Phòng Nghiệp vụ) tổ chức 02 lớp tập huấn trong quý II năm 2026.",
      ["Sở Y tế (Phòng Nghiệp vụ)", null, "trong quý II năm 2026"],
    ],
    ["Niêm yết thủ tục do Phòng Pháp chế chủ trì, thường xuyên.", ["Phòng Pháp chế", null, "thường xuyên"]],
    ["Mỗi quý một số, Phòng Báo chí chủ trì.", ["Phòng Báo chí", null, "Mỗi quý"]],
    ["Gửi báo cáo về Sở trước ngày 15 hằng tháng.", [null, null, "trước ngày 15 hằng tháng"]],
    ["Làm từ tháng 3 đến tháng 5 năm 2026.", [null, null, "từ tháng 3 đến tháng 5 năm 2026"]],
    ["Công tác này được làm thường xuyên, có trọng tâm.", []],
    ["Từ nguồn ngân sách được giao cho các đơn vị theo quy định.", []],
    ["Nhiệm vụ được giao cho Phòng Pháp chế thực hiện.", ["Phòng Pháp chế", null, null]],
    [
      "Mỗi quý 02 video; Tổ Công nghệ chủ trì, Đoàn Thanh niên phường, Hội Phụ nữ phường phối hợp.",
      ["Tổ Công nghệ", "Đoàn Thanh niên phường, Hội Phụ nữ phường", "Mỗi quý"],
    ],
    ["Niêm yết thủ tục tại nơi tiếp nhận (thường xuyên).", [null, null, "thường xuyên"]],
    ["Giao Văn phòng Sở là đầu mối, tối thiểu 01 bài/tuần.", ["Văn phòng Sở", null, "01 bài/tuần"]],
    [
      "Trung tâm Khuyến nông phụ trách trang mạng xã hội, đăng 02 tin/ngày.",
      ["Trung tâm Khuyến nông", null, "02 tin/ngày"],
    ],
    [
      "Trưởng các phòng căn cứ Phụ lục gửi kết quả trước ngày 10 hằng tháng.",
      ["Trưởng các phòng", null, "trước ngày 10 hằng tháng"],
    ],
    [
      "Gửi Sở Nội vụ trước 15/6 (báo cáo 6 tháng) và 15/12/2026 (báo cáo năm).",
      [null, null, "trước 15/6 (báo cáo 6 tháng) và 15/12/2026"],
    ],
    ["Thực hiện Quyết định số 12/QĐ-UBND ngày 03/02/2026.", []],
  ])("“%s”", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("leaves the unit to the heading when it begins with “Chủ trì”", () => {
    expect(sentenceTask("Chủ trì biên soạn tài liệu.")).toMatchObject({ lead: null, leadIsHeading: true });
  });
});

describe("a list of units", () => {
  test("keeps the commas inside one unit's own name", () => {
    expect(splitUnits("Phòng Thông tin, Báo chí, Xuất bản; Văn phòng Sở")).toEqual([
      "Phòng Thông tin, Báo chí, Xuất bản",
      "Văn phòng Sở",
    ]);
    expect(splitUnits("Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ và UBND các xã, phường")).toEqual([
      "Sở Văn hóa, Thể thao và Du lịch",
      "Sở Nội vụ",
      "UBND các xã, phường",
    ]);
    expect(splitUnits("Văn phòng HĐND và UBND xã, các phòng, đơn vị")).toEqual([
      "Văn phòng HĐND và UBND xã",
      "các phòng, đơn vị",
    ]);
    expect(splitUnits("")).toEqual([]);
  });
});
