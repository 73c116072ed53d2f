/** Invented; the library's opening hours are those of the sample's own feedback. */
export const sampleCases: {
  title: string;
  beforeWords: string;
  doneWords: string;
  resultWords: string;
  state: "draft" | "submitted" | "approved";
  daysAgo: number;
  fromLibrary: boolean;
  /** Code of the obligation that it proves, and of its task; null: of none. */
  obligation: string | null;
  /** Names of drawings of the sample's library: how it stood, and how it stands. */
  pictures?: { before: string; after: string };
}[] = [
  {
    ...{ state: "approved", daysAgo: 4, fromLibrary: true, obligation: "II.5-d" },
    pictures: { before: "thu-vien-dong-cua.jpg", after: "thu-vien-mo-buoi-toi.jpg" },
    title: "Thư viện mở cửa thêm buổi tối và ngày nghỉ",
    beforeWords:
      "Thư viện chỉ mở cửa trong giờ hành chính. Người đi làm và học sinh không đến đọc, mượn sách được vào buổi tối và ngày nghỉ.",
    doneWords:
      "Phòng chuyên môn đếm lượt bạn đọc theo giờ trong hai tuần, xếp lại ca trực, thông báo giờ mở cửa mới tại cửa thư viện và trên cổng.",
    resultWords:
      "Thư viện mở thêm tối thứ Sáu và sáng Chủ nhật, thử trong ba tháng. Tuần đầu có 64 lượt bạn đọc vào giờ mở thêm, theo sổ của thư viện.",
  },
  {
    ...{ state: "submitted", daysAgo: 2, fromLibrary: false, obligation: "II.5-d" },
    title: "Phiếu hẹn trả kết quả ghi rõ ngày, giờ",
    beforeWords:
      "Phiếu hẹn chỉ ghi số ngày làm việc. Người nộp phải tự tính ngày, nhiều người đến sớm và phải về không.",
    doneWords:
      "Bộ phận một cửa sửa mẫu phiếu để hệ thống tự tính và in ngày, giờ trả kết quả, đã trừ ngày nghỉ.",
    resultWords:
      "Phiếu hẹn ghi đúng ngày, giờ. Trong tuần đầu không còn lượt nào đến trước ngày hẹn, theo sổ một cửa.",
  },
  {
    ...{ state: "draft", daysAgo: 1, fromLibrary: false, obligation: null },
    title: "Lối vào nhà văn hóa có đường cho xe lăn",
    beforeWords: "Lối vào chỉ có bậc; người đi xe lăn phải nhờ người khiêng.",
    doneWords: "Làm đường dốc và tay vịn ở lối bên.",
    resultWords: "",
  },
];
