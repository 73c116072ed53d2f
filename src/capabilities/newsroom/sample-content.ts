import { type AiUse, suggestedLabel } from "./ai-use/ai-use.ts";
import type { GraphicInput } from "./infographics/infographic.ts";
import type { Verdict } from "./outside-checks/outside-check.ts";

/** Invented items of the sample department, some weeks of them, in several states. */
export interface SampleItem {
  kind: string;
  unit: string;
  author: string;
  title: string;
  summary: string;
  paragraphs: string[];
  theme: string;
  /** Its leading picture, of sample-pictures.ts. */
  picture?: string;
  /** Values of the fields of its kind. */
  own?: Record<string, string>;
  /** Pictures of sample-pictures.ts beside its text. */
  media?: { picture: string; role: string; caption: string }[];
  /** A table of which the picture beside its text is drawn; it stands below the text as well. */
  drawn?: GraphicInput;
  /** What part an AI had; absent: none. */
  aiUse?: AiUse;
  /** What the approver remarked on a passage. */
  comment?: { quote: string; body: string };
  /** It is sent and decided on together with the others of this name. */
  bundle?: string;
  /** What somebody outside was asked about it before it was sent, and answered. */
  outside?: {
    name: string;
    organization: string;
    email: string;
    asks: string;
    verdict: Verdict;
    words: string;
  };
  obligations: string[];
  /** Days before now that it was begun; what happened since. */
  daysAgo: number;
  state:
    | "draft"
    | "submitted"
    | "returned"
    | "approved"
    | "scheduled"
    | "published"
    | "corrected"
    | "withdrawn";
}

const closing =
  "Đây là nội dung mẫu do hệ thống soạn để thử, không phải tin thật; tên người, số liệu và địa điểm đều là giả định.";

export const sampleItems: SampleItem[] = [
  {
    kind: "news",
    unit: "van-phong",
    author: "editor",
    title: "Công khai danh mục thủ tục hành chính tại ba nơi",
    summary:
      "Danh mục thủ tục lĩnh vực văn hóa được đăng cùng lúc tại quầy, trên hệ thống của tỉnh và trên cổng thông tin.",
    paragraphs: [
      "Văn phòng Sở vừa hoàn tất việc đối chiếu danh mục thủ tục hành chính đang có hiệu lực với bảng niêm yết tại Bộ phận Một cửa, hệ thống giải quyết thủ tục của tỉnh và cổng thông tin điện tử.",
      "Người dân có thể tra cứu theo tên thủ tục, xem thành phần hồ sơ, thời hạn và phí ngay trên điện thoại.",
    ],
    theme: "pillar.procedures.disclosure",
    picture: "counter",
    obligations: ["II.4.2-b", "III.2-a", "V.3-a"],
    daysAgo: 60,
    state: "published",
  },
  {
    kind: "article",
    unit: "ttbcxb",
    author: "editor",
    title: "Một cửa điện tử: người dân bớt một lần đi lại",
    summary:
      "Cách làm mới ở Bộ phận Một cửa giúp người nộp hồ sơ biết trước giấy tờ cần chuẩn bị và nhận kết quả qua mạng.",
    paragraphs: [
      "Trước đây, một hồ sơ cấp phép biểu diễn thường phải nộp hai lần vì thiếu giấy tờ. Nay, trước khi đến, người nộp được gửi bảng kiểm ngắn gọn trên điện thoại.",
      "Cán bộ tiếp nhận cho biết số hồ sơ phải bổ sung giảm rõ sau hai tháng, thời gian chờ tại quầy cũng ngắn hơn.",
      "Điều đáng nói là quy trình không thêm phần mềm mới: các bước được viết lại cho dễ hiểu, dùng ngay hệ thống sẵn có của tỉnh.",
      "Phòng chuyên môn sẽ tiếp tục thu thập ý kiến người dân để rút gọn thêm biểu mẫu trong quý tới, đồng thời công khai kết quả theo từng tháng trên cổng thông tin của Sở để mọi người cùng theo dõi và góp ý.",
    ],
    theme: "innovation.public-service-centre",
    picture: "phone",
    obligations: ["II.3-a", "II.2-d"],
    daysAgo: 48,
    state: "published",
  },
  {
    kind: "news",
    unit: "phong-mau-a",
    author: "contributor",
    title: "Thư viện lưu động đưa dịch vụ công trực tuyến về thôn",
    summary: "Mỗi chuyến xe thư viện có thêm một bàn hướng dẫn nộp hồ sơ trực tuyến cho người dân.",
    paragraphs: [
      "Chuyến xe đầu tiên phục vụ hơn một trăm lượt người, trong đó nhiều người lần đầu tự nộp hồ sơ trên điện thoại.",
      "Đơn vị dự kiến duy trì lịch hai tuần một lần và công bố trước trên cổng thông tin.",
    ],
    theme: "results.good-practice",
    picture: "bus",
    obligations: ["II.5-a", "II.4.6-b"],
    daysAgo: 40,
    state: "published",
  },
  {
    kind: "photo-essay",
    unit: "ttbcxb",
    author: "editor2",
    title: "Tập huấn kỹ năng số cho cán bộ cơ sở",
    summary: "Lớp tập huấn nửa ngày giúp cán bộ văn hóa xã soạn tin ngắn và phát thanh đúng yêu cầu.",
    paragraphs: [
      "Học viên thực hành viết tin, chụp ảnh, kiểm tra lỗi chính tả và gửi bài qua nền tảng chung.",
      "Tài liệu được đăng công khai để các xã, phường tự học lại khi cần.",
    ],
    theme: "pillar.digital.skills",
    picture: "lesson",
    own: { place: "Nhà văn hóa trung tâm" },
    media: [
      {
        picture: "lesson",
        role: "photo",
        caption: "Học viên thực hành soạn tin ngắn trong giờ học đầu tiên.",
      },
      {
        picture: "phone",
        role: "photo",
        caption: "Thử nộp một hồ sơ trên điện thoại để biết người dân gặp khó ở bước nào.",
      },
      { picture: "board", role: "photo", caption: "Lịch các lớp tiếp theo được niêm yết ngay tại cửa." },
    ],
    obligations: ["II.4.6-e", "II.4.4-d"],
    daysAgo: 33,
    state: "published",
  },
  {
    kind: "infographic",
    unit: "khtc",
    author: "editor",
    title: "Công khai dự toán kinh phí truyền thông cải cách",
    summary: "Dự toán năm được niêm yết và đăng trên cổng thông tin để mọi người theo dõi.",
    paragraphs: [
      "Phòng Tài chính - Kế hoạch nêu rõ từng khoản chi, sản phẩm dự kiến và đơn vị chủ trì.",
      "Việc quyết toán sẽ được công khai vào cuối năm theo quy định.",
    ],
    theme: "pillar.public-finance.budget-allocation",
    picture: "board",
    aiUse: {
      use: "assisted",
      tool: "Công cụ vẽ mẫu",
      purposes: ["picture"],
      checkedBy: "Lê Thị Mẫu",
      label: suggestedLabel,
    },
    own: { dataSource: "Dự toán mẫu do Phòng Tài chính - Kế hoạch lập", dataDay: "2026-01-15" },
    drawn: {
      template: "ranking",
      title: "Dự toán truyền thông cải cách năm 2026 (số liệu mẫu)",
      rows: [
        { name: "Sản phẩm truyền thông số", value: "120 triệu đồng" },
        { name: "Tập huấn, hội nghị", value: "85 triệu đồng" },
        { name: "Pa nô, tờ rơi ở cơ sở", value: "60 triệu đồng" },
        { name: "Khảo sát mức độ hài lòng", value: "35 triệu đồng" },
      ],
      source: "Dự toán mẫu do Phòng Tài chính - Kế hoạch lập",
      day: "2026-01-15",
    },
    obligations: ["II.4.5-a", "IV-a"],
    daysAgo: 27,
    state: "published",
  },
  {
    kind: "news",
    unit: "van-phong",
    author: "editor2",
    title: "Tỷ lệ thanh toán trực tuyến tăng qua từng tháng",
    summary: "Người dân chọn trả phí qua mạng nhiều hơn sau khi biểu mẫu được rút gọn.",
    paragraphs: [
      "Số liệu mẫu cho thấy tỷ lệ thanh toán trực tuyến tăng đều trong ba tháng gần đây.",
      "Bộ phận Một cửa bố trí người hướng dẫn tại chỗ cho người cao tuổi.",
    ],
    theme: "pillar.procedures.online-payment",
    picture: "phone",
    obligations: ["II.4.2-g", "II.4.6-a"],
    daysAgo: 20,
    state: "corrected",
  },
  {
    kind: "public-notice",
    unit: "phong-mau-b",
    author: "editor",
    title: "Lịch đối thoại với doanh nghiệp du lịch",
    summary: "Buổi đối thoại mở cho mọi doanh nghiệp, câu hỏi có thể gửi trước qua cổng thông tin.",
    paragraphs: [
      "Nội dung tập trung vào thủ tục cấp phép và hỗ trợ chuyển đổi số.",
      "Mọi cam kết tại buổi đối thoại sẽ được ghi lại và công bố kết quả thực hiện.",
    ],
    theme: "results.responding",
    own: {
      validFrom: "2026-11-16",
      validUntil: "2026-12-31",
      place: "Hội trường tầng 2",
      contact: "Phòng chuyên môn B",
    },
    obligations: ["III.4-b", "II.5-d"],
    daysAgo: 15,
    state: "withdrawn",
  },
  {
    kind: "news",
    unit: "don-vi-mau-c",
    author: "editor2",
    title: "Số hóa tài liệu địa chí phục vụ bạn đọc",
    summary: "Kho tài liệu số mở thêm một nghìn trang, tra cứu miễn phí trên mạng.",
    paragraphs: [
      "Tài liệu được mô tả thống nhất để tìm kiếm nhanh, kể cả khi gõ không dấu.",
      "Đơn vị mời bạn đọc góp ý để hoàn thiện cách trình bày.",
    ],
    theme: "pillar.digital.benefits",
    picture: "archive",
    obligations: ["II.4.6-b", "III.3-b"],
    daysAgo: 8,
    state: "published",
  },
  {
    kind: "article",
    unit: "phong-mau-a",
    author: "contributor",
    title: "Nếp sống văn minh trong lễ hội: chuyện từ một làng",
    summary: "Một làng quan họ giả định bỏ bớt thủ tục rườm rà trong lễ hội mà vẫn giữ được nét đẹp xưa.",
    paragraphs: [
      "Ban tổ chức lễ hội lấy ý kiến từng nhà, rút ngắn phần nghi thức và bỏ các khoản đóng góp không cần thiết.",
      "Người dân được thông báo lịch, vị trí gửi xe và số điện thoại phản ánh trên loa truyền thanh.",
      "Sau lễ hội, mọi khoản thu chi được niêm yết tại nhà văn hóa.",
      "Cách làm ấy cho thấy việc phát huy thuần phong mỹ tục đi cùng cải cách không phải là điều xa xôi: chỉ cần bàn bạc cởi mở, công khai và giữ lời hứa. Các thôn bên cạnh đã đến tìm hiểu và dự kiến áp dụng trong mùa lễ hội năm sau, với sự hướng dẫn của phòng chuyên môn và sự tham gia của các đoàn thể.",
    ],
    theme: "innovation.good-customs",
    picture: "board",
    obligations: ["II.3-d"],
    daysAgo: 3,
    state: "submitted",
  },
  {
    kind: "article",
    unit: "phong-mau-a",
    author: "contributor",
    title: "Thông báo tổ chức lễ hội qua mạng: từng bước cho ban tổ chức",
    summary: "Bài hướng dẫn chuẩn bị giấy tờ, nộp qua mạng và theo dõi kết quả, kèm lỗi hay gặp.",
    paragraphs: [
      "Trước hết, ban tổ chức soạn văn bản thông báo: tên lễ hội, thời gian, địa điểm, nội dung, người chịu trách nhiệm và phương án giữ an toàn. Mẫu có sẵn ở trang thủ tục, điền thẳng trên máy được.",
      "Sau đó đăng nhập bằng tài khoản định danh, chọn thủ tục, tải tệp lên rồi ký. Hệ thống báo ngay nếu thiếu giấy tờ; hồ sơ đủ thì có phiếu hẹn trong cùng buổi.",
      "Lỗi hay gặp nhất là ảnh chụp mờ và thiếu phương án giữ an toàn. Cán bộ Bộ phận Một cửa sẽ gọi lại hướng dẫn sửa, không bắt nộp lại từ đầu.",
      "Ban tổ chức ở nơi sóng yếu vẫn nộp được tại quầy; cán bộ làm thay trên hệ thống và in phiếu hẹn. Cách nào thì thời hạn cũng như nhau, và kết quả được trả cả bản điện tử lẫn bản giấy khi người nộp cần.",
    ],
    theme: "pillar.digital.benefits",
    picture: "counter",
    outside: {
      name: "Chuyên gia Mẫu",
      organization: "Viện Nghiên cứu Mẫu",
      email: "chuyengia@mau.gandan.vn",
      asks: "Các bước và tên giấy tờ đã đúng với thủ tục hiện hành chưa?",
      verdict: "right",
      words: "Các bước đúng; nên nói thêm là nộp hộ được nếu có giấy ủy quyền.",
    },
    bundle: "le-hoi-qua-mang",
    obligations: ["II.4.6-b"],
    daysAgo: 2,
    state: "submitted",
  },
  {
    kind: "news",
    unit: "phong-mau-a",
    author: "contributor",
    title: "Ban tổ chức lễ hội nộp thông báo ngay tại nhà",
    summary: "Tin ngắn báo việc đã nhận thông báo lễ hội qua mạng, dẫn sang bài hướng dẫn từng bước.",
    paragraphs: [
      "Từ tuần này, các ban tổ chức lễ hội gửi thông báo trên Cổng Dịch vụ công, không phải lên trụ sở Sở.",
      "Bài hướng dẫn từng bước đăng cùng lúc trên cổng thông tin.",
    ],
    theme: "pillar.digital.benefits",
    bundle: "le-hoi-qua-mang",
    obligations: ["II.4.6-b"],
    daysAgo: 2,
    state: "submitted",
  },
  {
    kind: "news",
    unit: "phong-mau-a",
    author: "contributor",
    title: "Rút ngắn thời gian cấp phép biểu diễn",
    summary: "Quy trình nội bộ mới cắt bớt một bước ký, hồ sơ đơn giản được trả sớm hơn.",
    paragraphs: [
      "Phòng chuyên môn đề xuất gộp hai bước thẩm định trùng nhau.",
      "Quy trình mới áp dụng thử trong một quý trước khi trình phê duyệt.",
    ],
    comment: {
      quote: "áp dụng thử trong một quý",
      body: "Quý nào? Nêu rõ từ ngày nào đến ngày nào để người làm hồ sơ biết.",
    },
    theme: "pillar.apparatus.working-methods",
    obligations: ["II.4.3-f"],
    daysAgo: 5,
    state: "returned",
  },
  {
    kind: "news",
    unit: "ttbcxb",
    author: "editor2",
    title: "Điểm tin cải cách hành chính tuần",
    summary: "Những việc đáng chú ý trong tuần của các phòng, đơn vị, gửi tới người dân và doanh nghiệp.",
    paragraphs: [
      "Bản điểm tin tổng hợp các quyết định mới công bố, lịch tiếp công dân và các câu hỏi thường gặp.",
      "Bạn đọc có thể đăng ký nhận tin qua nguồn cấp của cổng thông tin.",
    ],
    theme: "steering",
    obligations: ["II.2-a", "III.1-c"],
    daysAgo: 1,
    state: "approved",
  },
  {
    kind: "press-release",
    unit: "ttbcxb",
    author: "editor",
    title: "Ngày hội chuyển đổi số sắp diễn ra",
    summary: "Chương trình gồm gian hướng dẫn dịch vụ công, đổi mật khẩu an toàn và trò chơi cho trẻ em.",
    paragraphs: [
      "Ngày hội mở cửa tự do tại sân nhà văn hóa trung tâm, có bàn hướng dẫn nộp hồ sơ trực tuyến và bàn giải đáp về tài khoản định danh.",
      "Người dân mang theo điện thoại để được hướng dẫn trực tiếp; phóng viên đăng ký tác nghiệp với người liên hệ ghi ở cuối thông cáo.",
    ],
    theme: "pillar.digital",
    picture: "lesson",
    own: {
      place: "Bắc Ninh",
      contact: "Lê Thị Mẫu, biên tập viên",
      phone: "0222 000 0000",
      email: "baochi@mau.gandan.vn",
    },
    obligations: ["II.4.6-a", "III.4-a"],
    daysAgo: 1,
    state: "scheduled",
  },
  {
    kind: "news",
    unit: "phong-mau-a",
    author: "contributor",
    title: "Góp ý dự thảo quy chế hoạt động nhà văn hóa thôn",
    summary: "Dự thảo lấy ý kiến rộng rãi trong ba mươi ngày.",
    paragraphs: ["Bản nháp đang được bổ sung phần phụ lục."],
    theme: "policy",
    obligations: ["II.1-a"],
    daysAgo: 0,
    state: "draft",
  },
];

/** Paragraphs with the closing line that says the item is a sample. */
export const paragraphsOf = ({ paragraphs }: SampleItem): string[] => [...paragraphs, closing];
