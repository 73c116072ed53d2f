/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { feedbackRuleOf } from "../published.ts";
import { SEND_PATH } from "./send-form.tsx";

export const FEEDBACK_PATH = "/phan-anh";

/** /phan-anh: how to say something, and what becomes of it. */
export async function answerFeedback({ database, agency }: PortalCall): Promise<PortalPage> {
  const { handleDays, basis, complaintPlace } = await feedbackRuleOf(database, agency.id);
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
