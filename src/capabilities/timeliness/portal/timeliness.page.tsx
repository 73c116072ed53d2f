/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Empty, Moment, percentText, ShareBar } from "#platform/http/portal-parts.tsx";
import { averageDays, PAGES_TAG, type Publication, publicApologies, publicationsOf } from "../published.ts";
import { APOLOGIES_PATH, TIMELINESS_PATH } from "./timeliness-path.ts";

const columns = [
  ["received", "Tiếp nhận"],
  ["resolved", "Đã giải quyết"],
  ["early", "Trước hạn"],
  ["onTime", "Đúng hạn"],
  ["late", "Quá hạn"],
  ["inProgressOverdue", "Còn quá hạn"],
] as const;

type Figures = Publication["figures"];

function FigureTable({ figures: { totals, units } }: { figures: Figures }) {
  const rows = [{ ...totals, label: "Cả cơ quan" }, ...units];
  return (
    <section class="table-scroll" aria-label="Bảng số hồ sơ theo đơn vị" tabindex={0}>
      <table>
        <caption>
          Số hồ sơ theo đơn vị giải quyết. “Còn quá hạn”: chưa có kết quả và đã qua ngày hẹn trả. “Ngày bình
          quân”: số ngày làm việc bình quân để có kết quả.
        </caption>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            {columns.map(([, label]) => (
              <th scope="col" class="number">
                {label}
              </th>
            ))}
            <th scope="col">Trước hạn và đúng hạn</th>
            <th scope="col" class="number">
              Ngày bình quân
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              {columns.map(([key]) => (
                <td class="number">{countText(row[key])}</td>
              ))}
              <td>
                {percentText(row.onTimeShare.numerator, row.onTimeShare.denominator)}
                {row.onTimeShare.denominator > 0 && (
                  <span class="soft">
                    {" "}
                    ({countText(row.onTimeShare.numerator)}/{countText(row.onTimeShare.denominator)})
                  </span>
                )}
                <ShareBar done={row.onTimeShare.numerator} total={row.onTimeShare.denominator} />
              </td>
              <td class="number">{averageDays(row)?.toLocaleString("vi-VN") ?? "không phát sinh"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const shares = [
  ["online", "Nộp trực tuyến, trên số tiếp nhận mới"],
  ["ePayment", "Thanh toán trực tuyến, trên số có nghĩa vụ tài chính"],
  ["eResult", "Kết quả điện tử, trên số đã giải quyết"],
  ["digitised", "Số hóa thành phần hồ sơ, trên số tiếp nhận mới"],
  ["circulated", "Luân chuyển điện tử, trên số có luân chuyển"],
] as const;

function Shares({ totals }: { totals: Figures["totals"] }) {
  return (
    <section aria-labelledby="ty-le">
      <h2 id="ty-le">Dịch vụ công trực tuyến, số hóa</h2>
      <ul>
        {shares.map(([key, label]) => (
          <li>
            {label}: <strong>{percentText(totals[key].numerator, totals[key].denominator)}</strong>
            {totals[key].denominator > 0 && (
              <>
                {" "}
                ({countText(totals[key].numerator)}/{countText(totals[key].denominator)})
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Shown {
  one: Publication;
  versions: Publication[];
  others: Publication[];
  hasApologies: boolean;
}

function Published({ one, versions, others, hasApologies }: Shown) {
  const { figures } = one;
  return (
    <article>
      <h1>Tiến độ giải quyết hồ sơ, {figures.label}</h1>
      <p class="facts">
        Số liệu từ ngày {formatDate(figures.from)} đến hết ngày {formatDate(figures.until)}; công khai lúc{" "}
        <Moment at={one.publishedAt} />
        {one.version > 1 && <>, bản sửa lần {one.version - 1}</>}.
      </p>
      <section aria-labelledby="theo-don-vi">
        <h2 id="theo-don-vi">Theo đơn vị</h2>
        <FigureTable figures={figures} />
      </section>
      <Shares totals={figures.totals} />
      <section aria-labelledby="cach-tinh">
        <h2 id="cach-tinh">Cách tính</h2>
        <ul>
          {figures.method.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      {versions.length > 1 && (
        <section aria-labelledby="cac-ban">
          <h2 id="cac-ban">Các lần công khai kỳ này</h2>
          <ul>
            {versions.map(({ version, reason, publishedAt, figures: { totals } }) => (
              <li>
                <Moment at={publishedAt} />: {version === 1 ? "công khai lần đầu" : `sửa, vì: ${reason}`}; đã
                giải quyết {countText(totals.resolved)}, quá hạn {countText(totals.late)}.
              </li>
            ))}
          </ul>
        </section>
      )}
      {hasApologies && (
        <p>
          <a href={APOLOGIES_PATH}>Các lời xin lỗi về hồ sơ trễ hạn</a>
        </p>
      )}
      {others.length > 0 && (
        <section aria-labelledby="ky-khac">
          <h2 id="ky-khac">Kỳ khác</h2>
          <ul class="rows">
            {others.map(({ period, figures: { label } }) => (
              <li>
                <a href={`${TIMELINESS_PATH}/${period}`}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

const standing = (all: Publication[]): Publication[] =>
  all.filter(({ period, version }) => !all.some((one) => one.period === period && one.version > version));

/** /tien-do-ho-so: what was made public last; /tien-do-ho-so/2026-Q3: one period. */
export async function answerTimeliness({ database, agency, params }: PortalCall): Promise<PortalPage | null> {
  const all = await publicationsOf(database, agency.id);
  const newest = standing(all);
  const wanted = params.period;
  const one = wanted === undefined ? newest[0] : newest.find(({ period }) => period === wanted.toUpperCase());
  if (!one && wanted !== undefined) return null;
  const hasApologies = (await publicApologies(database, agency.id)).apologies.length > 0;
  return {
    kind: "page",
    title: one ? `Tiến độ giải quyết hồ sơ, ${one.figures.label}` : "Tiến độ giải quyết hồ sơ",
    description: `Hồ sơ thủ tục hành chính do ${agency.name} giải quyết trước hạn, đúng hạn, quá hạn, theo đơn vị.`,
    path: wanted === undefined ? TIMELINESS_PATH : `${TIMELINESS_PATH}/${one!.period}`,
    crumbs: wanted === undefined ? [] : [{ label: "Tiến độ giải quyết hồ sơ", href: TIMELINESS_PATH }],
    body: one ? (
      <Published
        one={one}
        versions={all.filter(({ period }) => period === one.period)}
        others={newest.filter(({ period }) => period !== one.period)}
        hasApologies={hasApologies}
      />
    ) : (
      <>
        <h1>Tiến độ giải quyết hồ sơ</h1>
        <Empty>
          <p>Cơ quan chưa công khai số liệu tiến độ hồ sơ tại đây.</p>
          {hasApologies && (
            <p>
              <a href={APOLOGIES_PATH}>Các lời xin lỗi về hồ sơ trễ hạn</a>
            </p>
          )}
        </Empty>
      </>
    ),
    tags: [PAGES_TAG],
    lastModified: one?.publishedAt ?? null,
  };
}

/** The way to the figures on the home page; null before any are public. */
export async function answerHomeTimeliness({ database, agency }: PortalCall): Promise<HomePart | null> {
  const [one] = standing(await publicationsOf(database, agency.id));
  if (!one) return null;
  const { onTimeShare: share } = one.figures.totals;
  return {
    body: (
      <section aria-labelledby="tien-do-ho-so">
        <h2 id="tien-do-ho-so">Tiến độ giải quyết hồ sơ</h2>
        <p>
          {one.figures.label}: {percentText(share.numerator, share.denominator)} hồ sơ có kết quả trước hạn và
          đúng hạn ({countText(share.numerator)}/{countText(share.denominator)}).
        </p>
        <p class="more">
          <a href={TIMELINESS_PATH}>Xem theo từng đơn vị</a>
        </p>
      </section>
    ),
    tags: [PAGES_TAG],
    lastModified: one.publishedAt,
  };
}
