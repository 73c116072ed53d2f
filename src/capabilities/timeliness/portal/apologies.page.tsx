/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { Empty, Moment } from "#platform/http/portal-parts.tsx";
import { PAGES_TAG, type PublicApology, publicApologies, removalOf } from "../published.ts";
import { APOLOGIES_PATH, TIMELINESS_PATH } from "./timeliness-path.ts";

function Apologies({ rows }: { rows: PublicApology[] }) {
  return (
    <section class="table-scroll" aria-label="Các lời xin lỗi" tabindex={0}>
      <table>
        <caption>Hồ sơ trễ hạn mà cơ quan đã xin lỗi</caption>
        <thead>
          <tr>
            <th scope="col">Mã hồ sơ (đã che)</th>
            <th scope="col">Thủ tục</th>
            <th scope="col">Đơn vị</th>
            <th scope="col" class="number">
              Chậm (ngày làm việc)
            </th>
            <th scope="col">Lý do</th>
            <th scope="col">Ngày xin lỗi</th>
            <th scope="col">Hẹn lại</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a href={`${APOLOGIES_PATH}/${row.id}`}>{row.code}</a>
              </th>
              <td>{row.procedureName}</td>
              <td>{row.unit}</td>
              <td class="number">{row.daysLate ?? "chưa có kết quả"}</td>
              <td>{row.reason}</td>
              <td>{formatDate(row.sentOn)}</td>
              <td>{row.newDueOn ? formatDate(row.newDueOn) : "không"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** /tien-do-ho-so/xin-loi: for what the agency apologised, nobody named. */
export async function answerApologies({ database, agency }: PortalCall): Promise<PortalPage> {
  const { apologies: rows, removed } = await publicApologies(database, agency.id);
  return {
    kind: "page",
    title: "Xin lỗi về hồ sơ trễ hạn",
    description: `Các hồ sơ trễ hạn mà ${agency.name} đã xin lỗi, lý do và ngày hẹn mới; không có thông tin người nộp.`,
    path: APOLOGIES_PATH,
    crumbs: [{ label: "Tiến độ giải quyết hồ sơ", href: TIMELINESS_PATH }],
    body: (
      <>
        <h1>Xin lỗi về hồ sơ trễ hạn</h1>
        <p class="lead">
          Hồ sơ trả chậm so với ngày hẹn, cơ quan đã gửi lời xin lỗi tới người nộp. Không nêu tên, địa chỉ, số
          điện thoại của ai.
        </p>
        {rows.length > 0 ? (
          <Apologies rows={rows} />
        ) : (
          <Empty>
            <p>Không có lời xin lỗi nào đang được công khai tại đây.</p>
          </Empty>
        )}
        {removed > 0 && (
          <p class="soft">Đã gỡ {removed} lời xin lỗi, hết thời hạn công khai hoặc có lý do khác.</p>
        )}
      </>
    ),
    tags: [PAGES_TAG],
    lastModified: null,
  };
}

/** /tien-do-ho-so/xin-loi/<id>: one apology; one that was taken off answers with the day and the reason. */
export async function answerOneApology({ database, agency, params }: PortalCall): Promise<PortalPage | null> {
  const id = params.id ?? "";
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const one = (await publicApologies(database, agency.id)).apologies.find((row) => row.id === id);
  const removal = one ? null : await removalOf(database, agency.id, id);
  if (!one && !removal) return null;
  const page = {
    kind: "page" as const,
    path: `${APOLOGIES_PATH}/${id}`,
    crumbs: [
      { label: "Tiến độ giải quyết hồ sơ", href: TIMELINESS_PATH },
      { label: "Xin lỗi về hồ sơ trễ hạn", href: APOLOGIES_PATH },
    ],
    description: `Lời xin lỗi của ${agency.name} về một hồ sơ trễ hạn; không có thông tin người nộp.`,
    tags: [PAGES_TAG],
    unlisted: true,
    lastModified: null,
  };
  if (one)
    return {
      ...page,
      title: `Xin lỗi về hồ sơ ${one.code}`,
      body: (
        <>
          <h1>Xin lỗi về hồ sơ {one.code}</h1>
          <Apologies rows={[one]} />
        </>
      ),
    };
  return {
    ...page,
    status: 410,
    title: "Lời xin lỗi đã gỡ",
    body: (
      <>
        <h1>Lời xin lỗi đã gỡ</h1>
        <p>
          Lời xin lỗi này không còn công khai từ <Moment at={removal!.removedAt} />. Lý do: {removal!.reason}.
        </p>
        <p>
          <a href={APOLOGIES_PATH}>Các lời xin lỗi đang công khai</a>
        </p>
      </>
    ),
  };
}
