/** @jsxImportSource hono/jsx */
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { Faults } from "#platform/http/form-parts.tsx";
import { limitCallers } from "#platform/http/limit-callers.ts";
import type { PortalCall, PortalFormCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import { Moment } from "#platform/http/portal-parts.tsx";
import {
  actAsSender,
  consentOf,
  eventsOf,
  type Feedback,
  type FeedbackState,
  feedbackKinds,
  feedbackOfLink,
  feedbackStates,
  isOpen,
  LONGEST_WORDS,
  MOST_PICTURES,
  picturesOf,
  type Rating,
  ratingNames,
  reopenUntil,
  setNameConsent,
} from "../published.ts";
import { AddForm, ConsentForm, RateForm, ReopenForm, WithdrawForm } from "./own-forms.tsx";

export const OWN_PATH = "/phan-anh/theo-doi";

const often = limitCallers({ most: 30, seconds: 600 });

const eventWords: Record<string, string> = {
  "receive-feedback": "Cơ quan đã nhận",
  "add-to-feedback": "Bạn bổ sung",
  "rate-feedback": "Bạn đánh giá trả lời",
  "move-feedback": "Chuyển đơn vị xử lý",
  "extend-feedback": "Gia hạn trả lời",
  "resume-feedback": "Bạn đã bổ sung, tiếp tục xử lý",
  "reopen-feedback": "Bạn đề nghị xem lại",
};

const wordsOf = (act: string, state: FeedbackState) => eventWords[act] ?? feedbackStates[state];

type Seen = Awaited<ReturnType<typeof look>>;

async function look({ database, agency }: PortalCall, row: Feedback) {
  const until = await reopenUntil(database, row);
  const today = toVietnamDate(new Date()).toString();
  return {
    row,
    events: await eventsOf(database, agency.id, row.id),
    pictures: (await picturesOf(database, agency.id, row.id)).length,
    consent: await consentOf(database, agency.id, row.id),
    reopensUntil: until !== null && today <= until ? until : null,
  };
}

function Standing({ row }: { row: Feedback }) {
  if (row.state === "need-info")
    return <p class="lead">Cơ quan cần bạn bổ sung. Trong lúc chờ, thời hạn trả lời tạm dừng.</p>;
  if (isOpen(row.state))
    return (
      <p class="lead">
        Bạn sẽ có trả lời chậm nhất ngày {formatDate(row.dueOn)}
        {row.extendedAt && " (đã gia hạn)"}.
      </p>
    );
  return null;
}

function OwnPage({
  seen: { row, events, pictures, consent, reopensUntil },
  action,
  isNew,
  faults,
  lacksPictures,
}: {
  seen: Seen;
  action: string;
  isNew: boolean;
  faults: { field: string; message: string }[];
  lacksPictures: boolean;
}) {
  const isAnswered = row.state === "answered" || row.state === "published";
  return (
    <>
      <h1>{isNew ? "Cơ quan đã nhận phản ánh của bạn" : feedbackStates[row.state]}</h1>
      <Faults title="Chưa làm được" faults={faults} />
      <Standing row={row} />
      {(isNew || isOpen(row.state)) && (
        <p>
          Mã: <strong>{row.code}</strong>. Hãy lưu địa chỉ trang này để theo dõi, bổ sung hoặc rút; ai có địa
          chỉ này đều xem được, nên xin đừng chuyển cho người khác.
        </p>
      )}
      {lacksPictures && (
        <p class="notice">
          Có ảnh chưa nhận được (hỏng, quá lớn hoặc không phải JPEG, PNG, WebP). Bạn thêm lại ở phần bổ sung
          dưới đây.
        </p>
      )}
      {isAnswered && row.answer && (
        <section aria-labelledby="tra-loi">
          <h2 id="tra-loi">Trả lời</h2>
          <p class="said">{row.answer}</p>
          {row.answerBasis && <p class="facts">Căn cứ: {row.answerBasis}</p>}
          <p class="facts">
            Trả lời lúc <Moment at={row.answeredAt!} />
          </p>
        </section>
      )}
      <section aria-labelledby="qua-trinh">
        <h2 id="qua-trinh">Quá trình xử lý</h2>
        <ol class="feedback-history">
          {events.map(({ at, act, state, note }) => (
            <li>
              <p>
                <strong>{wordsOf(act, state)}</strong>{" "}
                <span class="facts">
                  <Moment at={at} />
                </span>
              </p>
              {note && act !== "approve-feedback-answer" && <p class="said">{note}</p>}
            </li>
          ))}
        </ol>
      </section>
      {row.words !== null && (
        <section aria-labelledby="da-gui">
          <h2 id="da-gui">Điều bạn đã gửi</h2>
          <p class="facts">
            {feedbackKinds[row.kind]}
            {pictures > 0 && ` · ${pictures} ảnh`}
          </p>
          <p class="said">{row.words}</p>
        </section>
      )}
      {isAnswered && <RateForm {...{ action, row }} />}
      {isAnswered && <ConsentForm action={action} name={consent?.shownName ?? null} />}
      {reopensUntil && <ReopenForm action={action} until={reopensUntil} />}
      {isOpen(row.state) && (
        <AddForm action={action} asks={row.state === "need-info"} most={MOST_PICTURES - pictures} />
      )}
      {isOpen(row.state) && <WithdrawForm action={action} />}
    </>
  );
}

async function ownPage(
  call: PortalCall,
  row: Feedback,
  shown: { isNew?: boolean; lacksPictures?: boolean; faults?: { field: string; message: string }[] } = {},
): Promise<PortalPage> {
  const faults = shown.faults ?? [];
  const path = `${OWN_PATH}/${call.params.link}`;
  return {
    kind: "page",
    ...(faults.length > 0 && { status: 422 as const }),
    title: `Phản ánh ${row.code}`,
    description: "Tình trạng xử lý phản ánh, kiến nghị.",
    path,
    crumbs: [{ label: "Phản ánh, kiến nghị", href: "/phan-anh" }],
    tags: [],
    unlisted: true,
    body: (
      <OwnPage
        seen={await look(call, row)}
        action={path}
        isNew={shown.isNew ?? false}
        lacksPictures={shown.lacksPictures ?? false}
        faults={faults}
      />
    ),
  };
}

/** /phan-anh/theo-doi/<link>: what its sender sees. */
export async function answerOwn(call: PortalCall): Promise<PortalPage | null> {
  const row = await feedbackOfLink(call.database, call.agency.id, call.params.link ?? "");
  if (!row) return null;
  const { moi } = call.query;
  return ownPage(call, row, {
    isNew: moi !== undefined && row.state === "received",
    lacksPictures: moi === "thieu-anh",
  });
}

/** POST of the same: adds, withdraws, asks to look again, rates. */
export async function takeOwn(call: PortalFormCall): Promise<PortalPage | PortalMove | null> {
  const { database, agency, form, files, caller, now } = call;
  const row = await feedbackOfLink(database, agency.id, call.params.link ?? "");
  if (!row) return null;
  const said = (name: string) => (form.get(name) ?? "").trim();
  const refuse = (field: string, message: string) => ownPage(call, row, { faults: [{ field, message }] });
  if (!often(caller)) return refuse("bo-sung", "Bạn thao tác nhanh quá; xin đợi vài phút rồi làm lại.");
  const done = async (own: Parameters<typeof actAsSender>[2]): Promise<PortalPage | PortalMove> => {
    const result = await actAsSender(database, row, own, now);
    if (result === null)
      return refuse(
        "qua-trinh",
        "Phản ánh đã sang bước khác nên không làm được việc này; trang dưới đây là tình trạng mới.",
      );
    return {
      kind: "move",
      to: `${OWN_PATH}/${call.params.link}${result.refused.length > 0 ? "?moi=thieu-anh" : ""}`,
    };
  };
  switch (said("viec")) {
    case "bo-sung":
      return said("bo-sung") === "" && files.length === 0
        ? refuse("bo-sung", "Ghi điều bạn muốn bổ sung, hoặc chọn ảnh.")
        : done({ act: "add", words: said("bo-sung").slice(0, LONGEST_WORDS), files });
    case "rut":
      return said("chac") === "co"
        ? done({ act: "withdraw" })
        : refuse("qua-trinh", "Để rút phản ánh, hãy đánh dấu ô xác nhận.");
    case "neu-ten": {
      const name = said("ten-hien").slice(0, 100);
      if (said("dong-y") !== "co" || name === "")
        return refuse("ten-hien", "Đánh dấu ô đồng ý và ghi tên muốn hiển thị.");
      await setNameConsent(database, row, name, now);
      return { kind: "move", to: `${OWN_PATH}/${call.params.link}` };
    }
    case "thoi-neu-ten":
      await setNameConsent(database, row, "", now);
      return { kind: "move", to: `${OWN_PATH}/${call.params.link}` };
    case "xem-lai":
      return said("vi-sao") === ""
        ? refuse("vi-sao", "Ghi điều chưa được giải quyết.")
        : done({ act: "reopen", words: said("vi-sao").slice(0, 2000) });
    default: {
      const rating = ratingNames.find((one) => one === said("muc"));
      return rating === undefined
        ? refuse("muc", "Chọn mức độ hài lòng.")
        : done({ act: "rate", rating: rating as Rating, words: said("y-kien").slice(0, 1000) });
    }
  }
}
