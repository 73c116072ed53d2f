/** @jsxImportSource hono/jsx */
import { judgeMark, markAgain } from "#platform/http/form-mark.ts";
import { TRAP } from "#platform/http/form-parts.tsx";
import { limitCallers } from "#platform/http/limit-callers.ts";
import type {
  Markup,
  PortalCall,
  PortalFormCall,
  PortalMove,
  PortalPage,
} from "#platform/http/portal-page.ts";
import {
  feedbackRuleOf,
  openFieldsOf,
  ownLink,
  type Publication,
  publicationPath,
  sendFeedback,
  similarPublications,
} from "../published.ts";
import { OWN_PATH } from "./own.page.tsx";
import { OtherDoor, SEND_PATH, SendForm } from "./send-form.tsx";
import {
  type Fault,
  type FormStep,
  faultsIn,
  needsOtherDoor,
  nothingTyped,
  sentOf,
  steps,
  type Typed,
  typedIn,
} from "./sent-fields.ts";

const few = limitCallers({ most: 5, seconds: 600 });
const often = limitCallers({ most: 120, seconds: 600 });

const page = (body: Markup, status?: 422 | 429): PortalPage => ({
  kind: "page",
  ...(status && { status }),
  title: "Gửi phản ánh, kiến nghị",
  description: "Gửi phản ánh, kiến nghị, câu hỏi về việc của cơ quan; không cần tài khoản.",
  path: SEND_PATH,
  crumbs: [{ label: "Phản ánh, kiến nghị", href: "/phan-anh" }],
  tags: [],
  unlisted: true,
  body,
});

async function stepPage(
  { database, agency, now }: PortalCall,
  step: FormStep,
  typed: Typed,
  faults: Fault[] = [],
  status: 422 | 429 = 422,
): Promise<PortalPage> {
  const rule = await feedbackRuleOf(database, agency.id);
  const fields = await openFieldsOf(database, agency.id);
  const similar = step === "lien-he" ? await similarPublications(database, agency.id, typed["loi-ke"]) : [];
  return page(
    <SendForm
      {...{ step, faults, fields, rule }}
      typed={{ ...typed, ma: markAgain(typed.ma, now) }}
      similar={step === "lien-he" && <Similar found={similar} />}
    />,
    faults.length > 0 ? status : undefined,
  );
}

/** Published answers on nearly the same matter: who finds the own there need not wait. */
function Similar({ found }: { found: Publication[] }) {
  if (found.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="da-co">
      <h2 id="da-co">Có thể đã có trả lời</h2>
      <ul>
        {found.map((one) => (
          <li>
            <a href={publicationPath(one)} target="_blank" rel="noopener">
              {one.title}
            </a>
          </li>
        ))}
      </ul>
      <p>Mở ở trang khác; điều bạn đang viết vẫn ở đây. Nếu chưa đúng việc của bạn, hãy tiếp tục.</p>
    </section>
  );
}

/** GET /phan-anh/gui */
export const answerSendForm = (call: PortalCall): Promise<PortalPage> => stepPage(call, "loai", nothingTyped);

async function otherDoorPage(
  { database, agency, now }: PortalCall,
  sort: "complaint" | "denunciation",
  typed: Typed,
): Promise<PortalPage> {
  const { complaintPlace } = await feedbackRuleOf(database, agency.id);
  return page(
    <OtherDoor {...{ sort, complaintPlace, agency }} typed={{ ...typed, ma: markAgain(typed.ma, now) }} />,
  );
}

/** POST /phan-anh/gui: each step leads to the next; only the last one is kept. */
export async function takeStep(call: PortalFormCall): Promise<PortalPage | PortalMove> {
  const { form, caller } = call;
  const typed = typedIn(form);
  const step = steps.find((one) => one === form.get("buoc")) ?? "loai";
  const at = steps.indexOf(step);
  if (!often(caller))
    return stepPage(
      call,
      step,
      typed,
      [{ field: "buoc", message: "Bạn thao tác nhanh quá; xin đợi vài phút rồi tiếp tục." }],
      429,
    );
  if (form.get("di") === "lui") return stepPage(call, steps[Math.max(0, at - 1)]!, typed);
  if (form.get("di") === "sua") return stepPage(call, "noi-dung", typed);
  // What an earlier step asked for may have been taken out by hand.
  for (const each of steps.slice(0, at + 1)) {
    const faults = faultsIn(each, typed);
    if (faults.length > 0) return stepPage(call, each, typed, faults);
    const sort = each === "noi-dung" ? needsOtherDoor(typed) : null;
    if (sort) return otherDoorPage(call, sort, typed);
  }
  if (step !== "xem-lai") return stepPage(call, steps[at + 1]!, typed);
  return send(call, typed);
}

async function send(call: PortalFormCall, typed: Typed): Promise<PortalPage | PortalMove> {
  const { database, agency, form, files, caller, now } = call;
  const again = (message: string, status?: 429) =>
    stepPage(call, "xem-lai", typed, [{ field: "anh", message }], status);
  const mark = judgeMark(typed.ma, now);
  if (typeof mark === "string" || (form.get(TRAP) ?? "") !== "")
    return again(
      mark === "early"
        ? "Biểu mẫu được gửi quá nhanh; xin đợi vài giây rồi bấm gửi lại (chọn lại ảnh nếu có)."
        : "Biểu mẫu đã để quá lâu hoặc chưa đúng; xin xem lại rồi bấm gửi lại (chọn lại ảnh nếu có).",
    );
  if (!few(caller))
    return again("Từ nơi này vừa gửi nhiều phản ánh; xin đợi mười phút rồi bấm gửi lại.", 429);
  const given = sentOf(typed);
  const fields = await openFieldsOf(database, agency.id);
  const { row, refused } = await sendFeedback(
    database,
    {
      ...given,
      id: mark.id,
      agencyId: agency.id,
      fieldId: fields.some(({ id }) => id === given.fieldId) ? given.fieldId : null,
    },
    files,
    now,
  );
  return { kind: "move", to: `${OWN_PATH}/${ownLink(row)}?moi=${refused.length > 0 ? "thieu-anh" : "co"}` };
}
