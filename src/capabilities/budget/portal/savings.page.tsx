/** @jsxImportSource hono/jsx */
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Empty, Moment } from "#platform/http/portal-parts.tsx";
import {
  PAGES_TAG,
  type PublicSaving,
  publicSavings,
  SAVINGS_PATH,
  type Saved,
  savedText,
  savingMeasureWords,
} from "../published.ts";

const TITLE = "Thời gian, chi phí người dân tiết kiệm được";

const sumOf = (rows: PublicSaving[]): Saved => {
  const sum = (of: keyof Saved) => rows.reduce((total, { whole }) => total + whole[of], 0);
  return { minutes: sum("minutes"), ways: sum("ways"), dong: sum("dong") };
};
const newestOf = (rows: PublicSaving[]): Date =>
  new Date(Math.max(...rows.map(({ approvedAt }) => approvedAt.getTime())));

const columns = [
  ["minutes", "Phút"],
  ["ways", "Lượt đi lại"],
  ["dong", "Đồng"],
] as const;

function Table({ rows, year }: { rows: PublicSaving[]; year: number }) {
  const total = sumOf(rows);
  return (
    <section class="table-scroll" aria-label="Bảng số tiết kiệm được" tabindex={0}>
      <table>
        <caption>
          Năm báo cáo {year}: số hồ sơ nhân với mức tiết kiệm của mỗi hồ sơ. Ô để gạch: không tính mức ấy.
        </caption>
        <thead>
          <tr>
            <th scope="col">Thủ tục, kỳ</th>
            <th scope="col" class="number">
              Hồ sơ
            </th>
            {columns.map(([, label]) => (
              <th scope="col" class="number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, scopeName, periodLabel, dossiers, whole }) => (
            <tr>
              <th scope="row">
                <a href={`#${id}`}>{scopeName}</a>, {periodLabel}
              </th>
              <td class="number">{countText(dossiers)}</td>
              {columns.map(([key]) => (
                <td class="number">{whole[key] > 0 ? countText(whole[key]) : "–"}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Cộng</th>
            <td class="number">–</td>
            {columns.map(([key]) => (
              <td class="number">{total[key] > 0 ? countText(total[key]) : "–"}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function One({ row }: { row: PublicSaving }) {
  const { id, scopeName, periodLabel, dossiers, whole, measure, countedBy, countedAt } = row;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>
        {scopeName}, {periodLabel}
      </h3>
      <ul>
        <li>
          {countText(dossiers)} hồ sơ × {savedText(row)} = <strong>{savedText(whole)}</strong>, từ ngày{" "}
          {formatDate(row.fromOn)} đến hết ngày {formatDate(row.toOn)}.
        </li>
        <li>
          Hồ sơ được tính:{" "}
          {measure === "entered"
            ? `đếm theo ${countedBy}`
            : `${savingMeasureWords[measure].toLocaleLowerCase("vi")}, đếm từ bảng hồ sơ lúc ${formatDateTime(countedAt)}`}
          .
        </li>
        <li>Cách tính: {row.method}</li>
        <li>
          Nguồn:{" "}
          {row.link === "" ? (
            row.documentTitle
          ) : (
            <a href={row.link} rel="noopener">
              {row.documentTitle}
            </a>
          )}
          , số {row.documentNumber} ngày {formatDate(row.documentDay)}.
        </li>
        <li>
          Duyệt, công khai lúc <Moment at={row.approvedAt} />.
        </li>
      </ul>
    </section>
  );
}

/** /tiet-kiem-cho-nguoi-dan: the newest reporting year; with a year that one. */
export async function answerSavings({ database, agency, params }: PortalCall): Promise<PortalPage | null> {
  const all = await publicSavings(database, agency.id);
  const years = [...new Set(all.map((row) => row.year))].toSorted((one, other) => other - one);
  const wanted = params.year;
  const year = wanted === undefined ? years[0] : years.find((one) => String(one) === wanted);
  if (year === undefined && wanted !== undefined) return null;
  const rows = all.filter((row) => row.year === year);
  const others = years.filter((one) => one !== year);
  return {
    kind: "page",
    title: year === undefined ? TITLE : `${TITLE}, năm ${year}`,
    description: `Thời gian, lượt đi lại, chi phí người dân bớt được khi làm thủ tục tại ${agency.name}, kèm cách tính và nguồn.`,
    path: wanted === undefined ? SAVINGS_PATH : `${SAVINGS_PATH}/${year}`,
    crumbs: wanted === undefined ? [] : [{ label: TITLE, href: SAVINGS_PATH }],
    body:
      year === undefined ? (
        <>
          <h1>{TITLE}</h1>
          <Empty>
            <p>Chưa có số liệu nào có văn bản nguồn và đã được duyệt để công khai tại đây.</p>
          </Empty>
        </>
      ) : (
        <article>
          <h1>
            {TITLE}, năm {year}
          </h1>
          <p class="facts">
            {savedText(sumOf(rows))}; công khai gần nhất lúc <Moment at={newestOf(rows)} />.
          </p>
          <section aria-labelledby="bang">
            <h2 id="bang">Số tiết kiệm được</h2>
            <Table rows={rows} year={year} />
          </section>
          <section aria-labelledby="cach-tinh">
            <h2 id="cach-tinh">Cách tính và nguồn của từng số</h2>
            <p>
              Mức tiết kiệm của mỗi hồ sơ lấy từ văn bản có số và ngày; mỗi hồ sơ chỉ tính một lần; người thứ
              hai duyệt khi kỳ đã hết.
            </p>
            {rows.map((row) => (
              <One row={row} />
            ))}
          </section>
          {others.length > 0 && (
            <section aria-labelledby="nam-khac">
              <h2 id="nam-khac">Năm khác</h2>
              <ul class="rows">
                {others.map((one) => (
                  <li>
                    <a href={`${SAVINGS_PATH}/${one}`}>Năm {one}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </article>
      ),
    tags: [PAGES_TAG],
    lastModified: rows.length > 0 ? newestOf(rows) : null,
  };
}

/** The way to the figures on the home page; null before any is public. */
export async function answerHomeSavings({ database, agency }: PortalCall): Promise<HomePart | null> {
  const all = await publicSavings(database, agency.id);
  if (all.length === 0) return null;
  const year = Math.max(...all.map((row) => row.year));
  const rows = all.filter((row) => row.year === year);
  return {
    body: (
      <section aria-labelledby="tiet-kiem">
        <h2 id="tiet-kiem">{TITLE}</h2>
        <p>
          Năm {year}: {savedText(sumOf(rows))}.
        </p>
        <p class="more">
          <a href={SAVINGS_PATH}>Xem cách tính và nguồn</a>
        </p>
      </section>
    ),
    tags: [PAGES_TAG],
    lastModified: newestOf(rows),
  };
}
