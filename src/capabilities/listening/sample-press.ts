import type { Tone } from "./sorting/tone.ts";
import type { SourceKind } from "./sources/source.ts";

/** Invented newsrooms and an invented commune; their addresses lead nowhere and are never asked. */
export const sampleSources: { kind: SourceKind; name: string; url: string }[] = [
  { kind: "press", name: "Báo Tỉnh Mẫu", url: "https://bao-mau.example/tin-mau/nguon-tin" },
  { kind: "press", name: "Đài Truyền hình Mẫu", url: "https://dai-mau.example/thoi-su/nguon-tin" },
  { kind: "agency", name: "Cổng thông tin xã Thí Dụ (mẫu)", url: "https://xa-thi-du.example/nguon-tin" },
];

/** Of the register of what the press took up, which channels' sample keeps. */
export const PICKED_UP = "https://bao-mau.example/tin-mau/cai-cach-hanh-chinh";

interface SampleArticle {
  /** Of `sampleSources`. */
  source: number;
  url: string;
  title: string;
  summary: string;
  hoursAgo: number;
  tone?: Tone;
  /** Made of a text of the sample's: of what the register says, or of the one that has this title. */
  madeOf?: "picked-up" | string;
  credit?: string;
  incident?: {
    handler: "editor" | "head";
    title: string;
    /** Hours after it was opened. */
    answered?: { after: number; words: string };
    closed?: { after: number; result: string };
  };
}

/** What they wrote, the oldest first. */
export const sampleArticles: SampleArticle[] = [
  {
    ...{ source: 0, url: "https://bao-mau.example/tin-mau/cho-ket-qua", hoursAgo: 500, tone: "criticism" },
    title: "Người nộp hồ sơ lữ hành chờ thêm năm ngày (tin mẫu)",
    summary:
      "Một doanh nghiệp lữ hành giả định cho biết thủ tục hành chính đã nộp đủ giấy tờ mà kết quả vẫn trả muộn, hỏi ở một cửa không ai trả lời rõ. Tin mẫu, không có thật.",
    incident: {
      handler: "head",
      title: "Báo nêu hồ sơ lữ hành trả muộn năm ngày (mẫu)",
      answered: {
        after: 19,
        words:
          "Đã gọi điện xin lỗi doanh nghiệp, trả kết quả, gửi báo văn bản nói rõ nguyên nhân và việc đã sửa (dữ liệu mẫu).",
      },
      closed: {
        after: 70,
        result: "Báo đã đăng kết quả xử lý; phòng đã rà soát các hồ sơ cùng loại (dữ liệu mẫu).",
      },
    },
  },
  {
    ...{ source: 2, url: "https://xa-thi-du.example/tin/diem-chi-so", hoursAgo: 420, tone: "neutral" },
    title: "Xã Thí Dụ bàn cách nâng điểm cải cách hành chính (tin mẫu)",
    summary: "Hội nghị của xã giả định bàn từng tiêu chí của chỉ số cải cách hành chính năm nay. Tin mẫu.",
  },
  {
    ...{ source: 1, url: "https://dai-mau.example/thoi-su/nop-tai-nha", hoursAgo: 300, tone: "praise" },
    title: "Ban tổ chức lễ hội khen cách nộp thông báo tại nhà (tin mẫu)",
    summary:
      "Nộp hồ sơ trực tuyến giúp các làng giả định bớt hai lần đi lại, theo lời kể của người trong cuộc. Tin mẫu.",
  },
  {
    ...{ source: 1, url: "https://dai-mau.example/thoi-su/bong-chuyen", hoursAgo: 260 },
    title: "Giải bóng chuyền hơi mẫu kết thúc sau ba ngày (tin mẫu)",
    summary: "Mười hai đội giả định tranh tài tại nhà thi đấu. Tin mẫu.",
  },
  {
    ...{ source: 1, url: "https://dai-mau.example/thoi-su/thu-vien", hoursAgo: 150, tone: "neutral" },
    title: "Xe thư viện về thôn (tin mẫu)",
    summary: "Chuyến xe sách kèm người hướng dẫn dịch vụ công trực tuyến. Tin mẫu.",
    madeOf: "Thư viện lưu động đưa dịch vụ công trực tuyến về thôn",
  },
  {
    // The same headline as a text of ours and nothing more: no copy.
    ...{ source: 2, url: "https://xa-thi-du.example/tin/cong-khai-danh-muc", hoursAgo: 96 },
    title: "Công khai danh mục thủ tục hành chính tại ba nơi",
    summary: "Xã Thí Dụ niêm yết thủ tục của xã ở trụ sở, nhà văn hóa thôn và trên trang của xã. Tin mẫu.",
  },
  {
    ...{ source: 0, url: PICKED_UP, hoursAgo: 5, tone: "praise", madeOf: "picked-up" },
    title: "Sở Văn hóa, Thể thao và Du lịch đẩy mạnh cải cách hành chính (tin mẫu)",
    summary: "Tin mẫu dựa theo bài đăng trên cổng thông tin của Sở.",
    credit: "Theo cổng thông tin của Sở Văn hóa, Thể thao và Du lịch.",
  },
  {
    ...{ source: 0, url: "https://bao-mau.example/tin-mau/bien-cu", hoursAgo: 4, tone: "criticism" },
    title: "Biển hướng dẫn ở quầy còn ghi giấy tờ đã bỏ (tin mẫu)",
    summary:
      "Bạn đọc giả định phản ánh bảng thủ tục hành chính tại quầy chưa thay theo danh mục mới. Tin mẫu, không có thật.",
    incident: { handler: "editor", title: "Báo nêu biển hướng dẫn ở quầy chưa thay (mẫu)" },
  },
];
