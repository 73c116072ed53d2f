/** @jsxImportSource hono/jsx */
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Empty, Marked, PageLinks } from "#platform/http/portal-parts.tsx";
import { type Marker, markedText, markerOf, passageOf, shownTexts } from "#platform/search/passage.ts";
import { queryWords } from "#platform/search/words.ts";
import {
  ANY_DOCUMENT,
  forces,
  forceWords,
  listPublishedDocuments,
  type PublishedDocumentSummary,
  type PublishedWanted,
  publishedChoices,
} from "../published.ts";
import { documentPath, LIST_PATH, nameOf } from "./document-path.ts";

const PER_PAGE = 20;

/** Name in the address of what a reader may ask for. */
export const queryNames: Record<keyof PublishedWanted, string> = {
  q: "q",
  type: "loai",
  issuer: "co-quan-ban-hanh",
  year: "nam",
  topic: "linh-vuc",
  force: "hieu-luc",
};

function listPath(wanted: PublishedWanted, page: number): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(queryNames) as (keyof PublishedWanted)[])
    if (wanted[key] !== "") query.set(queryNames[key], wanted[key]);
  if (page > 1) query.set("trang", String(page));
  return query.size > 0 ? `${LIST_PATH}?${query}` : LIST_PATH;
}

function Choice({
  name,
  label,
  chosen,
  options,
}: {
  name: keyof PublishedWanted;
  label: string;
  chosen: string;
  options: { value: string; label: string }[];
}) {
  const id = queryNames[name];
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        <option value="">Tất cả</option>
        {options.map((one) => (
          <option value={one.value} selected={one.value === chosen}>
            {one.label}
          </option>
        ))}
      </select>
    </p>
  );
}

const plainOptions = (values: string[]) => values.map((value) => ({ value, label: value }));

interface RowProps {
  document: PublishedDocumentSummary;
  /** Where words were looked for: what marks them, and the document's public text. */
  found: { marker: Marker; text: string } | null;
}

function Row({ document, found }: RowProps) {
  const { slug, abstract, issuedOn, issuer, topic, force } = document;
  const marked = (text: string) => (found ? markedText(text, found.marker) : [{ text, marked: false }]);
  const passage = found ? passageOf(found.text, found.marker) : [];
  return (
    <li>
      <h2 class="card-title">
        <a href={documentPath(slug)}>
          <Marked pieces={marked(nameOf(document))} />
        </a>
      </h2>
      {abstract && (
        <p class="card-summary">
          <Marked pieces={marked(abstract)} />
        </p>
      )}
      {passage.some((piece) => piece.marked) && (
        <p class="card-summary">
          <Marked pieces={passage} />
        </p>
      )}
      <p class="card-facts">
        Ngày {formatDate(issuedOn)}
        {issuer && `, ${issuer}`}
        {topic && `, ${topic}`}
        {force && (
          <>
            <span aria-hidden="true"> · </span>
            <strong>{forceWords[force]}</strong>
          </>
        )}
      </p>
    </li>
  );
}

/** /van-ban: the public documents, narrowed by what a reader chooses in a plain form. */
export async function answerDocumentList({
  database,
  agency,
  query,
  now,
}: PortalCall): Promise<PortalPage | null> {
  const page = query.trang === undefined ? 1 : Number(query.trang);
  if (!Number.isInteger(page) || page < 1 || page > 100_000) return null;
  const wanted = Object.fromEntries(
    Object.entries(queryNames).map(([key, name]) => [key, query[name]?.trim() ?? ""]),
  ) as unknown as PublishedWanted;
  if (wanted.year !== "" && !/^\d{4}$/u.test(wanted.year)) return null;
  if (wanted.force !== "" && !forces.some((force) => force === wanted.force)) return null;
  const day = toVietnamDate(now).toString();
  const choices = await publishedChoices(database, agency.id);
  const { documents, total } = await listPublishedDocuments(
    database,
    { agencyId: agency.id, day, wanted },
    { page, perPage: PER_PAGE },
  );
  if (page > 1 && documents.length === 0) return null;
  const words = queryWords(wanted.q);
  const marker = words.length > 0 ? markerOf(words, []) : null;
  const ids = marker ? documents.map(({ id }) => id) : [];
  const texts = await shownTexts(database, agency.id, ids);
  const narrowed = Object.values(wanted).some((value) => value !== "");
  return {
    kind: "page",
    title: page > 1 ? `Văn bản, trang ${page}` : "Văn bản",
    description: `Văn bản pháp luật, kế hoạch, quy hoạch, đề án do ${agency.name} công khai.`,
    path: listPath(wanted, page),
    crumbs: [],
    // A list narrowed by a reader is no page of its own for search engines.
    unlisted: narrowed,
    tags: [ANY_DOCUMENT],
    body: (
      <>
        <h1>Văn bản</h1>
        <form class="filter document-filter" action={LIST_PATH} method="get">
          <p class="filter-wide">
            <label for="q">Số, ký hiệu hoặc từ trong toàn văn</label>
            <input id="q" name="q" type="search" value={wanted.q} maxlength={200} />
          </p>
          <Choice
            name="type"
            label="Loại văn bản"
            chosen={wanted.type}
            options={plainOptions(choices.types)}
          />
          <Choice
            name="issuer"
            label="Cơ quan ban hành"
            chosen={wanted.issuer}
            options={plainOptions(choices.issuers)}
          />
          <Choice
            name="year"
            label="Năm ban hành"
            chosen={wanted.year}
            options={plainOptions(choices.years)}
          />
          <Choice
            name="topic"
            label="Lĩnh vực"
            chosen={wanted.topic}
            options={plainOptions(choices.topics)}
          />
          <Choice
            name="force"
            label="Hiệu lực"
            chosen={wanted.force}
            options={forces.map((value) => ({ value, label: forceWords[value] }))}
          />
          <p class="filter-wide">
            <button type="submit">Tìm văn bản</button>
          </p>
        </form>
        {total > 0 ? (
          <>
            <p class="count">
              {countText(total)} văn bản{page > 1 && <>; đang xem trang {page}</>}.
            </p>
            <ol class="hits">
              {documents.map((document) => (
                <Row document={document} found={marker && { marker, text: texts.get(document.id) ?? "" }} />
              ))}
            </ol>
            <PageLinks page={page} pages={Math.ceil(total / PER_PAGE)} hrefOf={(n) => listPath(wanted, n)} />
          </>
        ) : (
          <Empty>
            <p>{narrowed ? "Không có văn bản nào như vậy." : "Chưa có văn bản nào được công khai."}</p>
            <p>
              {narrowed ? (
                <>
                  Hãy bớt điều kiện, <a href={LIST_PATH}>xem tất cả văn bản</a>, hoặc{" "}
                  <a href={`/tim-kiem?q=${encodeURIComponent(wanted.q)}`}>tìm trên cả cổng</a>.
                </>
              ) : (
                <a href="/ke-hoach">Xem kế hoạch của cơ quan</a>
              )}
            </p>
          </Empty>
        )}
      </>
    ),
  };
}
