/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { PageLinks } from "#platform/http/portal-parts.tsx";
import { feedbackRuleOf, livePublications, publicationPath } from "../published.ts";
import { dayOf } from "./outcome.page.tsx";
import { SEND_PATH } from "./send-form.tsx";

const PAGE = 30;

export const FEEDBACK_PATH = "/phan-anh";

/** /phan-anh: how to say something, and what becomes of it. */
export async function answerFeedback({ database, agency, query }: PortalCall): Promise<PortalPage> {
  const { handleDays, basis, complaintPlace } = await feedbackRuleOf(database, agency.id);
  const page = Math.max(1, Math.min(1000, Math.floor(Number(query.trang)) || 1));
  const found = await livePublications(database, agency.id, PAGE + 1, (page - 1) * PAGE);
  const hrefOf = (n: number) => (n > 1 ? `${FEEDBACK_PATH}?trang=${n}` : FEEDBACK_PATH);
  return {
    kind: "page",
    title: "Phản ánh, kiến nghị",
    description: `Gửi phản ánh, kiến nghị, câu hỏi tới ${agency.name}; theo dõi xử lý.`,
    path: FEEDBACK_PATH,
    crumbs: [],
    tags: ["feedback:any"],
    body: (
      <>
        <h1>Phản ánh, kiến nghị</h1>
        <p class="lead">
          Thấy việc chậm, phiền hà, quy định vướng mắc, hay có cách làm tốt hơn, hãy nói với {agency.name}. Cơ
          quan trả lời trong {handleDays} ngày làm việc{basis && ` (${basis})`}.
        </p>
        <p>
          <a class="button" href={SEND_PATH}>
            Gửi phản ánh, kiến nghị
          </a>
        </p>
        {found.length > 0 && (
          <section aria-labelledby="da-tra-loi">
            <h2 id="da-tra-loi">Đã trả lời, công khai</h2>
            <ul class="sections">
              {found.slice(0, PAGE).map((one) => (
                <li>
                  <p>
                    <a href={publicationPath(one)}>{one.title}</a>
                  </p>
                  <p class="facts">
                    {one.fieldName} · {one.unitName} trả lời {dayOf(one.answeredOn, one.tellsDay)}
                  </p>
                </li>
              ))}
            </ul>
            <PageLinks page={page} pages={found.length > PAGE ? page + 1 : page} hrefOf={hrefOf} />
          </section>
        )}
        <h2>Cách khác</h2>
        <ul>
          {agency.hotline && (
            <li>
              Đường dây nóng: <a href={`tel:${agency.hotline.replace(/[^+\d]/g, "")}`}>{agency.hotline}</a>
            </li>
          )}
          {agency.phone && (
            <li>
              Điện thoại: <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>
            </li>
          )}
          {agency.email && (
            <li>
              Thư điện tử: <a href={`mailto:${agency.email}`}>{agency.email}</a>
            </li>
          )}
          {agency.address && <li>Gửi văn bản hoặc đến trực tiếp: {agency.address}</li>}
        </ul>
        <h2>Đã gửi rồi?</h2>
        <p>Mở đường dẫn riêng bạn nhận khi gửi (cũng ở trong thư của cơ quan, nếu bạn đã ghi địa chỉ thư).</p>
        <h2>Khiếu nại, tố cáo</h2>
        <p>Khiếu nại, tố cáo có trình tự riêng theo luật, không gửi qua đây. {complaintPlace}</p>
      </>
    ),
  };
}
