/** @jsxImportSource hono/jsx */
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalFile, PortalPage } from "#platform/http/portal-page.ts";
import { writeCsv } from "#platform/text/write-csv.ts";
import { timelinessTag } from "../published.ts";
import type { Dataset } from "./dataset.ts";
import { datasets } from "./datasets.ts";

export const DATA_PATH = "/du-lieu-mo";
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
      ...(found.definition && { definition: found.definition(rows) }),
      ...(found.period && { period: found.period(rows) }),
      columns: Object.fromEntries(found.columns.map(({ key, head }) => [key, head])),
      rows: cells.map((row) => Object.fromEntries(row.map((value, at) => [keys[at]!, value]))),
    }),
  };
}

const dated = (day: string) => ({ "@value": day, "@type": "xsd:date" });

/** How a set is counted and which days it tells of, where it says so. */
async function factsOf({ rows, definition, period }: Dataset<unknown>, call: PortalCall) {
  if (!definition && !period) return { lines: [], period: null };
  const all = await rows(call);
  return { lines: definition?.(all) ?? [], period: period?.(all) ?? null };
}

/** /du-lieu-mo/catalog.jsonld: what there is, for catalogues of data (DCAT). */
export async function answerCatalog(call: PortalCall): Promise<PortalFile> {
  const { agency, origin } = call;
  const described = [];
  for (const one of datasets) described.push({ ...one, ...(await factsOf(one, call)) });
  const publisher = {
    "@type": "foaf:Organization",
    "foaf:name": agency.name,
    "foaf:homepage": { "@id": `${origin}/` },
  };
  const address = (file: string) => `${origin}${DATA_PATH}/${file}`;
  return {
    kind: "file",
    contentType: "application/ld+json; charset=utf-8",
    tags: [timelinessTag],
    maxAge: 3600,
    body: JSON.stringify({
      "@context": {
        dcat: "http://www.w3.org/ns/dcat#",
        dct: "http://purl.org/dc/terms/",
        foaf: "http://xmlns.com/foaf/0.1/",
        xsd: "http://www.w3.org/2001/XMLSchema#",
      },
      "@id": address("catalog.jsonld"),
      "@type": "dcat:Catalog",
      "dct:title": { "@value": `Dữ liệu mở của ${agency.name}`, "@language": "vi" },
      "dct:language": "vi",
      "dct:publisher": publisher,
      "foaf:homepage": { "@id": origin + DATA_PATH },
      "dcat:dataset": described.map(({ slug, title, about, lines, period }) => ({
        "@id": `${origin}${DATA_PATH}#${slug}`,
        "@type": "dcat:Dataset",
        "dct:title": { "@value": title, "@language": "vi" },
        "dct:description": { "@value": [about, ...lines].join(" "), "@language": "vi" },
        ...(period && {
          "dct:issued": dated(toVietnamDate(period.published).toString()),
          "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": dated(period.from),
            "dcat:endDate": dated(period.until),
          },
        }),
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
export async function answerOpenData(call: PortalCall): Promise<PortalPage> {
  const { agency } = call;
  const described = [];
  for (const one of datasets) described.push({ ...one, ...(await factsOf(one, call)) });
  return {
    kind: "page",
    title: "Dữ liệu mở",
    description: `Dữ liệu ${agency.name} cho mọi người tải về và dùng lại.`,
    path: DATA_PATH,
    crumbs: [],
    tags: [timelinessTag],
    body: (
      <>
        <h1>Dữ liệu mở</h1>
        <p class="lead">Tải về và dùng lại tự do, xin ghi nguồn {agency.name}. Tệp luôn như trên cổng.</p>
        <dl class="pairs">
          {described.map(({ slug, title, about, lines, period }) => (
            <div id={slug}>
              <dt>{title}</dt>
              <dd>
                <p>{about}</p>
                {period && (
                  <p>
                    Số liệu từ ngày {formatDate(period.from)} đến hết ngày {formatDate(period.until)}; công
                    khai lần gần nhất ngày {formatDate(toVietnamDate(period.published))}.
                  </p>
                )}
                {lines.length > 0 && (
                  <details class="how">
                    <summary>Cách tính</summary>
                    <ul>
                      {lines.map((line) => (
                        <li>{line}</li>
                      ))}
                    </ul>
                  </details>
                )}
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
