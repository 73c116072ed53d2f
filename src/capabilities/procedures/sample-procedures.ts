import { type ProcedureRecord, procedureRecord } from "./procedure-record.ts";

/** Everything here is invented: codes that no list has, papers, times and fees that hold nowhere. */
const note =
  "Thủ tục mẫu để dùng thử phần mềm: mã, giấy tờ, thời hạn và phí đều là giả định, không dùng để nộp hồ sơ thật.";

const citizen = "Công dân Việt Nam";
const business = "Doanh nghiệp";
const organisation = "Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)";

type Given = Partial<ProcedureRecord> & {
  name: string;
  days: number;
  /** In đồng; 0: none. */
  fee: number;
  papers: string[];
  result: string;
};

function sample({ days, fee, papers, result, ...rest }: Given): ProcedureRecord {
  const limit = {
    limitAmount: days,
    limitUnit: "working-day",
    limitText: "kể từ ngày nhận đủ hồ sơ hợp lệ",
    fees: [{ kind: "fee", amount: fee, text: fee > 0 ? "mức giả định" : "" }],
    note: "",
  };
  return procedureRecord.parse({
    level: "province",
    serviceLevel: "full",
    kind: "Thủ tục mẫu",
    audience: [citizen, business, organisation],
    steps: [
      "Bước 1. Người nộp chuẩn bị hồ sơ, nộp trực tiếp, trực tuyến hoặc qua dịch vụ bưu chính.",
      "Bước 2. Bộ phận một cửa kiểm tra, ghi giấy tiếp nhận và hẹn trả kết quả; thiếu giấy tờ thì báo bổ sung một lần.",
      "Bước 3. Phòng chuyên môn thẩm định, trình Lãnh đạo Sở ký.",
      "Bước 4. Trả kết quả theo giấy hẹn.",
    ].join("\n"),
    methods: [
      { channel: "direct", ...limit },
      { channel: "online", ...limit },
      { channel: "post", ...limit },
    ],
    components: [
      {
        case: "",
        papers: papers.map((name, index) => ({
          name,
          originals: index === 0 ? 1 : 0,
          copies: index === 0 ? 0 : 1,
          formName: index === 0 ? "Mẫu số 01 (mẫu)" : "",
        })),
      },
    ],
    dossierSets: 1,
    implementingAgency: "Sở Văn hóa, Thể thao và Du lịch (mẫu)",
    competentAgency: "Sở Văn hóa, Thể thao và Du lịch (mẫu)",
    receivingAddress: "Bộ phận một cửa, số 1, phố Thí Dụ, tỉnh Bắc Ninh (địa chỉ mẫu)",
    results: [result],
    legalBasis: [
      {
        number: "01/2026/MAU",
        abstract: "văn bản mẫu, không có thật",
        issuedOn: "2026-01-02",
        issuer: "cơ quan mẫu",
      },
    ],
    conditions: "Không",
    description: note,
    decisionNumber: "01/QĐ-MAU",
    decidedOn: "2026-01-05",
    internalProcess: [
      { role: "Bộ phận một cửa", work: "Tiếp nhận, chuyển hồ sơ", hours: 4 },
      { role: "Chuyên viên", work: "Thẩm định", hours: Math.max(8, days * 8 - 16) },
      { role: "Lãnh đạo phòng, Lãnh đạo Sở", work: "Xem xét, ký", hours: 12 },
    ],
    ...rest,
  });
}

export interface SampleProcedure {
  code: string;
  record: ProcedureRecord;
}

export const sampleProcedures: SampleProcedure[] = [
  {
    code: "9.990001",
    record: sample({
      name: "Chấp thuận tổ chức biểu diễn nghệ thuật (mẫu)",
      field: "Nghệ thuật biểu diễn",
      days: 5,
      fee: 500_000,
      papers: [
        "Đơn đề nghị tổ chức biểu diễn",
        "Kịch bản, danh mục tác phẩm biểu diễn",
        "Văn bản thỏa thuận về quyền tác giả, quyền liên quan",
        "Giấy tờ về địa điểm biểu diễn",
      ],
      result: "Văn bản chấp thuận tổ chức biểu diễn",
      keywords: ["ca nhạc", "sân khấu", "buổi diễn", "xin phép biểu diễn"],
    }),
  },
  {
    code: "9.990002",
    record: sample({
      name: "Đăng ký tổ chức lễ hội cấp tỉnh (mẫu)",
      field: "Lễ hội",
      days: 15,
      fee: 0,
      papers: ["Văn bản đăng ký tổ chức lễ hội", "Đề án tổ chức lễ hội"],
      result: "Văn bản trả lời về việc tổ chức lễ hội",
      audience: [organisation],
      keywords: ["hội làng", "lễ hội truyền thống"],
    }),
  },
  {
    code: "9.990003",
    record: sample({
      name: "Thông báo tổ chức lễ hội cấp xã (mẫu)",
      field: "Lễ hội",
      level: "commune",
      days: 10,
      fee: 0,
      papers: ["Văn bản thông báo tổ chức lễ hội"],
      result: "Văn bản tiếp nhận thông báo",
      audience: [organisation],
      keywords: ["hội làng"],
    }),
  },
  {
    code: "9.990004",
    record: sample({
      name: "Cấp giấy xác nhận đủ điều kiện kinh doanh hoạt động thể thao (mẫu)",
      field: "Thể dục thể thao",
      days: 7,
      fee: 1_000_000,
      papers: ["Đơn đề nghị", "Bản tóm tắt về cơ sở vật chất, trang thiết bị, nhân viên"],
      result: "Giấy xác nhận đủ điều kiện",
      audience: [business],
      conditions: "Có người hướng dẫn tập luyện; cơ sở vật chất bảo đảm an toàn (điều kiện giả định).",
      keywords: ["phòng tập", "bể bơi", "yoga", "bóng đá"],
    }),
  },
  {
    code: "9.990005",
    record: sample({
      name: "Đăng cai tổ chức giải thể thao cấp tỉnh (mẫu)",
      field: "Thể dục thể thao",
      serviceLevel: "partial",
      days: 10,
      fee: 0,
      papers: ["Đơn xin đăng cai", "Điều lệ giải", "Danh sách ban tổ chức"],
      result: "Quyết định cho phép đăng cai",
      audience: [organisation],
    }),
  },
  {
    code: "9.990006",
    record: sample({
      name: "Cấp thẻ hướng dẫn viên du lịch tại điểm (mẫu)",
      field: "Lữ hành",
      days: 10,
      fee: 200_000,
      papers: ["Đơn đề nghị cấp thẻ", "Ảnh chân dung 3 cm × 4 cm", "Kết quả kiểm tra nghiệp vụ"],
      result: "Thẻ hướng dẫn viên du lịch tại điểm",
      audience: [citizen],
      keywords: ["hướng dẫn du lịch", "thuyết minh"],
    }),
  },
  {
    code: "9.990007",
    record: sample({
      name: "Công nhận hạng cơ sở lưu trú du lịch (mẫu)",
      field: "Lưu trú du lịch",
      days: 30,
      fee: 1_500_000,
      papers: [
        "Đơn đề nghị công nhận hạng",
        "Bản tự đánh giá chất lượng",
        "Danh sách người quản lý và nhân viên",
      ],
      result: "Quyết định công nhận hạng",
      audience: [business],
      keywords: ["khách sạn", "nhà nghỉ", "hạng sao"],
    }),
  },
  {
    code: "9.990008",
    record: sample({
      name: "Cấp giấy phép triển lãm mỹ thuật (mẫu)",
      field: "Mỹ thuật, nhiếp ảnh, triển lãm",
      days: 7,
      fee: 0,
      papers: ["Đơn đề nghị cấp phép", "Danh sách tác giả, tác phẩm", "Ảnh tác phẩm"],
      result: "Giấy phép triển lãm",
      keywords: ["trưng bày tranh", "ảnh"],
    }),
  },
  {
    code: "9.990009",
    record: sample({
      name: "Tiếp nhận thông báo nội dung quảng cáo trên bảng, băng-rôn (mẫu)",
      field: "Quảng cáo",
      days: 5,
      fee: 0,
      papers: ["Văn bản thông báo", "Ma-két in màu có chữ ký người quảng cáo", "Ảnh chụp vị trí đặt bảng"],
      result: "Văn bản trả lời về nội dung quảng cáo",
      keywords: ["biển quảng cáo", "treo băng-rôn"],
    }),
  },
  {
    code: "9.990010",
    record: sample({
      name: "Thông báo thành lập thư viện tư nhân có phục vụ cộng đồng (mẫu)",
      field: "Thư viện",
      days: 15,
      fee: 0,
      papers: ["Thông báo thành lập thư viện"],
      result: "Văn bản trả lời thông báo",
      audience: [citizen, organisation],
      keywords: ["tủ sách"],
    }),
  },
  {
    code: "9.990011",
    record: sample({
      name: "Xét tặng danh hiệu nghệ nhân (mẫu)",
      field: "Di sản văn hóa",
      serviceLevel: "none",
      days: 60,
      fee: 0,
      papers: ["Bản khai đề nghị xét tặng", "Băng, đĩa hình, ảnh minh họa kỹ năng"],
      result: "",
      results: [],
      methods: [],
      audience: [citizen],
      keywords: ["quan họ", "nghệ nhân ưu tú"],
    }),
  },
  {
    code: "9.990012",
    record: sample({
      name: "Cấp giấy phép tổ chức biểu diễn nghệ thuật (mẫu, quy định cũ)",
      field: "Nghệ thuật biểu diễn",
      days: 10,
      fee: 500_000,
      papers: ["Đơn đề nghị cấp giấy phép", "Nội dung chương trình"],
      result: "Giấy phép biểu diễn",
    }),
  },
];
