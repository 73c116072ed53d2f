import { duePhrase } from "../reading/due-phrase.ts";
import { fieldsIn } from "../reading/field-name.ts";
import { sentenceTask } from "../reading/sentence-task.ts";
import { beginsUnit } from "../reading/unit-names.ts";
import { unitsBeforeWork } from "../reading/unit-phrase.ts";

/** What the rules look at of a clause. */
export interface ClauseToRead {
  id: string;
  parentId: string | null;
  title: string | null;
  text: string;
}

/** A duty that a sentence of a clause states, with the words that say so; all as printed. */
export interface Duty {
  clauseId: string;
  sentence: string;
  /** "Tổ chức tập huấn": the verb with which the duty begins, or the words that oblige. */
  verb: string | null;
  lead: string | null;
  /** The unit is named by the heading above, not by the sentence. */
  leadFromHeading: boolean;
  coordinating: string | null;
  time: string | null;
  product: string | null;
  target: string | null;
  /** It stands among aims and demands, which nobody carries out as a task of its own. */
  isAim: boolean;
}

const MOST_OF_A_CLAUSE = 6;

const timeAlone = /^(?:hoàn thành|xong|thời gian|thời hạn)(?!\p{L})[^,]{0,60}$/iu;
/** What ends a plan, and headings that only announce. */
const closes =
  /^(trên đây là|nhận được kế hoạch|trong quá trình)|nghiêm túc|^(tổ chức thực hiện|phân công|phân công thực hiện|báo cáo)$/iu;
/** A document by its number, not work. */
const cites = /^(?:thông báo|báo cáo|hướng dẫn|đề án|công bố)[^,;]{0,40}\ssố\s\d+[-/]/iu;

/** Under these headings nothing is asked for. */
const tells =
  /^(căn cứ|sự cần thiết|đặc điểm|tình hình|thực trạng|đánh giá|kết quả (đạt được|thực hiện)|tồn tại|hạn chế|nguyên nhân|phạm vi|đối tượng|quan điểm|bối cảnh|kinh phí|nguồn kinh phí|nguồn lực)(?!\p{L})/iu;
/** Under these only what is obliged to or counted is a duty; the rest says what for. */
const aims = /^(mục đích|mục tiêu|yêu cầu|chỉ tiêu|nguyên tắc)(?!\p{L})/iu;
const purposes = /^(mục đích|mục tiêu)(?!\p{L})(?!.*yêu cầu)/iu;

const verbs = [
  "tổ chức",
  "xây dựng",
  "triển khai",
  "thực hiện",
  "rà soát",
  "hướng dẫn",
  "cập nhật",
  "đăng tải",
  "đăng",
  "biên soạn",
  "biên tập",
  "sản xuất",
  "theo dõi",
  "tổng hợp",
  "kiểm tra",
  "báo cáo",
  "ban hành",
  "công khai",
  "công bố",
  "niêm yết",
  "hoàn thành",
  "hoàn thiện",
  "tuyên truyền",
  "truyền thông",
  "thông tin",
  "đẩy mạnh",
  "tiếp tục",
  "chủ động",
  "chủ trì",
  "lồng ghép",
  "bố trí",
  "cung cấp",
  "đôn đốc",
  "phát hành",
  "mở",
  "lập",
  "thiết kế",
  "phổ biến",
  "quán triệt",
  "chuẩn bị",
  "phát động",
  "thẩm định",
  "trình",
  "đề xuất",
  "tập huấn",
  "bồi dưỡng",
  "đào tạo",
  "khảo sát",
  "phối hợp",
  "tham mưu",
  "vận hành",
  "duy trì",
  "nâng cấp",
  "nâng cao",
  "tăng cường",
  "giám sát",
  "thống kê",
  "nghiên cứu",
  "gửi",
  "bảo đảm",
  "đảm bảo",
  "hỗ trợ",
  "giới thiệu",
  "thu thập",
  "viết",
  "số hóa",
  "treo",
  "tiến hành",
  "khai thác",
  "đưa",
  "cụ thể hóa",
  "phụ trách",
  "tiếp nhận",
  "giải quyết",
  "phân công",
  "cử",
  "làm",
  "lắp đặt",
  "mua sắm",
  "phát sóng",
  "phát thanh",
  "phát",
  "biểu dương",
  "khen thưởng",
  "tổng kết",
  "sơ kết",
  "tập trung",
  "ứng dụng",
  "kiện toàn",
  "chỉ đạo",
  "quản lý",
  "thông báo",
  "trả lời",
  "xử lý",
  "phản ánh",
  "kịp thời",
  "thường xuyên",
  "cải cách",
  "đổi mới",
  "giảm",
  "rút ngắn",
  "cắt giảm",
  "phấn đấu",
  "huy động",
  "nhân rộng",
  "phát huy",
  "kết nối",
  "chia sẻ",
  "đơn giản hóa",
  "tích hợp",
  "tạo",
  "định hướng",
  "chấn chỉnh",
  "khắc phục",
  "tuyên dương",
  "ghi hình",
  "in",
  "chấp hành",
  "tham gia",
  "đăng ký",
  "bám sát",
  "gắn",
  "vận động",
  "xác định",
  "họp",
  "duyệt",
  "thu âm",
  "sao lưu",
  "chụp",
  "quay",
  "ghi",
  "góp ý",
  "chăm lo",
  "thăm hỏi",
  "lưu trữ",
  "bàn giao",
  "tôn vinh",
  "soạn",
  "đối soát",
  "nộp",
  "đánh giá",
  "sắp xếp",
  "tinh giản",
  "củng cố",
  "mở rộng",
  "khuyến khích",
  "lấy ý kiến",
  "đối thoại",
  "tiếp tục",
  "quản trị",
  "bảo trì",
  "kiểm soát",
  "phân tích",
  "chuyển đổi",
  "áp dụng",
  "sử dụng",
  "lựa chọn",
  "hệ thống hóa",
  "ký kết",
  "phê duyệt",
  "đề nghị",
  "yêu cầu",
  "giao",
  "trang bị",
  "trưng bày",
  "sưu tầm",
  "biên dịch",
  "thành lập",
].toSorted((a, b) => b.length - a.length);

/** Words that oblige wherever they stand in a sentence. */
const obliges =
  /(?<!\p{L})(có trách nhiệm|chịu trách nhiệm|(?<!không |việc )phải|cần(?! thiết)(?! cù)|bắt buộc|không được|nghiêm cấm)(?!\p{L})/iu;
const adverbial =
  /^(?:định kỳ|hằng|hàng|mỗi|trước|trong|chậm nhất|đến|từ|căn cứ|trên cơ sở|vào|ngoài ra|đồng thời|bên cạnh đó|khi|ngay sau khi|sau khi|đối với|là cơ quan|là đơn vị)(?!\p{L})[^,;:]{0,150},\s*/iu;
const percentage =
  /(?:(?:đạt|trên|từ|dưới|tối thiểu|ít nhất|phấn đấu|khoảng|bảo đảm|đảm bảo)\s+){0,3}\d{1,3}(?:[.,]\d{1,2})?\s?%[^.;\n]{0,90}/iu;
const leastOf = /(?<!\p{L})(?:ít nhất|tối thiểu|không quá|không ít hơn)\s+\d{1,4}(?![\d/])[^.;,\n]{0,60}/iu;
const products =
  "tin,? bài|bản tin|tin|bài viết|bài|phóng sự|video(?: clip)?|clip|infographic|chuyên mục|chuyên trang|chuyên đề|hội nghị|hội thảo|tọa đàm|lớp (?:tập huấn|bồi dưỡng)|buổi (?:đối thoại|tuyên truyền|tọa đàm|tập huấn)|cuộc thi|tờ rơi|tờ gấp|pa nô|pano|áp phích|băng rôn|khẩu hiệu|sổ tay|cẩm nang|báo cáo|kế hoạch|quyết định|quy chế|danh mục|biên bản|phiếu khảo sát|bảng|tài liệu|văn bản|ấn phẩm|chương trình|mô hình|cơ sở dữ liệu";
const makes =
  "(?:xây dựng|ban hành|sản xuất|biên soạn|in ấn|in|phát hành|tổ chức|viết|đăng tải|đăng|gửi|lập|treo|thiết kế|trình|mở|duy trì|phát|phát động|tham mưu|báo cáo bằng|cấp phát)";
const counted = new RegExp(`(?<![\\p{L}\\d/])\\d{1,3}\\s+(?:${products})(?!\\p{L})[^.;,:()\\n]{0,70}`, "iu");
const made = new RegExp(
  `(?<!\\p{L})${makes}\\s+(?:các |những |một |01 )?((?:${products})(?!\\p{L})[^.;,:()\\n]{0,70})`,
  "iu",
);

/** Cut at a word, without a mark at the end. */
function shortened(words: string, most: number): string {
  const one = words.replace(/\s+/gu, " ").trim();
  const cut = one.length <= most ? one : one.slice(0, one.lastIndexOf(" ", most));
  return cut.replace(/[\s,;:.–-]+$/u, "");
}

/** The first words of a name, up to where its purpose or way is told. */
const bareName = (words: string) =>
  shortened(
    words.split(
      /\s(?:để|nhằm|theo|bảo đảm|đảm bảo|trước|trong|với|trên|tại|chậm nhất|hoàn thành|định kỳ|thường xuyên|hằng|hàng|mỗi|và)\s/iu,
    )[0]!,
    80,
  );

/** Sentences, and the parts of one that semicolons or lines separate. Labelled lines ("Đơn vị chủ trì: …") are left out. */
function sentencesOf(text: string): string[] {
  const parts: string[] = [];
  for (const part of text.split(/\n+|;\s+|(?<=[\p{Ll}\d)%”"])\.\s+(?=[\p{Lu}\d“"-])/u)) {
    const words = part.replace(/^[\s\-–+*•]+/u, "").trim();
    const before = parts.at(-1);
    const isOpen = before !== undefined && before.split("(").length > before.split(")").length;
    // "(Phòng A chủ trì; hoàn thành trước ngày 15/10)" is one remark, and a time alone belongs to what it is for.
    if (before !== undefined && (isOpen || timeAlone.test(words)))
      parts[parts.length - 1] = `${before}; ${words}`;
    else parts.push(words);
  }
  return parts.filter(
    (part) =>
      part.length >= 7 && !closes.test(part) && !cites.test(part) && fieldsIn(part).every(({ at }) => at > 0),
  );
}

/** The verb that begins the work, behind an adverbial and the unit that does it. */
function beginningVerb(sentence: string): { verb: string; unit: string | null } | null {
  let rest = sentence.replace(adverbial, "").replace(/^(?:đồng thời|tiếp đó|trong đó)[,:]?\s+/iu, "");
  let unit: string | null = null;
  if (beginsUnit(rest)) {
    const colon = rest.indexOf(": ");
    const before = unitsBeforeWork(rest);
    if (colon > 0 && colon <= 150) {
      unit = rest.slice(0, colon);
      rest = rest.slice(colon + 2);
    } else if (before.works) {
      unit = before.units;
      rest = rest.slice(before.units.length).replace(/^[\s,]+/u, "");
    }
  }
  const lower = rest.slice(0, 60).toLowerCase();
  const verb = verbs.find((word) => lower.startsWith(word) && !/\p{L}/u.test(lower[word.length] ?? ""));
  if (!verb) return null;
  return { verb: rest.slice(0, verb.length), unit };
}

const headingName = (title: string) =>
  title
    .replace(/^(đối với|trách nhiệm của|giao|đề nghị)\s+/iu, "")
    .replace(/:$/u, "")
    .trim();

/** Every duty that the clauses state, in the order of the plan. */
export function findDuties(clauses: ClauseToRead[]): Duty[] {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const parents = new Set(clauses.map(({ parentId }) => parentId));
  const headingsOf = (clause: ClauseToRead): string[] => {
    const titles: string[] = [];
    for (let at: ClauseToRead | undefined = clause; at; at = byId.get(at.parentId ?? "")) {
      const heading = at.title ?? (at !== clause && at.text.trimEnd().endsWith(":") ? at.text : null);
      if (heading) titles.push(heading);
    }
    return titles;
  };
  return clauses.flatMap((clause) => {
    const headings = headingsOf(clause);
    const own = headings.map(headingName);
    if (own.some((heading) => tells.test(heading))) return [];
    const isAim = own.some((heading) => aims.test(heading));
    const isPurpose = own.some((heading) => purposes.test(heading));
    const isGroup = parents.has(clause.id);
    const headingUnit = own.find((name) => name.length <= 150 && beginsUnit(name)) ?? null;
    const sentences = sentencesOf(clause.text).filter((part) => !isGroup || !part.endsWith(":"));
    const read = (sentence: string): Duty | null => {
      const begun = beginningVerb(sentence);
      const obliged = obliges.exec(sentence)?.[1] ?? null;
      const stated = sentenceTask(sentence);
      const target = percentage.exec(sentence)?.[0] ?? leastOf.exec(sentence)?.[0] ?? null;
      const lead = stated?.lead ?? begun?.unit ?? null;
      const product = counted.exec(sentence)?.[0] ?? made.exec(sentence)?.[1] ?? null;
      const time = stated?.due ?? duePhrase(sentence, true)?.words ?? null;
      if (isPurpose && !target) return null;
      // "Công khai, minh bạch" says how, not what.
      if (isAim && !target && !obliged && sentence.split(/\s+/u).length < 6) return null;
      if (!begun && !obliged && !target && !(time && (lead || product))) return null;
      return {
        clauseId: clause.id,
        sentence,
        verb: begun?.verb ?? obliged,
        lead: lead ?? headingUnit,
        leadFromHeading: lead === null && headingUnit !== null,
        coordinating: stated?.coordinating ?? null,
        time,
        product: product && bareName(product),
        target: target && shortened(target, 110),
        isAim,
      };
    };
    const found = sentences.flatMap((sentence) => read(sentence) ?? []).slice(0, MOST_OF_A_CLAUSE);
    // A heading without words of its own below it is the duty itself.
    const title = clause.title?.replace(/^nhiệm vụ \d{1,2}[.:]\s*/iu, "") ?? "";
    const announces = closes.test(title) || title === title.toUpperCase();
    const heading = found.length === 0 && !isGroup && !announces ? read(title) : null;
    // What follows a semicolon is the same unit's.
    for (const [at, duty] of found.entries()) {
      const before = found[at - 1];
      if (at > 0 && before && duty.lead === null && /^\p{Ll}/u.test(duty.sentence)) duty.lead = before.lead;
    }
    const duties = heading ? [heading] : found;
    const labelled = fieldsIn(clause.text);
    const value = (name: "lead" | "coordinating" | "due" | "deliverable") =>
      labelled.find((field) => field.name === name && field.value !== "")?.value ?? null;
    return duties.map((duty) => ({
      ...duty,
      lead: duty.leadFromHeading ? (value("lead") ?? duty.lead) : (duty.lead ?? value("lead")),
      leadFromHeading: duty.leadFromHeading && value("lead") === null,
      coordinating: duty.coordinating ?? value("coordinating"),
      time: duty.time ?? value("due"),
      product: duty.product ?? value("deliverable"),
    }));
  });
}

/** The duty in few words: its sentence, up to where reasons and ways are told when it is long. */
export function dutyInWords({ sentence }: Pick<Duty, "sentence">): string {
  const whole = sentence.replace(/\s+/gu, " ").trim();
  if (whole.length <= 220) return shortened(whole, 220);
  const end = whole
    .slice(60, 220)
    .search(/[,;]\s(?:nhằm|để|bảo đảm|đảm bảo|góp phần|trong đó|cụ thể|như)(?!\p{L})/iu);
  return end >= 0 ? shortened(whole.slice(0, 60 + end), 220) : shortened(whole, 220);
}
