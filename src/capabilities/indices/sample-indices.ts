import type { Unit, View } from "./index-kind.ts";

/** Who is measured; the province before and after the merger of 1 July 2025. */
export const sampleEntities = {
  oldBacNinh: { name: "Tỉnh Bắc Ninh trước sáp nhập", validFrom: null, validTo: "2025-06-30" },
  bacGiang: { name: "Tỉnh Bắc Giang trước sáp nhập", validFrom: null, validTo: "2025-06-30" },
  bacNinh: { name: "Tỉnh Bắc Ninh sau sáp nhập", validFrom: "2025-07-01", validTo: null },
} as const;
export type SampleEntity = keyof typeof sampleEntities;

interface SampleResult {
  entity: SampleEntity;
  edition: number;
  score?: string;
  rank?: number;
  source: string;
  publishedOn?: string;
  /** What is not certain of it. */
  doubt?: string;
  /** By the number of the component. */
  component?: number;
}

export interface SampleIndex {
  shortName: string;
  name: string;
  publisher: string;
  view: View;
  unit: Unit;
  most: string;
  breaks: number[];
  note: string;
  /** Among how many ranks were given; null: not known for certain. */
  ranked: number | null;
  components: { name: string; most: string | null; themes: string[] }[];
  results: SampleResult[];
}

const bare = (name: string) => ({ name, most: null, themes: [] });
const ten = (name: string, themes: string[] = []) => ({ name, most: "10", themes });

/** Values of the components of one edition, in their order. */
const each = (
  values: string[],
  one: Pick<SampleResult, "entity" | "edition" | "source" | "publishedOn">,
): SampleResult[] => values.map((score, at) => ({ ...one, score, component: at + 1 }));

const portal = "Cổng thông tin điện tử tỉnh Bắc Ninh (bacninh.gov.vn)";
const front = "Trang Mặt trận Tổ quốc tỉnh Bắc Ninh (mttq.bacninh.gov.vn)";
const bacGiangPortal = "Cổng thông tin điện tử tỉnh Bắc Giang (en.bacgiang.gov.vn)";
const pci = "Trang PCI của VCCI (pcivietnam.vn)";
const agency = "Thông tấn xã Việt Nam";
const derived = "Tính ngược từ số mà nguồn nêu, chưa đối chiếu với bản công bố gốc.";
const notOfficial = "Tên thành phần cần đối chiếu với quyết định ban hành bộ chỉ số.";

/** Published figures with their sources, as far as they are known; what is not known is not there. */
export const sampleIndices: SampleIndex[] = [
  {
    ...{ shortName: "PAR INDEX", name: "Chỉ số cải cách hành chính", publisher: "Bộ Nội vụ" },
    ...{ view: "government", unit: "percent", most: "100", breaks: [], ranked: 63, note: notOfficial },
    components: [
      {
        ...bare("Công tác chỉ đạo, điều hành cải cách hành chính"),
        themes: ["steering", "steering.political-will", "steering.indices"],
      },
      { ...bare("Cải cách thể chế"), themes: ["pillar.institutions"] },
      {
        ...bare("Cải cách thủ tục hành chính"),
        themes: ["pillar.procedures", "pillar.procedures.disclosure", "pillar.procedures.late-apology"],
      },
      { ...bare("Cải cách tổ chức bộ máy"), themes: ["pillar.apparatus"] },
      { ...bare("Cải cách chế độ công vụ"), themes: ["pillar.civil-service"] },
      { ...bare("Cải cách tài chính công"), themes: ["pillar.public-finance"] },
      {
        ...bare("Xây dựng, phát triển chính quyền điện tử, chính quyền số"),
        themes: ["pillar.digital", "pillar.digital.online-rates"],
      },
      bare("Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội"),
    ],
    results: [
      { entity: "bacGiang", edition: 2021, rank: 7, source: agency },
      { entity: "bacGiang", edition: 2022, rank: 4, source: agency, publishedOn: "2023-04-19" },
      {
        ...{ entity: "bacGiang", edition: 2023, score: "91.16", rank: 4 },
        ...{ source: "Báo điện tử Chính phủ (baochinhphu.vn)", publishedOn: "2024-04-17" },
      },
    ],
  },
  {
    shortName: "SIPAS",
    name: "Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước",
    publisher: "Bộ Nội vụ",
    ...{ view: "citizens", unit: "percent", most: "100", breaks: [2022], ranked: 63 },
    note: "Từ năm 2022 đo thêm việc xây dựng, thực hiện chính sách nên không so được với các năm trước.",
    components: [
      bare("Tiếp cận dịch vụ"),
      { ...bare("Thủ tục hành chính"), themes: ["pillar.procedures", "pillar.procedures.satisfaction"] },
      { ...bare("Công chức"), themes: ["pillar.civil-service.training"] },
      bare("Kết quả"),
      {
        ...bare("Tiếp nhận, giải quyết ý kiến"),
        themes: ["pillar.procedures.feedback", "results.responding"],
      },
    ],
    results: [{ entity: "bacGiang", edition: 2020, rank: 3, source: agency }],
  },
  {
    shortName: "PAPI",
    name: "Chỉ số Hiệu quả quản trị và hành chính công cấp tỉnh",
    publisher: "UNDP, CECODES, Trung tâm Bồi dưỡng cán bộ và Nghiên cứu khoa học Mặt trận Tổ quốc, RTA",
    ...{ view: "citizens", unit: "points", most: "80", breaks: [2018], ranked: null },
    note: "Trước năm 2018 chỉ có sáu nội dung nên tổng điểm không so được. Nơi công bố khuyên không chỉ đọc thứ hạng.",
    components: [
      ten("Tham gia của người dân ở cấp cơ sở"),
      ten("Công khai, minh bạch", ["pillar.procedures.disclosure"]),
      ten("Trách nhiệm giải trình", ["results.responding"]),
      ten("Kiểm soát tham nhũng trong khu vực công", ["pillar.institutions.anti-corruption"]),
      ten("Thủ tục hành chính công", ["pillar.procedures"]),
      ten("Cung ứng dịch vụ công"),
      ten("Quản trị môi trường"),
      ten("Quản trị điện tử", ["pillar.digital"]),
    ],
    results: [
      { entity: "oldBacNinh", edition: 2017, score: "39.20", rank: 4, source: portal },
      { entity: "oldBacNinh", edition: 2018, score: "45.74", rank: 10, source: portal },
      { entity: "oldBacNinh", edition: 2019, score: "42.08", rank: 50, source: front, doubt: derived },
      { entity: "oldBacNinh", edition: 2020, score: "45.31", rank: 4, source: front },
      {
        ...{ entity: "oldBacNinh", edition: 2023, score: "45.7047", rank: 3 },
        ...{ source: bacGiangPortal, publishedOn: "2024-04-02" },
      },
      { entity: "bacGiang", edition: 2019, score: "46.04", rank: 4, source: front, doubt: derived },
      {
        ...{ entity: "bacGiang", edition: 2020, score: "44.32", rank: 13 },
        ...{ source: "Báo Tuổi trẻ Thủ đô (tuoitrethudo.com.vn)" },
        doubt: "Cùng bài báo có chỗ ghi 43,32.",
      },
      {
        ...{ entity: "bacGiang", edition: 2023, score: "44.3204", rank: 10 },
        ...{ source: bacGiangPortal, publishedOn: "2024-04-02" },
      },
      ...each(["5.423", "5.897", "5.268", "7.18", "7.644", "7.279", "3.17", "3.455"], {
        ...{ entity: "oldBacNinh", edition: 2020, source: front },
      }),
      {
        ...{ entity: "oldBacNinh", edition: 2023, score: "8.2568", component: 6 },
        ...{ source: "Báo cáo PAPI 2023", publishedOn: "2024-04-02" },
      },
      ...each(["5.5787", "5.687", "4.3875", "7.1515", "7.3001", "7.4286", "3.3046", "3.4825"], {
        ...{ entity: "bacGiang", edition: 2023, source: bacGiangPortal, publishedOn: "2024-04-02" },
      }),
    ],
  },
  {
    shortName: "PCI",
    name: "Chỉ số năng lực cạnh tranh cấp tỉnh",
    publisher: "Liên đoàn Thương mại và Công nghiệp Việt Nam (VCCI)",
    ...{ view: "firms", unit: "points", most: "100", breaks: [], ranked: 63 },
    note: "Bản năm 2024 là bản cuối tính trên 63 tỉnh, thành phố.",
    components: [
      ten("Gia nhập thị trường"),
      ten("Tiếp cận đất đai"),
      ten("Tính minh bạch", ["pillar.public-finance.soe-business-pci"]),
      ten("Chi phí thời gian", ["pillar.procedures"]),
      ten("Chi phí không chính thức"),
      ten("Cạnh tranh bình đẳng"),
      ten("Tính năng động"),
      ten("Chính sách hỗ trợ doanh nghiệp"),
      ten("Đào tạo lao động"),
      ten("Thiết chế pháp lý và an ninh trật tự"),
    ],
    results: [
      { entity: "oldBacNinh", edition: 2018, score: "64.50", rank: 15, source: portal },
      { entity: "oldBacNinh", edition: 2019, score: "70.79", rank: 4, source: pci },
      {
        ...{ entity: "oldBacNinh", edition: 2020, score: "66.74", rank: 10 },
        source: "Ban Quản lý các khu công nghiệp Bắc Ninh (izabacninh.gov.vn)",
      },
      { entity: "oldBacNinh", edition: 2021, score: "69.45", rank: 7, source: pci },
      {
        ...{ entity: "oldBacNinh", edition: 2022, score: "69.08", rank: 7 },
        ...{ source: "Trang xúc tiến đầu tư Quảng Ninh (investinquangninh.vn)", publishedOn: "2023-04-11" },
      },
      { entity: "bacGiang", edition: 2020, score: "63.98", source: agency, doubt: derived },
      {
        ...{ entity: "bacGiang", edition: 2022, score: "72.80", rank: 2 },
        ...{ source: "Trang xúc tiến đầu tư Quảng Ninh (investinquangninh.vn)", publishedOn: "2023-04-11" },
      },
      {
        ...{ entity: "bacGiang", edition: 2023, score: "69.75", rank: 4 },
        ...{ source: "VCCI (vcci.com.vn)", doubt: "Hạng lấy từ nguồn; điểm cần đối chiếu." },
      },
      {
        ...{ entity: "bacGiang", edition: 2024, score: "71.24", rank: 4 },
        ...{ source: "Báo Sài Gòn Giải phóng (sggp.org.vn)", publishedOn: "2025-05-06" },
      },
      ...each(["6.53", "7.14", "6.39", "8.47", "7.27", "6.29", "7.27", "7.27", "6.74", "7.06"], {
        ...{ entity: "oldBacNinh", edition: 2021, source: pci },
      }),
    ],
  },
  {
    ...{ shortName: "DTI", name: "Chỉ số đánh giá mức độ chuyển đổi số cấp tỉnh" },
    publisher: "Bộ Khoa học và Công nghệ",
    ...{ view: "government", unit: "points", most: "1", breaks: [], ranked: null },
    note: "Chưa có kết quả nào được ghi; nơi công bố và thang điểm cần đối chiếu trước khi ghi.",
    components: [],
    results: [],
  },
];
