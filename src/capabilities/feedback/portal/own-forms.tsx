/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { CONSENT_WORDS, type Feedback, LONGEST_WORDS, ratingNames, ratings } from "../published.ts";

export function AddForm({ action, asks, most }: { action: string; asks: boolean; most: number }) {
  return (
    <section aria-labelledby="bo-sung-tieu-de">
      <h2 id="bo-sung-tieu-de">{asks ? "Bổ sung theo đề nghị" : "Bổ sung thông tin, ảnh"}</h2>
      <form {...{ action }} method="post" class="stacked" enctype="multipart/form-data">
        <input type="hidden" name="viec" value="bo-sung" />
        <div class="field">
          <label for="bo-sung">Điều bạn muốn bổ sung</label>
          <textarea id="bo-sung" name="bo-sung" rows={5} maxlength={LONGEST_WORDS} />
        </div>
        {most > 0 && (
          <div class="field">
            <label for="anh">Thêm ảnh (còn nhận {most} ảnh)</label>
            <input id="anh" name="anh" type="file" accept="image/jpeg,image/png,image/webp" multiple />
          </div>
        )}
        <button type="submit">Gửi bổ sung</button>
      </form>
    </section>
  );
}

export function RateForm({ action, row }: { action: string; row: Feedback }) {
  return (
    <section aria-labelledby="danh-gia-tieu-de">
      <h2 id="danh-gia-tieu-de">Bạn thấy trả lời này thế nào?</h2>
      {row.rating && <p>Bạn đã đánh giá: {ratings[row.rating]}. Chọn lại nếu muốn đổi.</p>}
      <form {...{ action }} method="post" class="stacked">
        <input type="hidden" name="viec" value="danh-gia" />
        <fieldset class="field" id="muc">
          <legend>Mức độ hài lòng</legend>
          {ratingNames.map((rating) => (
            <label class="choice">
              <input type="radio" name="muc" value={rating} checked={row.rating === rating} />
              <span>{ratings[rating]}</span>
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="y-kien">Vì sao (không bắt buộc)</label>
          <textarea id="y-kien" name="y-kien" rows={3} maxlength={1000}>
            {row.ratingWords ?? ""}
          </textarea>
        </div>
        <button type="submit">Gửi đánh giá</button>
      </form>
    </section>
  );
}

export function ReopenForm({ action, until }: { action: string; until: string }) {
  return (
    <section aria-labelledby="xem-lai-tieu-de">
      <h2 id="xem-lai-tieu-de">Chưa đồng ý?</h2>
      <form {...{ action }} method="post" class="stacked">
        <input type="hidden" name="viec" value="xem-lai" />
        <div class="field">
          <label for="vi-sao">Điều chưa được giải quyết</label>
          <p class="hint" id="vi-sao-goi-y">
            Đề nghị xem lại một lần, đến hết ngày {formatDate(until)}.
          </p>
          <textarea id="vi-sao" name="vi-sao" rows={4} maxlength={2000} aria-describedby="vi-sao-goi-y" />
        </div>
        <button type="submit">Đề nghị xem lại</button>
      </form>
    </section>
  );
}

export function ConsentForm({ action, name }: { action: string; name: string | null }) {
  return (
    <section aria-labelledby="neu-ten-tieu-de">
      <h2 id="neu-ten-tieu-de">Nêu tên khi công khai</h2>
      {name === null ? (
        <form {...{ action }} method="post" class="stacked">
          <input type="hidden" name="viec" value="neu-ten" />
          <p class="hint">
            Không đánh dấu thì phản ánh được công khai không kèm tên, sau khi che mọi dữ liệu cá nhân.
          </p>
          <div class="field">
            <label class="choice">
              <input type="checkbox" name="dong-y" value="co" />
              <span>{CONSENT_WORDS}</span>
            </label>
          </div>
          <div class="field">
            <label for="ten-hien">Tên hiển thị</label>
            <input id="ten-hien" name="ten-hien" maxlength={100} />
          </div>
          <button type="submit">Đồng ý nêu tên</button>
        </form>
      ) : (
        <form {...{ action }} method="post" class="stacked">
          <input type="hidden" name="viec" value="thoi-neu-ten" />
          <p>Bạn đã đồng ý nêu tên: {name}.</p>
          <button type="submit">Rút đồng ý, gỡ tên ngay</button>
        </form>
      )}
    </section>
  );
}

export function WithdrawForm({ action }: { action: string }) {
  return (
    <details class="feedback-withdraw">
      <summary>Rút phản ánh này</summary>
      <form {...{ action }} method="post" class="stacked">
        <input type="hidden" name="viec" value="rut" />
        <div class="field">
          <label class="choice">
            <input type="checkbox" name="chac" value="co" />
            <span>Tôi chắc chắn muốn rút; cơ quan sẽ dừng xử lý.</span>
          </label>
        </div>
        <button type="submit">Rút phản ánh</button>
      </form>
    </details>
  );
}
