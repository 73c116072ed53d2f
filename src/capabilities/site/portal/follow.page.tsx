/** @jsxImportSource hono/jsx */

import { judgeMark, markAgain } from "#platform/http/form-mark.ts";
import { Faults, TRAP, Trap } from "#platform/http/form-parts.tsx";
import { limitCallers } from "#platform/http/limit-callers.ts";
import type { PortalCall, PortalFormCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import {
  askToFollow,
  CONFIRM_HOURS,
  isAddress,
  type Pace,
  paceNames,
  paces,
  sendsMail,
  type TopicToFollow,
  topicOf,
  topicOfTheme,
  topicsToFollow,
} from "../published.ts";

export const FOLLOW_PATH = "/theo-doi";

/** In one request, as its table holds them. */
const MOST_TOPICS = 40;

const few = limitCallers({ most: 5, seconds: 600 });

interface Typed {
  /** Mark of the form that was sent; empty before. */
  mark: string;
  topics: string[];
  pace: string;
  mail: string;
  /** Code of the procedure that a reader came from; "" where none. */
  procedure: string;
}
type Fault = { field: string; message: string };

const FEEDS = (
  <p>
    Muốn phần mềm của bạn tự lấy tin, thủ tục thay đổi, không cần địa chỉ thư: xem{" "}
    <a href="/nguon-tin">nguồn tin Atom, RSS, JSON</a>.
  </p>
);

export const followFrame = (
  part: Pick<PortalPage, "title" | "path" | "body"> & Partial<PortalPage>,
): PortalPage => ({
  kind: "page",
  description: "Nhận tin mới của cơ quan qua thư điện tử.",
  crumbs: part.path === FOLLOW_PATH ? [] : [{ label: "Theo dõi qua thư", href: FOLLOW_PATH }],
  tags: [],
  unlisted: true,
  ...part,
});

const groups: { group: TopicToFollow["group"]; legend: string }[] = [
  { group: "procedure", legend: "Thủ tục bạn vừa xem" },
  { group: "news", legend: "Tin, bài" },
  { group: "event", legend: "Thủ tục để" },
  { group: "field", legend: "Thủ tục theo lĩnh vực" },
];

function Choices({ legend, topics, chosen }: { legend: string; topics: TopicToFollow[]; chosen: string[] }) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {topics.map(({ topic, label }) => (
        <label class="choice">
          <input type="checkbox" name="chu-de" value={topic} checked={chosen.includes(topic)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

async function formPage(
  call: PortalCall,
  typed: Typed,
  faults: Fault[] = [],
  status?: 422 | 429,
): Promise<PortalPage> {
  const title = "Theo dõi qua thư";
  if (!sendsMail())
    return followFrame({
      title,
      path: FOLLOW_PATH,
      body: (
        <>
          <h1>{title}</h1>
          <p class="lead">Cổng này chưa gửi được thư. Bạn vẫn theo dõi được bằng nguồn tin.</p>
          {FEEDS}
        </>
      ),
    });
  const topics = await topicsToFollow(call.database, call.agency.id, typed, call.now);
  return followFrame({
    ...(status && { status }),
    title,
    path: FOLLOW_PATH,
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">
          Nhận thư khi có tin mới về điều bạn chọn. Chưa gửi gì trước khi bạn bấm xác nhận trong thư đầu; thôi
          nhận lúc nào cũng được, bằng một lần bấm.
        </p>
        <Faults title="Chưa ghi được; những gì bạn chọn vẫn còn nguyên" faults={faults} />
        <form action={FOLLOW_PATH} method="post" class="stacked" novalidate>
          <input type="hidden" name="ma" value={markAgain(typed.mark, call.now)} />
          <Trap />
          <input type="hidden" name="thu-tuc" value={typed.procedure} />
          <div id="chu-de" tabindex={-1}>
            {groups
              .filter(({ group }) => topics.some((one) => one.group === group))
              .map(({ group, legend }) => (
                <Choices
                  legend={legend}
                  topics={topics.filter((one) => one.group === group)}
                  chosen={typed.topics}
                />
              ))}
          </div>
          <fieldset class="field" id="nhip">
            <legend>Gửi khi nào</legend>
            {paceNames.map((pace) => (
              <label class="choice">
                <input type="radio" name="nhip" value={pace} checked={typed.pace === pace} />
                <span>{paces[pace]}</span>
              </label>
            ))}
          </fieldset>
          <div class="field">
            <label for="thu">Thư điện tử</label>
            <p class="hint" id="thu-goi-y">
              Được mã hóa, chỉ dùng để gửi tin bạn chọn, xóa khi bạn thôi nhận.
            </p>
            <input
              id="thu"
              name="thu"
              type="email"
              value={typed.mail}
              maxlength={200}
              autocomplete="email"
              aria-describedby="thu-goi-y"
              aria-invalid={faults.some(({ field }) => field === "thu") || undefined}
            />
          </div>
          <button type="submit">Gửi thư xác nhận</button>
        </form>
        {FEEDS}
      </>
    ),
  });
}

/** GET /theo-doi */
export async function answerFollowForm(call: PortalCall): Promise<PortalPage> {
  const { database, agency, query, now } = call;
  const procedure = query["thu-tuc"] ?? "";
  const offered = await topicsToFollow(database, agency.id, { procedure }, now);
  return formPage(call, {
    topics: [
      ...(query["chu-de"] ? [topicOfTheme(query["chu-de"])] : []),
      ...(query["su-kien"] ? [topicOf("event", query["su-kien"])] : []),
      ...(query["linh-vuc"] ? [topicOf("field", query["linh-vuc"])] : []),
      ...offered.filter(({ group }) => group === "procedure").map(({ topic }) => topic),
    ],
    ...{ mark: "", pace: "daily", mail: "", procedure },
  });
}

/** POST /theo-doi */
export async function takeFollowing(call: PortalFormCall): Promise<PortalPage | PortalMove> {
  const { database, agency, form, caller, now } = call;
  const field = (name: string) => (form.get(name) ?? "").trim();
  const procedure = field("thu-tuc");
  const offered = await topicsToFollow(database, agency.id, { procedure }, now);
  const known = new Set(offered.map(({ topic }) => topic));
  const typed: Typed = {
    mark: field("ma"),
    topics: form.getAll("chu-de").filter((topic) => known.has(topic)),
    pace: field("nhip"),
    mail: field("thu"),
    procedure,
  };
  if (!sendsMail()) return formPage(call, typed);
  const mark = judgeMark(typed.mark, now);
  const isPace = (paceNames as string[]).includes(typed.pace);
  const faults: Fault[] = [
    ...(typed.topics.length === 0
      ? [{ field: "chu-de", message: "Chọn ít nhất một điều để theo dõi." }]
      : []),
    ...(typed.topics.length > MOST_TOPICS
      ? [{ field: "chu-de", message: `Chọn nhiều nhất ${MOST_TOPICS} điều một lần.` }]
      : []),
    ...(isPace ? [] : [{ field: "nhip", message: "Chọn gửi khi nào." }]),
    ...(isAddress(typed.mail) ? [] : [{ field: "thu", message: "Ghi đúng địa chỉ thư điện tử." }]),
  ];
  if (faults.length === 0 && (typeof mark === "string" || field(TRAP) !== ""))
    faults.push({
      field: "thu",
      message:
        mark === "early"
          ? "Biểu mẫu được gửi quá nhanh; xin đợi vài giây rồi bấm gửi lại."
          : "Biểu mẫu đã để quá lâu hoặc chưa đúng; xin xem lại rồi bấm gửi lại.",
    });
  if (faults.length > 0 || typeof mark === "string") return formPage(call, typed, faults, 422);
  if (!few(caller)) {
    const message = "Từ nơi này vừa ghi nhiều lần; xin đợi mười phút rồi bấm gửi lại.";
    return formPage(call, typed, [{ field: "thu", message }], 429);
  }
  await askToFollow(
    database,
    { id: mark.id, agencyId: agency.id, address: typed.mail, topics: typed.topics, pace: typed.pace as Pace },
    now,
  );
  return { kind: "move", to: `${FOLLOW_PATH}/da-gui` };
}

/** /theo-doi/da-gui: the same whoever asked and whatever the address follows. */
export async function answerAsked(): Promise<PortalPage> {
  return followFrame({
    title: "Xem hộp thư của bạn",
    path: `${FOLLOW_PATH}/da-gui`,
    body: (
      <>
        <h1>Xem hộp thư của bạn</h1>
        <p class="lead">
          Thư xác nhận đến trong vài phút. Mở liên kết trong thư và bấm “Xác nhận” trong {CONFIRM_HOURS} giờ;
          trước đó chưa có gì được gửi.
        </p>
        <p>
          Không thấy thư: hãy xem mục thư rác, hoặc <a href={FOLLOW_PATH}>ghi lại địa chỉ</a>. Mỗi địa chỉ
          được gửi nhiều nhất ba thư xác nhận một ngày.
        </p>
      </>
    ),
  });
}
