/** @jsxImportSource hono/jsx */
import { encode } from "uqr";
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
  attendanceOf,
  cancelRegistration,
  changesOf,
  type Event,
  eventBySlug,
  eventPath,
  eventRuleOf,
  eventStates,
  MOST_PEOPLE,
  type Registration,
  registerForEvent,
  registrationByCode,
  takesRegistration,
  ticketPath,
  timeInWords,
} from "../published.ts";
import { Closed, formPage, whyUnsent } from "./event-form.page.tsx";

const few = limitCallers({ most: 10, seconds: 600 });

const page = (one: Event, title: string, body: Markup, status?: 422 | 429): PortalPage =>
  formPage(
    one,
    { part: "dang-ky", title, description: "Đăng ký dự sự kiện; không cần tài khoản." },
    body,
    status,
  );

const closed = (one: Event): PortalPage =>
  page(
    one,
    "Đăng ký dự",
    <Closed
      one={one}
      title="Không đăng ký được"
      why="Sự kiện này không nhận đăng ký, hoặc đã hết hạn đăng ký."
    />,
  );

async function form(
  q: Queryable,
  one: Event,
  mark: string,
  people: string,
  now: Date,
  message = "",
  status: 422 | 429 = 422,
): Promise<PortalPage> {
  const { codeDays } = await eventRuleOf(q, one.agencyId);
  const faults = message === "" ? [] : [{ field: "so-nguoi", message }];
  return page(
    one,
    "Đăng ký dự",
    <>
      <h1>Đăng ký dự</h1>
      <p class="lead">
        {one.title}. {timeInWords(one)}, {one.place}.
      </p>
      <Faults title="Chưa đăng ký được" faults={faults} />
      <form action={`${eventPath(one)}/dang-ky`} method="post" class="stacked" novalidate>
        <input type="hidden" name="ma" value={markAgain(mark, now)} />
        <Trap />
        <div class="field">
          <label for="so-nguoi">Số người dự, kể cả bạn</label>
          <input
            id="so-nguoi"
            name="so-nguoi"
            type="number"
            inputmode="numeric"
            min="1"
            max={MOST_PEOPLE}
            value={people}
            aria-invalid={faults.length > 0 || undefined}
          />
        </div>
        <p class="hint">
          Không hỏi tên, điện thoại hay địa chỉ. Bạn nhận một giấy mời có mã để trình khi vào; mã được xóa sau{" "}
          {codeDays} ngày kể từ khi sự kiện kết thúc, chỉ giữ lại số người đã dự.
        </p>
        <button type="submit">Đăng ký dự</button>
      </form>
    </>,
    message === "" ? undefined : status,
  );
}

/** GET /su-kien/<slug>/dang-ky */
export async function answerRegisterForm({
  database,
  agency,
  params,
  now,
}: PortalCall): Promise<PortalPage | null> {
  const one = await eventBySlug(database, agency.id, params.slug ?? "");
  if (!one) return null;
  return takesRegistration(one, now) ? form(database, one, "", "1", now) : closed(one);
}

/** POST /su-kien/<slug>/dang-ky */
export async function takeRegistration(call: PortalFormCall): Promise<PortalPage | PortalMove | null> {
  const { database, agency, params, now, caller } = call;
  const one = await eventBySlug(database, agency.id, params.slug ?? "");
  if (!one) return null;
  if (!takesRegistration(one, now)) return closed(one);
  const typed = (call.form.get("so-nguoi") ?? "").trim();
  const mark = call.form.get("ma") ?? "";
  const refuse = (message: string, status?: 429) => form(database, one, mark, typed, now, message, status);
  const people = Number(typed);
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE)
    return refuse(`Số người từ 1 đến ${MOST_PEOPLE}; đoàn đông hơn xin liên hệ cơ quan.`);
  const verdict = judgeMark(mark, now);
  const unsent = whyUnsent(verdict, call.form);
  if (typeof verdict === "string" || unsent) return refuse(unsent!);
  if (!few(caller)) return refuse("Từ nơi này vừa đăng ký nhiều lần; xin đợi mười phút rồi bấm lại.", 429);
  const made = await registerForEvent(
    database,
    { agencyId: agency.id, eventId: one.id, id: verdict.id, people },
    now,
  );
  if (made === null) return closed(one);
  if (made === "full") {
    const left = Math.max(0, (one.capacity ?? 0) - (await attendanceOf(database, one.id)).registered);
    return refuse(left === 0 ? "Đã hết chỗ." : `Chỉ còn ${left} chỗ; xin giảm số người.`);
  }
  return { kind: "move", to: ticketPath(eventPath(one), made.code) };
}

/** The code as a picture, dark on white whatever the look of the page. */
function Code({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg role="img" aria-label="Mã của giấy mời" viewBox={`0 0 ${size} ${size}`} width="260" height="260">
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={dark} fill="#000" />
    </svg>
  );
}

function Ticket({
  one,
  ticket,
  address,
  isOpen,
  why,
}: {
  one: Event;
  ticket: Registration;
  address: string;
  isOpen: boolean;
  /** Why it was put off or cancelled. */
  why: string;
}) {
  if (ticket.cancelledAt)
    return (
      <>
        <h1>Đã hủy đăng ký</h1>
        <p class="lead">Giấy mời {ticket.code} không còn dùng được; chỗ đã trả lại.</p>
      </>
    );
  if (one.state === "cancelled")
    return (
      <>
        <h1>Sự kiện đã hủy</h1>
        <p class="lead">
          {one.title} không diễn ra; giấy mời {ticket.code} không còn dùng được.
        </p>
        {why && <p>Lý do: {why}</p>}
        <p>
          <a href={eventPath(one)}>Về trang “{one.title}”</a>
        </p>
      </>
    );
  const isPostponed = one.state === "postponed";
  return (
    <>
      <h1>Giấy mời</h1>
      <p class="lead">{one.title}</p>
      {isPostponed && (
        <div class="notice" role="note">
          <p>
            <strong>{eventStates.postponed}.</strong> {why} Giữ giấy mời này: khi có lịch mới, ngày giờ hiện ở
            đây.
          </p>
        </div>
      )}
      <p>
        {isPostponed ? "Chờ lịch mới" : timeInWords(one)}, {one.place}. Mời {ticket.people} người.
      </p>
      <Code text={address} />
      <p>
        Mã: <strong>{ticket.code}</strong>
      </p>
      <p>Lưu đường dẫn trang này, chụp màn hình hoặc in; trình mã khi vào.</p>
      <p>
        <a href={`${eventPath(one)}/lich.ics`}>Thêm vào lịch của bạn</a>
      </p>
      {isOpen && (
        <form method="post" action={ticketPath(eventPath(one), ticket.code)}>
          <button type="submit" class="plain">
            Hủy đăng ký
          </button>
        </form>
      )}
    </>
  );
}

/** GET /su-kien/<slug>/giay-moi/<code> */
export async function answerTicket({
  database,
  agency,
  params,
  now,
  origin,
}: PortalCall): Promise<PortalPage | null> {
  const one = await eventBySlug(database, agency.id, params.slug ?? "");
  const ticket = one && (await registrationByCode(database, one.id, params.code ?? ""));
  if (!ticket) return null;
  const path = ticketPath(eventPath(one), ticket.code);
  const changes = await changesOf(database, one.id);
  const why = changes.find(({ act }) => act === "postpone" || act === "cancel")?.reason ?? "";
  const isOpen = takesRegistration(one, now);
  return {
    ...page(
      one,
      "Giấy mời",
      <Ticket one={one} ticket={ticket} address={origin + path} isOpen={isOpen} why={why} />,
    ),
    path,
  };
}

/** POST /su-kien/<slug>/giay-moi/<code>: gives the places back. */
export async function takeCancellation({
  database,
  agency,
  params,
  now,
}: PortalFormCall): Promise<PortalPage | PortalMove | null> {
  const one = await eventBySlug(database, agency.id, params.slug ?? "");
  const ticket = one && (await registrationByCode(database, one.id, params.code ?? ""));
  if (!ticket) return null;
  const done = await cancelRegistration(
    database,
    { agencyId: agency.id, eventId: one.id, code: ticket.code },
    now,
  );
  return done
    ? { kind: "move", to: ticketPath(eventPath(one), ticket.code) }
    : page(
        one,
        "Giấy mời",
        <Closed
          one={one}
          title="Không hủy được"
          why="Giấy mời này đã được dùng để vào nên không hủy được."
        />,
        422,
      );
}
