import { html } from "hono/html";
import type { OutgoingCall } from "#platform/work/plug.ts";

/** What systems outside are told of, and how they make sure that it is us: for who writes the receiving side. */
export function callsPart(calls: OutgoingCall[]) {
  return html`<h2 id="bao-tin">Báo tin cho hệ thống khác (webhooks)</h2>
    <p>
      Người quản trị thêm hệ thống ở trang “Báo tin cho hệ thống khác”, chọn việc được báo và nhận khóa ký, chỉ hiện một
      lần. Mỗi việc là một lần gọi <code>POST</code> tới địa chỉ đã ghi, thân là JSON
      <code>{"type", "timestamp", "data"}</code>, theo quy ước Standard Webhooks; hình dạng từng loại ở mục
      <code>webhooks</code> của <a href="/api/openapi.json">/api/openapi.json</a>.
    </p>
    <h3>Kiểm tra chữ ký</h3>
    <ol>
      <li>Lấy nguyên các byte của thân và các đầu mục <code>webhook-id</code>, <code>webhook-timestamp</code>.</li>
      <li>Bỏ chữ <code>whsec_</code> ở đầu khóa, giải mã Base64 phần còn lại.</li>
      <li>
        Tính HMAC-SHA256 của <code>webhook-id.webhook-timestamp.thân</code> với khóa đó, viết bằng Base64; một trong các
        chữ ký <code>v1,…</code> ở <code>webhook-signature</code> phải bằng kết quả (so sánh trong thời gian không đổi).
      </li>
      <li>Từ chối khi <code>webhook-timestamp</code> lệch giờ máy quá 5 phút: đó là tin bị phát lại.</li>
      <li>Mỗi <code>webhook-id</code> chỉ xử lý một lần: tin có thể đến hơn một lần, luôn cùng mã và cùng thân.</li>
    </ol>
    <h3>Cách gửi</h3>
    <ul>
      <li>Trả lời mã 2xx trong 10 giây là đã nhận. Không đi theo chuyển hướng; câu trả lời dài quá 64 KB bị cắt.</li>
      <li>
        Tin gửi lần lượt theo thứ tự ghi nhận; tin sau chỉ đi khi tin trước đã xong. Hai việc của cùng một bài xảy ra
        cùng lúc có thể đổi chỗ: hãy so <code>timestamp</code>.
      </li>
      <li>
        Chưa nhận được thì thử lại sau 5 giây, 1 phút, 5 phút, 30 phút, 2 giờ, 6 giờ rồi 12 giờ một lần; tôn trọng
        <code>Retry-After</code>.
      </li>
      <li>Mã 400, 413, 415, 422 là từ chối riêng tin đó: sau 3 lần thì thôi gửi tin đó và gửi tin tiếp theo.</li>
      <li>Mã 410, hoặc 5 ngày liền không nhận tin nào: ngừng báo và báo người quản trị. Tin chờ được giữ 30 ngày.</li>
      <li>Đổi khóa thì trong 24 giờ mỗi tin có hai chữ ký, của khóa mới và khóa cũ.</li>
    </ul>
    <table>
      <caption>Các việc được báo</caption>
      <thead>
        <tr><th scope="col">Loại</th><th scope="col">Việc</th></tr>
      </thead>
      <tbody>
        ${calls.map(({ slug, label }) => html`<tr><td><code>${slug}</code></td><td>${label}</td></tr>`)}
      </tbody>
    </table>`;
}
