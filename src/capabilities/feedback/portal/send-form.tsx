/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { Faults, Trap } from "#platform/http/form-parts.tsx";
import { feedbackKinds, kindNames, LONGEST_WORDS, MOST_PICTURES, sendsMail } from "../published.ts";
import { Field } from "./send-field.tsx";
import { type Fault, type FormStep, steps, stepTitles, type Typed } from "./sent-fields.ts";

export const SEND_PATH = "/phan-anh/gui";

export interface ShownForm {
  step: FormStep;
  typed: Typed;
  faults: Fault[];
  fields: { id: string; name: string }[];
  rule: { handleDays: number; keepDays: number; complaintPlace: string };
}

/** Which of what was typed each step asks for; the rest travels unseen. */
const asked: Record<FormStep, (keyof Typed)[]> = {
  loai: ["loai", "linh-vuc"],
  "noi-dung": ["loi-ke", "noi", "khong-phai"],
  "lien-he": ["ten", "dien-thoai", "dia-chi", "thu"],
  "xem-lai": [],
};

function Carried({ typed, but = [] }: { typed: Typed; but?: (keyof Typed)[] }) {
  return (
    <>
      {(Object.keys(typed) as (keyof Typed)[])
        .filter((name) => !but.includes(name))
        .map((name) => (
          <input type="hidden" name={name} value={typed[name]} />
        ))}
    </>
  );
}

function Kind({ typed, fields, rule }: ShownForm) {
  return (
    <>
      <fieldset class="field" id="loai">
        <legend>Điều gần nhất với việc của bạn</legend>
        {kindNames.map((kind) => (
          <label class="choice">
            <input type="radio" name="loai" value={kind} checked={typed.loai === kind} />
            <span>{feedbackKinds[kind]}</span>
          </label>
        ))}
      </fieldset>
      <details class="field">
        <summary>Tôi muốn khiếu nại, tố cáo</summary>
        <p>
          Khiếu nại, tố cáo có trình tự riêng theo luật, không gửi qua biểu mẫu này. {rule.complaintPlace}
        </p>
      </details>
      {fields.length > 0 && (
        <div class="field">
          <label for="linh-vuc">Lĩnh vực (nếu biết)</label>
          <select id="linh-vuc" name="linh-vuc">
            <option value="">Tôi không rõ</option>
            {fields.map(({ id, name }) => (
              <option value={id} selected={typed["linh-vuc"] === id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}

function Words({ typed, faults }: ShownForm) {
  return (
    <>
      <Field
        name="loi-ke"
        label="Nội dung"
        hint="Việc gì, ở đâu, khi nào; bạn mong cơ quan làm gì. Xin đừng ghi số căn cước, số tài khoản của bất kỳ ai."
        rows={9}
        most={LONGEST_WORDS}
        {...{ typed, faults }}
      />
      <Field
        name="noi"
        label="Nơi xảy ra (không bắt buộc)"
        hint="Ví dụ: nhà văn hóa thôn, bộ phận một cửa, cổng dịch vụ công."
        most={300}
        {...{ typed, faults }}
      />
      {typed["khong-phai"] === "co" && <input type="hidden" name="khong-phai" value="co" />}
    </>
  );
}

function Contact({ typed, faults, rule }: ShownForm) {
  return (
    <>
      <p class="hint">
        Không ô nào bắt buộc. Thiếu tên hoặc cách liên hệ, cơ quan vẫn xem và trả lời bạn ở một đường dẫn
        riêng, nhưng có thể chỉ dùng làm thông tin tham khảo. Thông tin này chỉ người xử lý xem được, không
        công khai, và xóa sau {rule.keepDays} ngày kể từ khi xử lý xong.
      </p>
      <Field name="ten" label="Họ và tên" autocomplete="name" most={200} {...{ typed, faults }} />
      <Field
        name="dien-thoai"
        label="Điện thoại"
        type="tel"
        autocomplete="tel"
        most={30}
        {...{ typed, faults }}
      />
      <Field
        name="dia-chi"
        label="Địa chỉ nhận văn bản"
        autocomplete="street-address"
        most={300}
        {...{ typed, faults }}
      />
      {sendsMail() && (
        <Field
          name="thu"
          label="Thư điện tử"
          hint="Mỗi khi có thay đổi, bạn nhận một thư."
          type="email"
          autocomplete="email"
          most={200}
          {...{ typed, faults }}
        />
      )}
    </>
  );
}

function Review({ typed, fields }: ShownForm) {
  const lines: [string, string][] = [
    ["Việc", feedbackKinds[typed.loai as keyof typeof feedbackKinds] ?? ""],
    ["Lĩnh vực", fields.find(({ id }) => id === typed["linh-vuc"])?.name ?? "Để cơ quan xác định"],
    ["Nội dung", typed["loi-ke"]],
    ["Nơi xảy ra", typed.noi],
    ["Họ và tên", typed.ten],
    ["Điện thoại", typed["dien-thoai"]],
    ["Địa chỉ", typed["dia-chi"]],
    ["Thư điện tử", typed.thu],
  ];
  return (
    <>
      <dl class="feedback-review">
        {lines
          .filter(([, words]) => words !== "")
          .map(([label, words]) => (
            <div>
              <dt>{label}</dt>
              <dd class="said">{words}</dd>
            </div>
          ))}
      </dl>
      <div class="field">
        <label for="anh">Ảnh (không bắt buộc, nhiều nhất {MOST_PICTURES} ảnh)</label>
        <p class="hint" id="anh-goi-y">
          Nơi chụp và máy chụp lưu trong ảnh được xóa ngay khi nhận. Ảnh không bao giờ công khai nguyên bản.
        </p>
        <input
          id="anh"
          name="anh"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          multiple
          aria-describedby="anh-goi-y"
        />
      </div>
    </>
  );
}

const bodies = { loai: Kind, "noi-dung": Words, "lien-he": Contact, "xem-lai": Review };

/** One step of the form: one question, a way on and a way back; works without a script. */
export function SendForm({ similar, ...shown }: ShownForm & { similar?: Child }) {
  const { step, typed, faults, rule } = shown;
  const at = steps.indexOf(step);
  const Body = bodies[step];
  return (
    <>
      <p class="facts">
        Bước {at + 1} trên {steps.length}
      </p>
      <h1>{stepTitles[step]}</h1>
      {step === "loai" && (
        <p class="lead">
          Không cần tài khoản. Bạn nhận một mã và một đường dẫn riêng để theo dõi; cơ quan trả lời trong{" "}
          {rule.handleDays} ngày làm việc.
        </p>
      )}
      <Faults title="Chưa sang bước sau được; những gì bạn viết vẫn còn nguyên" faults={faults} />
      {similar}
      <form
        action={SEND_PATH}
        method="post"
        class="stacked"
        novalidate
        {...(step === "xem-lai" && { enctype: "multipart/form-data" })}
      >
        <input type="hidden" name="buoc" value={step} />
        <Carried typed={typed} but={asked[step]} />
        <Trap />
        <Body {...shown} />
        <div class="field-row">
          <button type="submit">{step === "xem-lai" ? "Gửi phản ánh, kiến nghị" : "Tiếp tục"}</button>
          {at > 0 && (
            <button type="submit" class="plain" name="di" value="lui">
              Quay lại
            </button>
          )}
        </div>
      </form>
    </>
  );
}

/** It reads like a matter for which there is another door: nothing was kept, and who wrote decides. */
export function OtherDoor({
  sort,
  typed,
  complaintPlace,
  agency,
}: {
  sort: "complaint" | "denunciation";
  typed: Typed;
  complaintPlace: string;
  agency: { name: string; phone: string | null; address: string | null };
}) {
  const name = sort === "complaint" ? "khiếu nại" : "tố cáo";
  return (
    <>
      <h1>Nội dung này giống một đơn {name}</h1>
      <p class="lead">
        Đơn {name} có trình tự, thời hạn và sự bảo vệ người gửi theo luật riêng, nên không nhận qua biểu mẫu
        này. Điều bạn viết chưa được gửi và không được lưu ở cơ quan.
      </p>
      <h2>Gửi ở đâu</h2>
      <p>{complaintPlace}</p>
      <p>
        {agency.name}
        {agency.address && `, ${agency.address}`}
        {agency.phone && (
          <>
            . Điện thoại: <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>
          </>
        )}
      </p>
      <h2>Nếu không phải đơn {name}</h2>
      <form action={SEND_PATH} method="post" class="stacked">
        <input type="hidden" name="buoc" value="noi-dung" />
        <Carried typed={typed} but={["khong-phai"]} />
        <Trap />
        <div class="field">
          <label class="choice">
            <input type="checkbox" name="khong-phai" value="co" />
            <span>Đây là phản ánh, kiến nghị hoặc câu hỏi, không phải đơn khiếu nại, tố cáo.</span>
          </label>
        </div>
        <div class="field-row">
          <button type="submit">Tiếp tục</button>
          <button type="submit" class="plain" name="di" value="sua">
            Sửa nội dung
          </button>
        </div>
      </form>
    </>
  );
}
