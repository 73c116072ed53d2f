import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import {
  newestBriefs,
  newestPublishedDocuments,
  publicIndices,
  publicProcedures,
  publishedPlanAddresses,
  sectionsOf,
  sectionsTag,
  topicLabel,
  topicOfTheme,
} from "../published.ts";
import type { Dataset } from "./dataset.ts";
import { timelinessDataset } from "./timeliness-dataset.ts";

const MOST = 5000;

const dataset = <Row>(one: Dataset<Row>): Dataset<unknown> => one as unknown as Dataset<unknown>;

const themesInWords = (themes: string[]) => themes.map((slug) => topicLabel(topicOfTheme(slug))).join("; ");

/** What anybody may take and use: nothing stands here that does not stand on the portal. */
export const datasets = [
  dataset({
    slug: "tin-bai",
    title: "Tin, bài đã đăng",
    about: `Tiêu đề, tóm tắt, chủ đề, ngày đăng, địa chỉ; ${MOST.toLocaleString("vi-VN")} bài mới nhất.`,
    tags: () => ["content:any"],
    rows: ({ database, agency }) => newestBriefs(database, agency.id, { limit: MOST }),
    columns: [
      { key: "title", head: "Tiêu đề", value: ({ title }) => title },
      { key: "kind", head: "Thể loại", value: ({ kindLabel }) => kindLabel },
      { key: "summary", head: "Tóm tắt", value: ({ summary }) => summary },
      { key: "themes", head: "Chủ đề", value: ({ themes }) => themesInWords(themes) },
      { key: "published", head: "Đăng lúc", value: ({ publishedAt }) => publishedAt },
      { key: "updated", head: "Cập nhật lúc", value: ({ updatedAt }) => updatedAt },
      { key: "url", head: "Địa chỉ", value: ({ slug }, { origin }) => `${origin}/tin-tuc/${slug}` },
    ],
  }),
  dataset({
    slug: "ke-hoach",
    title: "Kế hoạch đã công bố",
    about: "Tên, năm, địa chỉ của từng kế hoạch.",
    tags: () => ["plan:any"],
    rows: ({ database, agency }) => publishedPlanAddresses(database, agency.id),
    columns: [
      { key: "title", head: "Kế hoạch", value: ({ title }) => title },
      { key: "year", head: "Năm", value: ({ year }) => year },
      { key: "url", head: "Địa chỉ", value: ({ slug }, { origin }) => `${origin}/ke-hoach/${slug}` },
    ],
  }),
  dataset({
    slug: "van-ban",
    title: "Văn bản đã công khai",
    about: `Loại, số, ngày, cơ quan ban hành, trích yếu, địa chỉ; ${MOST.toLocaleString("vi-VN")} văn bản mới nhất.`,
    tags: () => ["document:any"],
    rows: async ({ database, agency, now }) => {
      const day = toVietnamDate(now).toString();
      return (await newestPublishedDocuments(database, { agencyId: agency.id, day, limit: MOST })).documents;
    },
    columns: [
      { key: "type", head: "Loại", value: ({ type }) => type },
      { key: "number", head: "Số, ký hiệu", value: ({ number }) => number },
      { key: "issuedOn", head: "Ngày ban hành", value: ({ issuedOn }) => issuedOn },
      { key: "issuer", head: "Cơ quan ban hành", value: ({ issuer }) => issuer },
      { key: "abstract", head: "Trích yếu", value: ({ abstract }) => abstract },
      { key: "url", head: "Địa chỉ", value: ({ slug }, { origin }) => `${origin}/van-ban/${slug}` },
    ],
  }),
  dataset({
    slug: "thu-tuc",
    title: "Thủ tục hành chính",
    about: "Mã, tên, lĩnh vực, ngày cập nhật, địa chỉ của thủ tục đang thực hiện.",
    tags: () => ["procedure:any"],
    rows: ({ database, agency, now }) => publicProcedures(database, agency.id, toVietnamDate(now).toString()),
    columns: [
      { key: "code", head: "Mã", value: ({ code }) => code },
      { key: "name", head: "Thủ tục", value: ({ record }) => record.name },
      { key: "field", head: "Lĩnh vực", value: ({ record }) => record.field },
      { key: "updated", head: "Cập nhật lúc", value: ({ updatedAt }) => updatedAt },
      { key: "url", head: "Địa chỉ", value: ({ path }, { origin }) => origin + path },
    ],
  }),
  dataset(timelinessDataset),
  dataset({
    slug: "chi-so",
    title: "Kết quả các chỉ số",
    about: "Chỉ số, năm đánh giá, đơn vị, thành phần, điểm, hạng trên tổng số, ngày công bố, nguồn.",
    tags: () => ["indices:any"],
    rows: async ({ database, agency }) =>
      (await publicIndices(database, agency.id)).flatMap((index) =>
        index.results.map((result) => ({ index, result })),
      ),
    columns: [
      { key: "index", head: "Chỉ số", value: ({ index }) => index.shortName },
      { key: "edition", head: "Năm đánh giá", value: ({ result }) => result.edition },
      { key: "entity", head: "Đơn vị", value: ({ result }) => result.entity },
      { key: "component", head: "Thành phần", value: ({ result }) => result.component },
      { key: "score", head: "Điểm", value: ({ result }) => result.score },
      { key: "unit", head: "Đơn vị đo", value: ({ index }) => (index.unit === "percent" ? "%" : "điểm") },
      { key: "rank", head: "Hạng", value: ({ result }) => result.rank },
      { key: "ranked", head: "Trên tổng số", value: ({ result }) => result.ranked },
      { key: "published", head: "Ngày công bố", value: ({ result }) => result.publishedOn },
      { key: "source", head: "Nguồn", value: ({ result }) => result.source },
      { key: "sourceUrl", head: "Nơi công bố", value: ({ result }) => result.url },
      { key: "url", head: "Địa chỉ", value: ({ index }, { origin }) => `${origin}/chi-so/${index.slug}` },
    ],
  }),
  dataset({
    slug: "muc-cong-khai",
    title: "Các mục phải công khai",
    about: "Mục theo Nghị định 42/2022/NĐ-CP, số nội dung đang có, ngày cập nhật.",
    tags: ({ agency }) => [
      sectionsTag(agency.id),
      "content:any",
      "plan:any",
      "procedure:any",
      "document:any",
    ],
    rows: ({ database, agency, now }) => sectionsOf(database, agency.id, now),
    columns: [
      { key: "title", head: "Mục", value: ({ title }) => title },
      { key: "count", head: "Số nội dung", value: ({ count }) => count },
      { key: "updated", head: "Cập nhật lúc", value: ({ lastChange }) => lastChange },
      { key: "absentReason", head: "Không phát sinh vì", value: ({ absentReason }) => absentReason },
      {
        key: "url",
        head: "Địa chỉ",
        value: ({ slug }, { origin }) => `${origin}/thong-tin-cong-khai/${slug}`,
      },
    ],
  }),
];
