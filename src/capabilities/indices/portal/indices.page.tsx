/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { Empty } from "#platform/http/portal-parts.tsx";
import {
  PAGES_TAG,
  type PublicIndex,
  publicIndices,
  rankInWords,
  rankLines,
  resultInWords,
  scoreInWords,
  scoreLines,
  views,
} from "../published.ts";
import { INDICES_PATH } from "./indices-path.ts";
import { SeriesFigure } from "./series-figure.tsx";

const TITLE = "Chỉ số cải cách hành chính, năng lực cạnh tranh, hài lòng";
type Result = PublicIndex["results"][number];
const wholeOf = ({ results }: PublicIndex) => results.filter(({ component }) => component === null);

/** Of each entity the newest result of the index as a whole. */
const newestOf = (one: PublicIndex): Result[] =>
  one.entities.flatMap(({ id }) => wholeOf(one).find(({ entityId }) => entityId === id) ?? []);

function Brief({ one }: { one: PublicIndex }) {
  return (
    <li>
      <h2>
        <a href={`${INDICES_PATH}/${one.slug}`}>{one.shortName}</a>
      </h2>
      <p>
        {one.name}. {views[one.view]} đánh giá; {one.publisher} công bố.
      </p>
      <ul>
        {newestOf(one).map((result) => (
          <li>
            {result.entity}, năm {result.edition}: <strong>{resultInWords(result, one.unit)}</strong>
            {result.publishedOn && <> (công bố ngày {formatDate(result.publishedOn)})</>}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** /chi-so: the indices that are public, each with its newest results. */
export async function answerIndices({ database, agency }: PortalCall): Promise<PortalPage> {
  const all = await publicIndices(database, agency.id);
  return {
    kind: "page",
    title: TITLE,
    description: `Kết quả các chỉ số đã công bố, kèm nguồn và ngày, do ${agency.name} tập hợp.`,
    path: INDICES_PATH,
    crumbs: [],
    body: (
      <>
        <h1>{TITLE}</h1>
        <p class="lead">
          Kết quả chép đúng như nơi công bố đưa ra, không tính lại; năm là năm được đánh giá, thường công bố
          vào năm sau.
        </p>
        {all.length > 0 ? (
          <ul class="rows">
            {all.map((one) => (
              <Brief one={one} />
            ))}
          </ul>
        ) : (
          <Empty>
            <p>Cơ quan chưa đưa chỉ số nào lên đây.</p>
          </Empty>
        )}
      </>
    ),
    tags: [PAGES_TAG],
    lastModified: null,
  };
}

function Charts({ one }: { one: PublicIndex }) {
  const whole = wholeOf(one);
  const scores = scoreLines(whole, one.breaks);
  const ranks = rankLines(whole, one.breaks);
  const nameOf = (entityId: string) => one.entities.find(({ id }) => id === entityId)?.name ?? "";
  const breaks =
    one.breaks.length > 0
      ? ` Từ năm ${one.breaks.join(", ")} chỉ số được đo theo cách khác, không so với trước đó.`
      : "";
  return (
    <>
      {scores.length > 0 && (
        <section aria-labelledby="diem">
          <h2 id="diem">Điểm qua các năm</h2>
          <SeriesFigure
            lines={scores}
            best="high"
            nameOf={nameOf}
            valueInWords={(value) => scoreInWords(String(value), one.unit)}
            caption={`Trục điểm không bắt đầu từ 0. Chỉ nối các năm liền nhau, đo cùng một cách.${breaks}`}
          />
        </section>
      )}
      {ranks.map(({ ranked, lines }) => (
        <section aria-labelledby={`hang-${ranked}`}>
          <h2 id={`hang-${ranked}`}>Hạng trên {ranked} đơn vị</h2>
          <SeriesFigure
            lines={lines}
            best="low"
            nameOf={nameOf}
            valueInWords={String}
            caption={`Hạng 1 ở trên cùng. Hạng trên tổng số khác là biểu đồ khác, không nối với nhau.${breaks}`}
          />
        </section>
      ))}
    </>
  );
}

function Table({ caption, rows, one }: { caption: string; rows: Result[]; one: PublicIndex }) {
  const byPart = rows.some(({ component }) => component !== null);
  return (
    <section class="table-scroll" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              Năm
            </th>
            <th scope="col">Đơn vị</th>
            {byPart && <th scope="col">Thành phần</th>}
            <th scope="col" class="number">
              Điểm
            </th>
            <th scope="col">Hạng</th>
            <th scope="col">Nguồn</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row" class="number">
                {row.edition}
                {one.breaks.includes(row.edition) && <span class="soft"> (đổi cách đo)</span>}
              </th>
              <td>{row.entity}</td>
              {byPart && <td>{row.component}</td>}
              <td class="number">
                {row.score === null ? "không công bố" : scoreInWords(row.score, one.unit)}
              </td>
              <td>{row.rank === null ? "không công bố" : rankInWords(row.rank, row.ranked)}</td>
              <td>
                {row.url ? <a href={row.url}>{row.source}</a> : row.source}
                {row.publishedOn && <>, {formatDate(row.publishedOn)}</>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** /chi-so/par-index: one index over the years. */
export async function answerOneIndex({ database, agency, params }: PortalCall): Promise<PortalPage | null> {
  const one = (await publicIndices(database, agency.id)).find(({ slug }) => slug === params.slug);
  if (!one) return null;
  const whole = wholeOf(one);
  const parts = one.results.filter(({ component }) => component !== null);
  return {
    kind: "page",
    title: `${one.shortName}: ${one.name}`,
    description: `Kết quả ${one.shortName} qua các năm, điểm và hạng, kèm nguồn; ${one.publisher} công bố.`,
    path: `${INDICES_PATH}/${one.slug}`,
    crumbs: [{ label: "Chỉ số", href: INDICES_PATH }],
    body: (
      <article>
        <h1>
          {one.shortName}: {one.name}
        </h1>
        <p class="facts">
          {views[one.view]} đánh giá; {one.publisher} công bố; thang điểm đến{" "}
          {scoreInWords(one.most, one.unit)}.
        </p>
        <Charts one={one} />
        <section aria-labelledby="ket-qua">
          <h2 id="ket-qua">Kết quả đã công bố</h2>
          {whole.length > 0 ? (
            <Table caption={`Kết quả ${one.shortName} theo năm`} rows={whole} one={one} />
          ) : (
            <p>Chưa có kết quả nào ghi ở đây.</p>
          )}
          {one.uncertain > 0 && (
            <p class="soft">
              Còn {one.uncertain} kết quả chưa đối chiếu với bản công bố gốc nên chưa nêu ở đây.
            </p>
          )}
        </section>
        {parts.length > 0 && (
          <section aria-labelledby="thanh-phan">
            <h2 id="thanh-phan">Từng thành phần</h2>
            <Table caption={`Kết quả các thành phần của ${one.shortName}`} rows={parts} one={one} />
          </section>
        )}
      </article>
    ),
    tags: [PAGES_TAG],
    lastModified: one.changedAt,
  };
}

/** The way to the indices on the home page; null before any is public. */
export async function answerHomeIndices({ database, agency }: PortalCall): Promise<HomePart | null> {
  const all = await publicIndices(database, agency.id);
  if (all.length === 0) return null;
  return {
    body: (
      <section aria-labelledby="chi-so">
        <h2 id="chi-so">Kết quả chỉ số</h2>
        <p>{all.map(({ shortName }) => shortName).join(", ")}: điểm, hạng qua các năm, kèm nguồn công bố.</p>
        <p class="more">
          <a href={INDICES_PATH}>Xem kết quả các chỉ số</a>
        </p>
      </section>
    ),
    tags: [PAGES_TAG],
    lastModified: null,
  };
}
