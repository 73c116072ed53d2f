/** The groups under which people see the kinds. */
export const noticeGroups = {
  turn: "Việc đến lượt bạn",
  content: "Tin, bài",
  plan: "Kế hoạch, nhiệm vụ",
  agency: "Báo cáo, cơ quan",
} as const;

interface KindWords {
  group: keyof typeof noticeGroups;
  /** What the kind is called where people choose how they are told. */
  label: string;
  /** Why a person gets one: the words under it. */
  why: string;
  /** Its mail cannot be switched off, and why. */
  always?: string;
  /** Also in quiet hours, and never gathered. */
  urgent?: true;
  /** Told on devices unless the person chooses otherwise. */
  push?: true;
}

const waits = "Việc dừng lại chờ bạn; tắt thư thì không ai biết đã đến lượt.";

/** Kinds of notices, in the order in which people choose how they are told. */
export const noticeKinds = {
  review: {
    group: "turn",
    label: "Tin, bài chờ bạn duyệt hoặc hậu kiểm",
    why: "Bạn được duyệt nội dung này.",
    always: waits,
    push: true,
  },
  "review-late": {
    group: "turn",
    label: "Bước duyệt tin, bài quá hạn ở cấp dưới",
    why: "Bạn là cấp trên của người đến lượt duyệt.",
    push: true,
  },
  decision: {
    group: "turn",
    label: "Gia hạn, khó khăn, đề xuất, báo cáo chờ bạn quyết định",
    why: "Việc này chờ bạn quyết định.",
    always: waits,
    push: true,
  },
  money: {
    group: "turn",
    label: "Kinh phí chờ bạn duyệt, xác nhận",
    why: "Bạn là người thứ hai duyệt hoặc xác nhận việc này.",
    always: waits,
    push: true,
  },
  security: {
    group: "turn",
    label: "An toàn tài khoản của bạn",
    why: "Có thay đổi về cách đăng nhập tài khoản của bạn.",
    always: "Nếu không phải bạn hay người quản trị làm, bạn phải biết ngay.",
    urgent: true,
    push: true,
  },
  failure: {
    group: "content",
    label: "Việc không thành: đăng muộn, không đăng được, ảnh mất quyền dùng",
    why: "Có việc không thành mà bạn xử lý được.",
    urgent: true,
    push: true,
  },
  content: {
    group: "content",
    label: "Tin, bài của bạn được duyệt, trả lại, đăng, thu hồi",
    why: "Bạn viết, gửi duyệt hoặc xử lý nội dung này.",
  },
  delivery: {
    group: "content",
    label: "Đến giờ đăng tay trên một kênh",
    why: "Bạn đăng bài lên các kênh, hoặc bạn viết bài này.",
    push: true,
  },
  comment: {
    group: "content",
    label: "Nhận xét ở bài của bạn, trả lời nhận xét của bạn",
    why: "Bạn viết bài này hoặc đã nhận xét ở bài này.",
  },
  deliverable: {
    group: "content",
    label: "Sản phẩm của đề tài giao cho bạn, đổi hạn, sắp đến hạn, quá hạn",
    why: "Bạn được giao sản phẩm này, phụ trách đề tài hoặc phụ trách đơn vị làm.",
    push: true,
  },
  press: {
    group: "content",
    label: "Báo chí hỏi, sắp hết giờ trả lời; người phát ngôn sắp hết thời hạn",
    why: "Bạn được giao trả lời báo chí, hoặc bạn giữ sổ của phòng báo chí.",
    push: true,
  },
  "page-report": {
    group: "content",
    label: "Cổng thông tin: người đọc báo lỗi, sắp hết hạn trả lời, mục đến hạn xem lại, liên kết hỏng",
    why: "Bạn trả lời người đọc hoặc giữ nội dung của cổng.",
    push: true,
  },
  feedback: {
    group: "content",
    label: "Phản ánh, kiến nghị: mới nhận, giao cho đơn vị, chờ duyệt, sắp hết hạn, quá hạn",
    why: "Bạn nhận, xử lý hoặc duyệt trả lời phản ánh này.",
    push: true,
  },
  event: {
    group: "content",
    label:
      "Sự kiện, đối thoại: chờ công bố, sắp diễn ra, chưa ghi nhận, câu hỏi mới, trả lời và kết quả chờ duyệt",
    why: "Bạn chủ trì, công bố hoặc duyệt nội dung của sự kiện này.",
    push: true,
  },
  tip: {
    group: "content",
    label: "Tin bạn gửi đã được nhận, dùng, gộp hay không dùng",
    why: "Bạn gửi tin này.",
    push: true,
  },
  "tip-inbox": {
    group: "content",
    label: "Tin các đơn vị gửi về",
    why: "Bạn nhận tin các đơn vị gửi về.",
  },
  "good-practice": {
    group: "content",
    label: "Mô hình, sáng kiến được đề nghị, được ghi sổ hay không",
    why: "Bạn đề nghị mô hình, sáng kiến này hoặc giữ sổ.",
  },
  task: {
    group: "plan",
    label: "Nhiệm vụ được giao cho bạn",
    why: "Bạn được giao nhiệm vụ này.",
    push: true,
  },
  due: {
    group: "plan",
    label: "Nhiệm vụ sắp đến hạn, quá hạn",
    why: "Bạn thực hiện, phụ trách hoặc theo dõi nhiệm vụ này.",
    push: true,
  },
  extension: {
    group: "plan",
    label: "Kết quả đề nghị gia hạn",
    why: "Bạn xin hoặc được quyết định việc lùi hạn này.",
  },
  difficulty: {
    group: "plan",
    label: "Khó khăn, vướng mắc được nêu, được giải quyết",
    why: "Bạn nêu, tổng hợp hoặc được quyết định việc tháo gỡ này.",
  },
  proposal: {
    group: "plan",
    label: "Đề xuất giải pháp được gửi, được quyết định",
    why: "Bạn đề xuất, tổng hợp hoặc được quyết định giải pháp này.",
  },
  shortcoming: {
    group: "plan",
    label: "Tồn tại, hạn chế của đơn vị bạn",
    why: "Bạn ghi, chịu trách nhiệm hoặc phụ trách đơn vị có tồn tại này.",
  },
  gap: {
    group: "plan",
    label: "Nhắc việc của đơn vị chưa có minh chứng",
    why: "Đơn vị bạn được giao phần việc này của kế hoạch.",
  },
  guidance: {
    group: "plan",
    label: "Hướng dẫn gửi đến đơn vị, câu hỏi và trả lời",
    why: "Đơn vị bạn được gửi hướng dẫn này, hoặc bạn hỏi, trả lời về hướng dẫn này.",
  },
  plan: { group: "plan", label: "Kế hoạch gửi đến đơn vị", why: "Đơn vị bạn được gửi kế hoạch này." },
  sharing: {
    group: "agency",
    label: "Kế hoạch, nội dung cơ quan khác chuyển đến hoặc thu lại",
    why: "Bạn nhận việc cơ quan khác chuyển đến cơ quan mình.",
  },
  "document-late": {
    group: "agency",
    label: "Văn bản quá hạn chưa công khai trên cổng",
    why: "Bạn giữ sổ văn bản của cơ quan.",
  },
  "unit-report": {
    group: "agency",
    label: "Báo cáo của đơn vị: yêu cầu, nhắc, gửi, trả lại",
    why: "Đơn vị bạn được yêu cầu báo cáo, hoặc bạn tổng hợp báo cáo này.",
    push: true,
  },
  report: { group: "agency", label: "Báo cáo bị trả lại", why: "Bạn lập hoặc được duyệt báo cáo này." },
  "brief-schedule": {
    group: "agency",
    label: "Thư theo lịch có người chưa nhận được",
    why: "Bạn lập lịch gửi này.",
  },
  people: { group: "agency", label: "Người rời cơ quan", why: "Bạn quản trị người dùng của cơ quan." },
  "rights-review": {
    group: "agency",
    label: "Rà soát quyền hằng năm",
    why: "Bạn được giao rà soát quyền của người trong đơn vị, hoặc bạn quản trị người dùng.",
  },
  restructuring: {
    group: "agency",
    label: "Sáp nhập, chia tách, đổi tên đơn vị",
    why: "Bạn quản trị người dùng, theo dõi kế hoạch hoặc phụ trách đơn vị kế tiếp.",
  },
} as const satisfies Record<string, KindWords>;

export type NoticeKind = keyof typeof noticeKinds;

export const kindNames = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

export const kindLabels = Object.fromEntries(
  kindNames.map((kind) => [kind, noticeKinds[kind].label]),
) as Record<NoticeKind, string>;

/** What is known of a kind; null: it is no more. */
export const kindOf = (kind: string): KindWords | null =>
  (noticeKinds as Record<string, KindWords>)[kind] ?? null;

/** Why the person was told; notices of a kind that is no more say only that they concern him. */
export const whyTold = (kind: string): string => kindOf(kind)?.why ?? "Việc này liên quan đến bạn.";
