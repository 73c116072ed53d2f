import type { TaskDue } from "../reading/plan-reading.ts";
import { EVERYBODY, type standardTemplateIds, type Template, type TemplateItem } from "./template.ts";

const due = (part: Partial<TaskDue>): TaskDue => ({
  kind: "none",
  text: null,
  date: null,
  from: null,
  to: null,
  every: null,
  ...part,
});
const always = due({ kind: "continuous", text: "thường xuyên" });
const monthly = due({ kind: "recurring", text: "hằng tháng", every: "month" });
const quarterly = due({ kind: "recurring", text: "hằng quý", every: "quarter" });
const inYear = due({ text: "Trong năm" });

const steering = "Chỉ đạo, điều hành";
const telling = "Tuyên truyền";
const procedures = "Thủ tục hành chính";
const people = "Tập huấn, bồi dưỡng";
const reporting = "Kiểm tra, báo cáo";

const office = "Văn phòng hoặc bộ phận tổng hợp";
const press = "Bộ phận thông tin, tuyên truyền";
const desk = "Bộ phận tiếp nhận và trả kết quả";

type Row = [
  group: string,
  role: string,
  what: string,
  when: TemplateItem["due"],
  evidence: string,
  task: [title: string, due: TaskDue, deliverable: string] | null,
];

const template = (
  id: (typeof standardTemplateIds)[number],
  name: string,
  kind: Template["kind"],
  rows: Row[],
): Template => ({
  id,
  name,
  kind,
  year: null,
  items: rows.map(([group, role, what, when, evidenceWanted, task], at) => ({
    key: String(at + 1),
    group,
    role,
    what,
    due: when,
    evidenceWanted,
    task: task && { title: task[0], due: task[1], deliverable: task[2] },
  })),
});

const telledNews: Row = [
  telling,
  press,
  "Đăng tin, bài về cải cách hành chính trên trang thông tin điện tử",
  "continuous",
  "Tin, bài đã đăng, có địa chỉ và ngày",
  ["Viết, đăng tin, bài về cải cách hành chính", monthly, "Tin, bài đã đăng"],
];
const goodExamples: Row = [
  telling,
  press,
  "Giới thiệu cách làm hay, gương người tốt trong phục vụ người dân",
  "continuous",
  "Tin, bài, phóng sự giới thiệu",
  ["Phát hiện, viết bài giới thiệu cách làm hay", quarterly, "Bài giới thiệu cách làm hay"],
];
const supplying: Row = [
  telling,
  EVERYBODY,
  "Cung cấp thông tin về kết quả cải cách hành chính của đơn vị để tuyên truyền",
  "continuous",
  "Thông tin, số liệu đã gửi",
  null,
];
const feedback: Row = [
  procedures,
  office,
  "Tiếp nhận, trả lời phản ánh, kiến nghị của người dân, doanh nghiệp",
  "prompt",
  "Phản ánh, kiến nghị đã trả lời và được công khai",
  ["Theo dõi, đôn đốc trả lời phản ánh, kiến nghị", always, "Danh sách phản ánh, kiến nghị đã trả lời"],
];
const periodic: Row = [
  reporting,
  office,
  "Báo cáo định kỳ kết quả thực hiện kế hoạch",
  "continuous",
  "Báo cáo đã gửi, có số và ngày",
  ["Tổng hợp, gửi báo cáo định kỳ", quarterly, "Báo cáo kết quả thực hiện"],
];

/** What agencies of a kind usually take on, in general words: no figures, days or instruments that one must look up. */
export const standardTemplates: Template[] = [
  template("so-ban-nganh", "Việc thường có của một sở, ban, ngành", "department", [
    [
      steering,
      office,
      "Ban hành kế hoạch tuyên truyền cải cách hành chính hằng năm và phân công thực hiện",
      "year",
      "Kế hoạch đã ban hành, có số và ngày",
      ["Tham mưu ban hành kế hoạch tuyên truyền cải cách hành chính", inYear, "Kế hoạch đã ban hành"],
    ],
    [
      steering,
      EVERYBODY,
      "Quán triệt chủ trương, chính sách về cải cách hành chính đến công chức, viên chức, người lao động",
      "continuous",
      "Biên bản, tài liệu sinh hoạt, họp đơn vị",
      null,
    ],
    telledNews,
    [
      telling,
      press,
      "Duy trì chuyên mục cải cách hành chính trên trang thông tin điện tử",
      "continuous",
      "Chuyên mục có nội dung mới trong từng kỳ",
      ["Cập nhật chuyên mục cải cách hành chính", always, "Chuyên mục được cập nhật"],
    ],
    goodExamples,
    supplying,
    [
      procedures,
      desk,
      "Công khai đầy đủ, đúng bản hiện hành thủ tục hành chính thuộc phạm vi quản lý",
      "continuous",
      "Ảnh niêm yết, địa chỉ trang công khai",
      ["Rà soát, cập nhật nội dung công khai thủ tục hành chính", monthly, "Biên bản rà soát, ảnh niêm yết"],
    ],
    [
      procedures,
      desk,
      "Hướng dẫn người dân, doanh nghiệp nộp hồ sơ trực tuyến",
      "continuous",
      "Tài liệu hướng dẫn, ảnh hỗ trợ tại chỗ",
      ["Biên soạn, phổ biến tài liệu hướng dẫn nộp hồ sơ trực tuyến", inYear, "Tài liệu hướng dẫn"],
    ],
    feedback,
    [
      people,
      office,
      "Tập huấn kỹ năng truyền thông, cải cách hành chính cho công chức, viên chức",
      "year",
      "Kế hoạch, danh sách, tài liệu lớp tập huấn",
      ["Tổ chức tập huấn kỹ năng truyền thông về cải cách hành chính", inYear, "Lớp tập huấn đã tổ chức"],
    ],
    [
      reporting,
      office,
      "Kiểm tra việc thực hiện kế hoạch tại các phòng, đơn vị",
      "year",
      "Kế hoạch và kết luận kiểm tra",
      ["Kiểm tra việc thực hiện kế hoạch", inYear, "Thông báo kết quả kiểm tra"],
    ],
    periodic,
  ]),
  template("xa-phuong", "Việc thường có của UBND xã, phường", "commune", [
    [
      steering,
      office,
      "Ban hành kế hoạch tuyên truyền cải cách hành chính của xã, phường",
      "year",
      "Kế hoạch đã ban hành, có số và ngày",
      ["Tham mưu ban hành kế hoạch tuyên truyền cải cách hành chính", inYear, "Kế hoạch đã ban hành"],
    ],
    [
      telling,
      press,
      "Phát thanh về thủ tục hành chính, dịch vụ công trên hệ thống truyền thanh cơ sở",
      "continuous",
      "Nhật ký phát thanh, bản tin đã phát",
      ["Biên soạn, phát bản tin về cải cách hành chính", monthly, "Bản tin đã phát"],
    ],
    telledNews,
    [
      telling,
      press,
      "Tuyên truyền trực quan tại trụ sở, nhà văn hóa, nơi đông người",
      "continuous",
      "Ảnh pa nô, khẩu hiệu, tờ rơi",
      ["Làm mới nội dung tuyên truyền trực quan", quarterly, "Ảnh tuyên truyền trực quan"],
    ],
    [
      telling,
      press,
      "Đưa nội dung cải cách hành chính vào họp thôn, tổ dân phố",
      "continuous",
      "Biên bản, ảnh cuộc họp",
      ["Cung cấp tài liệu tuyên truyền cho thôn, tổ dân phố", quarterly, "Tài liệu đã gửi"],
    ],
    [
      procedures,
      desk,
      "Niêm yết đầy đủ, đúng bản hiện hành thủ tục hành chính tại nơi tiếp nhận",
      "continuous",
      "Ảnh niêm yết có ngày",
      ["Rà soát, thay bảng niêm yết thủ tục hành chính", monthly, "Ảnh niêm yết"],
    ],
    [
      procedures,
      desk,
      "Hướng dẫn người dân nộp hồ sơ trực tuyến, nhất là người cao tuổi, người khuyết tật",
      "continuous",
      "Sổ hoặc ảnh hỗ trợ người dân",
      ["Hỗ trợ người dân nộp hồ sơ trực tuyến", always, "Lượt người dân được hỗ trợ"],
    ],
    feedback,
    [
      people,
      office,
      "Tổ chức đối thoại với người dân về thủ tục hành chính",
      "year",
      "Thông báo, biên bản, ảnh buổi đối thoại",
      ["Tổ chức đối thoại với người dân", inYear, "Biên bản đối thoại"],
    ],
    periodic,
  ]),
  template("trung-tam", "Việc thường có của một trung tâm, đơn vị sự nghiệp", "centre", [
    [
      steering,
      office,
      "Lồng ghép nội dung cải cách hành chính vào kế hoạch công tác của đơn vị",
      "year",
      "Kế hoạch công tác có nội dung lồng ghép",
      ["Xây dựng kế hoạch công tác có nội dung cải cách hành chính", inYear, "Kế hoạch công tác"],
    ],
    telledNews,
    [
      telling,
      press,
      "Sản xuất ảnh, video, tài liệu tuyên truyền theo chuyên môn của đơn vị",
      "continuous",
      "Sản phẩm đã đăng, phát",
      ["Sản xuất sản phẩm truyền thông về cải cách hành chính", quarterly, "Video, ảnh, tài liệu"],
    ],
    [
      telling,
      EVERYBODY,
      "Tuyên truyền cải cách hành chính trong hoạt động phục vụ người dân",
      "continuous",
      "Ảnh, chương trình hoạt động có lồng ghép",
      null,
    ],
    [
      procedures,
      desk,
      "Công khai quy trình, giá dịch vụ và nơi tiếp nhận phản ánh tại đơn vị",
      "continuous",
      "Ảnh niêm yết, địa chỉ trang công khai",
      ["Rà soát nội dung công khai tại đơn vị", quarterly, "Ảnh niêm yết"],
    ],
    feedback,
    periodic,
  ]),
];
