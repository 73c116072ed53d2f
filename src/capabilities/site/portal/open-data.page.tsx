/** @jsxImportSource hono/jsx */
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalFile, PortalPage } from "#platform/http/portal-page.ts";
import { type CsvCell, writeCsv } from "#platform/text/write-csv.ts";
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

export const DATA_PATH = "/du-lieu-mo";
const MOST = 5000;

interface Column<Row> {
  /** Name in JSON, and in Vietnamese at the head of the CSV. */
  key: string;
  head: string;
  value: (row: Row, call: PortalCall) => CsvCell;
}

interface Dataset<Row> {
  slug: string;
  title: string;
  about: string;
  tags: (call: PortalCall) => string[];
  rows: (call: PortalCall) => Promise<Row[]>;
  columns: Column<Row>[];
}

const dataset = <Row,>(one: Dataset<Row>): Dataset<unknown> => one as unknown as Dataset<unknown>;

const themesInWords = (themes: string[]) => themes.map((slug) => topicLabel(topicOfTheme(slug))).join("; ");

/** What anybody may take and use: nothing stands here that does not stand on the portal. */
const datasets = [
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

/** /du-lieu-mo/<name>.csv and .json */
export async function answerDataset(call: PortalCall): Promise<PortalFile | null> {
  const [, slug, ending] = /^([a-z-]+)\.(csv|json)$/.exec(call.params.file ?? "") ?? [];
  const found = datasets.find((one) => one.slug === slug);
  if (!found) return null;
  const rows = await found.rows(call);
  const cells = rows.map((row) => found.columns.map(({ value }) => value(row, call)));
  const file = { kind: "file" as const, tags: found.tags(call), maxAge: 300 };
  if (ending === "csv")
    return {
      ...file,
      contentType: "text/csv; charset=utf-8",
      body: writeCsv(
        found.columns.map(({ head }) => head),
        cells,
      ),
    };
  const keys = found.columns.map(({ key }) => key);
  return {
    ...file,
    contentType: "application/json; charset=utf-8",
    body: JSON.stringify({
      title: found.title,
      publisher: call.agency.name,
      rows: cells.map((row) => Object.fromEntries(row.map((value, at) => [keys[at]!, value]))),
    }),
  };
}

/** /du-lieu-mo/catalog.jsonld: what there is, for catalogues of data (DCAT). */
export async function answerCatalog({ agency, origin }: PortalCall): Promise<PortalFile> {
  const publisher = {
    "@type": "foaf:Organization",
    "foaf:name": agency.name,
    "foaf:homepage": { "@id": `${origin}/` },
  };
  const address = (file: string) => `${origin}${DATA_PATH}/${file}`;
  return {
    kind: "file",
    contentType: "application/ld+json; charset=utf-8",
    tags: [],
    maxAge: 3600,
    body: JSON.stringify({
      "@context": {
        dcat: "http://www.w3.org/ns/dcat#",
        dct: "http://purl.org/dc/terms/",
        foaf: "http://xmlns.com/foaf/0.1/",
      },
      "@id": address("catalog.jsonld"),
      "@type": "dcat:Catalog",
      "dct:title": { "@value": `Dữ liệu mở của ${agency.name}`, "@language": "vi" },
      "dct:language": "vi",
      "dct:publisher": publisher,
      "foaf:homepage": { "@id": origin + DATA_PATH },
      "dcat:dataset": datasets.map(({ slug, title, about }) => ({
        "@id": `${origin}${DATA_PATH}#${slug}`,
        "@type": "dcat:Dataset",
        "dct:title": { "@value": title, "@language": "vi" },
        "dct:description": { "@value": about, "@language": "vi" },
        "dct:publisher": publisher,
        "dcat:landingPage": { "@id": `${origin}${DATA_PATH}#${slug}` },
        "dcat:distribution": [
          { ending: "csv", mediaType: "text/csv" },
          { ending: "json", mediaType: "application/json" },
        ].map(({ ending, mediaType }) => ({
          "@id": address(`${slug}.${ending}`),
          "@type": "dcat:Distribution",
          "dcat:downloadURL": { "@id": address(`${slug}.${ending}`) },
          "dcat:mediaType": mediaType,
          "dct:format": ending.toUpperCase(),
        })),
      })),
    }),
  };
}

/** /du-lieu-mo */
export async function answerOpenData({ agency }: PortalCall): Promise<PortalPage> {
  return {
    kind: "page",
    title: "Dữ liệu mở",
    description: `Dữ liệu ${agency.name} cho mọi người tải về và dùng lại.`,
    path: DATA_PATH,
    crumbs: [],
    tags: [],
    body: (
      <>
        <h1>Dữ liệu mở</h1>
        <p class="lead">Tải về và dùng lại tự do, xin ghi nguồn {agency.name}. Tệp luôn như trên cổng.</p>
        <dl class="pairs">
          {datasets.map(({ slug, title, about }) => (
            <div id={slug}>
              <dt>{title}</dt>
              <dd>
                <p>{about}</p>
                <ul class="feed-formats">
                  {["csv", "json"].map((ending) => (
                    <li>
                      <a href={`${DATA_PATH}/${slug}.${ending}`}>
                        {ending.toUpperCase()}
                        <span class="unseen">: {title}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          Mô tả cho phần mềm (DCAT): <a href={`${DATA_PATH}/catalog.jsonld`}>catalog.jsonld</a>. Tin mới:{" "}
          <a href="/nguon-tin">nguồn tin</a>. Đưa tin lên trang khác: <a href="/nhung">nhúng</a>.
        </p>
      </>
    ),
  };
}
