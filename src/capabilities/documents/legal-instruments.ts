/** A legal instrument as the product knows it. Nothing here is a claim until a person of the agency has confirmed it. */
export interface LegalInstrument {
  /** Whole number, "118/2025/NĐ-CP". */
  number: string;
  type: "Luật" | "Nghị định" | "Thông tư" | "Quyết định" | "Quy chuẩn";
  topic: string;
  /** What it says, where the number alone does not tell. */
  abstract?: string;
  /** YYYY-MM-DD, both inside; left out where it is not known. */
  effectiveFrom?: string;
  effectiveTo?: string;
  /** Number of the instrument that took its place. */
  replacedBy?: string;
  /** Left out: read in a source. True: remembered, to be compared with the official text before it is relied on. */
  toConfirm?: true;
}

const oneStop = "Cơ chế một cửa";
const procedures = "Kiểm soát thủ tục hành chính";
const digitisation = "Số hóa, thủ tục hành chính điện tử";
const feedback = "Phản ánh, kiến nghị";
const digital = "Chuyển đổi số";
const signatures = "Chữ ký số";
const exchange = "Gửi, nhận văn bản điện tử";
const clerical = "Công tác văn thư";
const reporting = "Chế độ báo cáo";
const portal = "Cổng thông tin điện tử";
const information = "Tiếp cận thông tin";
const press = "Báo chí";
const personalData = "Dữ liệu cá nhân";
const intelligence = "Trí tuệ nhân tạo";
const security = "An ninh mạng";
const levels = "Cấp độ an toàn hệ thống";
const grassroots = "Thông tin cơ sở";
const networks = "Mạng xã hội";

/** State of knowledge: 23/11/2026. What was replaced stays, so that an old citation leads to what holds now. */
export const legalInstruments: LegalInstrument[] = [
  {
    number: "61/2018/NĐ-CP",
    type: "Nghị định",
    topic: oneStop,
    effectiveTo: "2025-06-30",
    replacedBy: "118/2025/NĐ-CP",
  },
  {
    number: "107/2021/NĐ-CP",
    type: "Nghị định",
    topic: oneStop,
    effectiveTo: "2025-06-30",
    replacedBy: "118/2025/NĐ-CP",
  },
  { number: "118/2025/NĐ-CP", type: "Nghị định", topic: oneStop, effectiveFrom: "2025-07-01" },
  {
    number: "367/2025/NĐ-CP",
    type: "Nghị định",
    topic: oneStop,
    abstract: "Sửa đổi, bổ sung Nghị định 118/2025/NĐ-CP",
  },
  {
    number: "01/2018/TT-VPCP",
    type: "Thông tư",
    topic: oneStop,
    replacedBy: "03/2025/TT-VPCP",
    toConfirm: true,
  },
  { number: "03/2025/TT-VPCP", type: "Thông tư", topic: oneStop, toConfirm: true },
  { number: "01/2023/TT-VPCP", type: "Thông tư", topic: digitisation, toConfirm: true },
  { number: "45/2020/NĐ-CP", type: "Nghị định", topic: digitisation, toConfirm: true },
  { number: "63/2010/NĐ-CP", type: "Nghị định", topic: procedures, toConfirm: true },
  { number: "48/2013/NĐ-CP", type: "Nghị định", topic: procedures, toConfirm: true },
  { number: "92/2017/NĐ-CP", type: "Nghị định", topic: procedures, toConfirm: true },
  { number: "02/2017/TT-VPCP", type: "Thông tư", topic: procedures, toConfirm: true },
  { number: "20/2008/NĐ-CP", type: "Nghị định", topic: feedback, toConfirm: true },
  {
    number: "148/2025/QH15",
    type: "Luật",
    topic: digital,
    abstract: "Luật Chuyển đổi số",
    effectiveFrom: "2026-07-01",
    toConfirm: true,
  },
  {
    number: "130/2018/NĐ-CP",
    type: "Nghị định",
    topic: signatures,
    replacedBy: "68/2024/NĐ-CP",
    toConfirm: true,
  },
  {
    number: "68/2024/NĐ-CP",
    type: "Nghị định",
    topic: signatures,
    abstract: "Chữ ký số chuyên dùng công vụ",
    toConfirm: true,
  },
  { number: "28/2018/QĐ-TTg", type: "Quyết định", topic: exchange, toConfirm: true },
  { number: "QCVN 102:2016/BTTTT", type: "Quy chuẩn", topic: exchange, toConfirm: true },
  { number: "30/2020/NĐ-CP", type: "Nghị định", topic: clerical, toConfirm: true },
  { number: "09/2019/NĐ-CP", type: "Nghị định", topic: reporting, toConfirm: true },
  {
    number: "43/2011/NĐ-CP",
    type: "Nghị định",
    topic: portal,
    effectiveTo: "2022-08-14",
    replacedBy: "42/2022/NĐ-CP",
  },
  { number: "42/2022/NĐ-CP", type: "Nghị định", topic: portal, effectiveFrom: "2022-08-15" },
  {
    number: "104/2016/QH13",
    type: "Luật",
    topic: information,
    abstract: "Luật Tiếp cận thông tin; đã được sửa đổi, hiệu lực từ 01/9/2026",
  },
  {
    number: "103/2016/QH13",
    type: "Luật",
    topic: press,
    abstract: "Luật Báo chí",
    effectiveTo: "2026-06-30",
    replacedBy: "126/2025/QH15",
  },
  {
    number: "09/2017/NĐ-CP",
    type: "Nghị định",
    topic: press,
    effectiveTo: "2026-06-30",
    replacedBy: "244/2026/NĐ-CP",
  },
  {
    number: "126/2025/QH15",
    type: "Luật",
    topic: press,
    abstract: "Luật Báo chí",
    effectiveFrom: "2026-07-01",
  },
  { number: "244/2026/NĐ-CP", type: "Nghị định", topic: press, effectiveFrom: "2026-07-01" },
  {
    number: "13/2023/NĐ-CP",
    type: "Nghị định",
    topic: personalData,
    effectiveTo: "2025-12-31",
    replacedBy: "356/2025/NĐ-CP",
  },
  {
    number: "91/2025/QH15",
    type: "Luật",
    topic: personalData,
    abstract: "Luật Bảo vệ dữ liệu cá nhân",
    effectiveFrom: "2026-01-01",
  },
  { number: "356/2025/NĐ-CP", type: "Nghị định", topic: personalData, effectiveFrom: "2026-01-01" },
  {
    number: "134/2025/QH15",
    type: "Luật",
    topic: intelligence,
    abstract: "Luật Trí tuệ nhân tạo",
    effectiveFrom: "2026-03-01",
  },
  { number: "142/2026/NĐ-CP", type: "Nghị định", topic: intelligence },
  {
    number: "86/2015/QH13",
    type: "Luật",
    topic: security,
    effectiveTo: "2026-06-30",
    replacedBy: "116/2025/QH15",
  },
  {
    number: "24/2018/QH14",
    type: "Luật",
    topic: security,
    effectiveTo: "2026-06-30",
    replacedBy: "116/2025/QH15",
  },
  { number: "116/2025/QH15", type: "Luật", topic: security, effectiveFrom: "2026-07-01" },
  { number: "85/2016/NĐ-CP", type: "Nghị định", topic: levels, toConfirm: true },
  { number: "12/2022/TT-BTTTT", type: "Thông tư", topic: levels, toConfirm: true },
  {
    number: "52/2016/QĐ-TTg",
    type: "Quyết định",
    topic: grassroots,
    effectiveTo: "2024-06-30",
    replacedBy: "49/2024/NĐ-CP",
  },
  { number: "49/2024/NĐ-CP", type: "Nghị định", topic: grassroots, effectiveFrom: "2024-07-01" },
  {
    number: "72/2013/NĐ-CP",
    type: "Nghị định",
    topic: networks,
    effectiveTo: "2024-12-24",
    replacedBy: "147/2024/NĐ-CP",
    toConfirm: true,
  },
  {
    number: "147/2024/NĐ-CP",
    type: "Nghị định",
    topic: networks,
    effectiveFrom: "2024-12-25",
    toConfirm: true,
  },
];
