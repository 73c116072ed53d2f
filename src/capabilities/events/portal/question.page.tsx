/** @jsxImportSource hono/jsx */
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { judgeMark, markAgain } from "#platform/http/form-mark.ts";
import { Faults, Trap } from "#platform/http/form-parts.tsx";
import { limitCallers } from "#platform/http/limit-callers.ts";
import type {
  Markup,
  PortalCall,
  PortalFormCall,
  PortalMove,
  PortalPage,
} from "#platform/http/portal-page.ts";
import {
  askers,
  type Event,
  eventBySlug,
  eventPath,
  eventRuleOf,
  feedbackRuleOf,
  LONGEST_QUESTION,
  readsLikeComplaint,
  sendQuestion,
  takesQuestions,
} from "../published.ts";
import { Closed, formPage, whyUnsent } from "./event-form.page.tsx";

const few = limitCallers({ most: 5, seconds: 600 });
const often = limitCallers({ most: 60, seconds: 600 });
const ADDRESSES = /https?:\/\/|www\./giu;
const MOST_ADDRESSES = 2;

interface Typed {
  ma: string;
  "cau-hoi": string;
  "nguoi-hoi": string;
  /** "co": who writes says that it is no complaint and no denunciation. */
  "khong-phai": string;
}
type Fault = { field: string; message: string };

const typedIn = (form: URLSearchParams): Typed => ({
  ma: form.get("ma") ?? "",
  "cau-hoi": (form.get("cau-hoi") ?? "").trim(),
  "nguoi-hoi": form.get("nguoi-hoi") ?? "untold",
  "khong-phai": form.get("khong-phai") ?? "",
});

const page = (one: Event, body: Markup, status?: 422 | 429): PortalPage =>
  formPage(
    one,
    {
      ...{ part: "cau-hoi", title: "Gửi câu hỏi" },
      description: "Gửi câu hỏi trước buổi đối thoại; không cần tài khoản.",
    },
    body,
    status,
  );

function Form({
  one,
  keepDays,
  typed,
  faults,
  asksDoor,
}: {
  one: Event;
  /** Days after the event for which the words are kept. */
  keepDays: number;
  typed: Typed;
  faults: Fault[];
  asksDoor: Markup | null;
}) {
  const wrong = faults.some(({ field }) => field === "cau-hoi") || undefined;
  return (
    <>
      <h1>Gửi câu hỏi trước buổi đối thoại</h1>
      <p class="lead">
        {one.title}. Nhận đến {formatDateTime(one.questionsUntil!)}.
      </p>
      <Faults title="Chưa gửi được; những gì bạn viết vẫn còn nguyên" faults={faults} />
      <form action={`${eventPath(one)}/cau-hoi`} method="post" class="stacked" novalidate>
        <input type="hidden" name="ma" value={typed.ma} />
        <Trap />
        {asksDoor}
        <div class="field">
          <label for="cau-hoi">Câu hỏi của bạn</label>
          <p class="hint" id="cau-hoi-goi-y">
            Hỏi về quy định, thủ tục, việc của ngành. Xin đừng ghi tên, số căn cước, số điện thoại của bất kỳ
            ai: câu hỏi có thể được đọc và đăng công khai sau khi biên tập.
          </p>
          <textarea
            id="cau-hoi"
            name="cau-hoi"
            rows={7}
            maxlength={LONGEST_QUESTION}
            aria-describedby="cau-hoi-goi-y"
            aria-invalid={wrong}
          >
            {typed["cau-hoi"]}
          </textarea>
        </div>
        <fieldset class="field">
          <legend>Bạn hỏi với tư cách (không bắt buộc)</legend>
          {Object.entries(askers).map(([value, label]) => (
            <label class="choice">
              <input type="radio" name="nguoi-hoi" value={value} checked={typed["nguoi-hoi"] === value} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
        <p class="hint">
          Không lưu tên, địa chỉ, điện thoại hay thiết bị của bạn. Lời bạn viết được xóa sau {keepDays} ngày
          kể từ khi sự kiện kết thúc; phần đã biên tập và trả lời công khai được giữ lại.
        </p>
        <button type="submit">Gửi câu hỏi</button>
      </form>
    </>
  );
}

function OtherDoor({ place, sort }: { place: string; sort: "complaint" | "denunciation" }) {
  const name = sort === "complaint" ? "khiếu nại" : "tố cáo";
  return (
    <div class="notice" role="alert">
      <p>
        Nội dung này giống một đơn {name}; đơn {name} có trình tự riêng theo luật nên không nhận ở đây, và
        chưa được lưu. {place}
      </p>
      <label class="choice">
        <input type="checkbox" name="khong-phai" value="co" />
        <span>Đây là câu hỏi, không phải đơn khiếu nại, tố cáo.</span>
      </label>
    </div>
  );
}

const closed = (one: Event): PortalPage =>
  page(
    one,
    <Closed
      one={one}
      title="Không còn nhận câu hỏi"
      why="Buổi này đã hết hạn hoặc không nhận câu hỏi trước."
    />,
  );

async function form(
  q: Queryable,
  one: Event,
  typed: Typed,
  now: Date,
  faults: Fault[] = [],
  asksDoor: Markup | null = null,
  status: 422 | 429 = 422,
): Promise<PortalPage> {
  const { questionDays } = await eventRuleOf(q, one.agencyId);
  return page(
    one,
    <Form
      one={one}
      keepDays={questionDays}
      typed={{ ...typed, ma: markAgain(typed.ma, now) }}
      faults={faults}
      asksDoor={asksDoor}
    />,
    faults.length > 0 ? status : undefined,
  );
}

/** GET /su-kien/<slug>/cau-hoi */
export async function answerQuestionForm({
  database,
  agency,
  params,
  query,
  now,
}: PortalCall): Promise<PortalPage | null> {
  const one = await eventBySlug(database, agency.id, params.slug ?? "");
  if (!one) return null;
  const sent = /^CH-[2-9A-HJ-NP-Z]{8}$/.exec(query["da-gui"] ?? "")?.[0];
  if (sent)
    return page(
      one,
      <>
        <h1>Đã nhận câu hỏi của bạn</h1>
        <p class="lead">
          Mã của câu hỏi: <strong>{sent}</strong>
        </p>
        <p>
          Hãy ghi lại mã này. Khi trả lời được duyệt, câu hỏi có mã này hiện ở{" "}
          <a href={eventPath(one)}>trang của buổi đối thoại</a>; cơ quan không có cách nào khác để báo cho
          bạn, vì không lưu bạn là ai.
        </p>
      </>,
    );
  if (!takesQuestions(one, now)) return closed(one);
  return form(database, one, typedIn(new URLSearchParams()), now);
}

/** POST /su-kien/<slug>/cau-hoi: spam-safe as the form of feedback is, and nothing is kept before it is sent. */
export async function takeQuestion(call: PortalFormCall): Promise<PortalPage | PortalMove | null> {
  const { database, agency, params, now, caller } = call;
  const one = await eventBySlug(database, agency.id, params.slug ?? "");
  if (!one) return null;
  if (!takesQuestions(one, now)) return closed(one);
  const typed = typedIn(call.form);
  const words = typed["cau-hoi"];
  const refuse = (message: string, status?: 429) =>
    form(database, one, typed, now, [{ field: "cau-hoi", message }], null, status);
  if (!often(caller)) return refuse("Bạn thao tác nhanh quá; xin đợi vài phút rồi gửi lại.", 429);
  if (words.length < 15) return refuse("Viết câu hỏi rõ hơn một chút.");
  if (words.length > LONGEST_QUESTION)
    return refuse(`Câu hỏi dài quá ${LONGEST_QUESTION.toLocaleString("vi-VN")} ký tự; hãy viết ngắn lại.`);
  if ((words.match(ADDRESSES) ?? []).length > MOST_ADDRESSES)
    return refuse("Câu hỏi có nhiều đường dẫn quá; hãy giữ nhiều nhất hai đường dẫn.");
  const sort = typed["khong-phai"] === "co" ? null : readsLikeComplaint(words);
  if (sort) {
    const { complaintPlace } = await feedbackRuleOf(database, agency.id);
    return {
      ...(await form(database, one, typed, now, [], <OtherDoor place={complaintPlace} sort={sort} />)),
      status: 422,
    };
  }
  const mark = judgeMark(typed.ma, now);
  const unsent = whyUnsent(mark, call.form);
  if (typeof mark === "string" || unsent) return refuse(unsent!);
  if (!few(caller))
    return refuse("Từ nơi này vừa gửi nhiều câu hỏi; xin đợi mười phút rồi bấm gửi lại.", 429);
  const asker = typed["nguoi-hoi"] in askers ? (typed["nguoi-hoi"] as keyof typeof askers) : "untold";
  const question = await sendQuestion(
    database,
    { id: mark.id, agencyId: agency.id, eventId: one.id, words, asker },
    now,
  );
  if (!question) return closed(one);
  return { kind: "move", to: `${eventPath(one)}/cau-hoi?da-gui=${question.code}` };
}
