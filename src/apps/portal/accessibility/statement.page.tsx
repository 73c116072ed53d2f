/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText } from "#platform/http/portal-parts.tsx";
import { criteria } from "./criteria.ts";
import type { AccessibilityFacts, AccessibilityResults } from "./results.ts";

const nameOf = new Map(criteria.map(({ id, name }) => [id, name]));

function Tested({ results, version }: { results: AccessibilityResults; version: string }) {
  const { testedOn, tool, browser, widths, pages } = results;
  const known = results.criteria.filter(({ id }) => nameOf.has(id));
  const failing = known.filter(({ failed }) => failed > 0);
  const looked = new Set(known.map(({ id }) => id));
  const untested = criteria.filter(({ id }) => !looked.has(id));
  return (
    <>
      <p>
        Ngày {formatDate(testedOn)}, {countText(pages.length)} trang của phiên bản {results.version} với dữ
        liệu mẫu được mở bằng {browser}, ở bề ngang {widths.join(" và ")} điểm ảnh, và kiểm tra bằng {tool}.
        {results.version !== version && ` Phiên bản đang chạy là ${version}, chưa có kết quả kiểm tra riêng.`}
      </p>
      <p>
        {failing.length === 0
          ? `Công cụ không tìm thấy lỗi ở ${known.length} tiêu chí nó kiểm tra được.`
          : `Công cụ tìm thấy lỗi ở ${failing.length} trong ${known.length} tiêu chí nó kiểm tra được.`}{" "}
        Công cụ chỉ thấy được một phần các lỗi có thể có; {untested.length} trong {criteria.length} tiêu chí
        mức A và AA của WCAG 2.2 nó không kiểm tra. Vì vậy cơ quan không tuyên bố đáp ứng đầy đủ. Nội dung cơ
        quan tự đăng không nằm trong lần kiểm tra này.
      </p>
      <section class="table-scroll" aria-label="Bảng kết quả kiểm tra" tabindex={0}>
        <table>
          <caption>Kết quả theo tiêu chí WCAG 2.2</caption>
          <thead>
            <tr>
              <th scope="col">Tiêu chí</th>
              <th scope="col" class="number">
                Chỗ đạt
              </th>
              <th scope="col" class="number">
                Chỗ lỗi
              </th>
              <th scope="col" class="number">
                Chờ người xem
              </th>
            </tr>
          </thead>
          <tbody>
            {known.map(({ id, passed, failed, unsure }) => (
              <tr>
                <th scope="row">
                  {id} {nameOf.get(id)}
                </th>
                <td class="number">{countText(passed)}</td>
                <td class="number">{countText(failed)}</td>
                <td class="number">{countText(unsure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details class="how">
        <summary>Những gì chưa được kiểm tra tự động ({untested.length} tiêu chí)</summary>
        <ul>
          {untested.map(({ id, level, name }) => (
            <li>
              {id} (mức {level}) {name}
            </li>
          ))}
        </ul>
      </details>
      <details class="how">
        <summary>Các trang đã mở ({countText(pages.length)})</summary>
        <ul>
          {pages.map(({ label, path }) => (
            <li>
              {label}: {path}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** /tro-nang: what readers can do, and what is known of it by tests; nothing is claimed beyond them. */
export function accessibilityPage({ agency }: PortalCall, facts: AccessibilityFacts): PortalPage {
  const { results, byHand, version } = facts;
  return {
    kind: "page",
    title: "Tuyên bố về khả năng tiếp cận",
    description:
      "Trang này dùng được đến đâu bằng bàn phím, trình đọc màn hình; đã kiểm tra gì, chưa kiểm tra gì.",
    path: "/tro-nang",
    crumbs: [],
    tags: [],
    body: (
      <div class="rich">
        <h1>Tuyên bố về khả năng tiếp cận</h1>
        <p class="lead">{agency.name} muốn mọi người đều đọc và dùng được cổng thông tin này.</p>
        <h2>Trang được làm để bạn có thể</h2>
        <ul>
          <li>phóng chữ đến 200% mà không mất nội dung;</li>
          <li>đi qua mọi liên kết và ô nhập chỉ bằng bàn phím;</li>
          <li>nghe trang bằng trình đọc màn hình tiếng Việt;</li>
          <li>đọc trên điện thoại nhỏ, mạng chậm, hoặc khi trình duyệt tắt JavaScript;</li>
          <li>in từng bài ra giấy.</li>
        </ul>
        <h2 id="hien-thi">Cỡ chữ và độ tương phản</h2>
        <p>
          Ở đầu mỗi trang có nút chọn cỡ chữ vừa, lớn, rất lớn và nút “Tương phản cao”. Lựa chọn được nhớ
          trong trình duyệt này một năm bằng một tệp nhỏ (cookie) chỉ ghi cách hiển thị, không ghi bạn là ai.
        </p>
        <h2>Đã kiểm tra những gì</h2>
        <p>Đích nhắm tới là mức AA của hướng dẫn WCAG 2.2 và Thông tư 26/2020/TT-BTTTT.</p>
        {results ? (
          <Tested results={results} version={version} />
        ) : (
          <p>
            <strong>Chưa có kết quả kiểm tra nào được ghi lại cho phiên bản đang chạy ({version}).</strong> Cơ
            quan chưa tuyên bố mức đáp ứng.
          </p>
        )}
        {byHand.tried.length > 0 ? (
          <>
            <p>Kiểm tra bằng tay:</p>
            <ul>
              {byHand.tried.map((one) => (
                <li>
                  {one.what}, với {one.with}, ngày {formatDate(one.on)}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>Chưa ghi lần kiểm tra nào bằng tay, bằng trình đọc màn hình hay với người khuyết tật.</p>
        )}
        <h2>Chỗ còn hạn chế</h2>
        {byHand.known.length > 0 ? (
          <ul>
            {byHand.known.map(({ what, since }) => (
              <li>
                {what} (ghi ngày {formatDate(since)})
              </li>
            ))}
          </ul>
        ) : (
          <p>Chưa ghi hạn chế nào ngoài kết quả trên.</p>
        )}
        <h2>Khi gặp khó khăn</h2>
        <p>
          Hãy cho cơ quan biết trang nào và khó ở đâu
          {agency.email && (
            <>
              {" "}
              qua thư <a href={`mailto:${agency.email}`}>{agency.email}</a>
            </>
          )}
          {agency.phone && (
            <>
              {agency.email ? " hoặc" : " qua"} điện thoại{" "}
              <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>
            </>
          )}
          . Xem thêm tại trang <a href="/gioi-thieu">Giới thiệu và liên hệ</a>.
        </p>
      </div>
    ),
  };
}
