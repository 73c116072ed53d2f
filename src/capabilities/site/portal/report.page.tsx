/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { judgeMark, markAgain } from "#platform/http/form-mark.ts";
import { Faults, TRAP, Trap } from "#platform/http/form-parts.tsx";
import { limitCallers } from "#platform/http/limit-callers.ts";
import type { PortalCall, PortalFormCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import { Moment } from "#platform/http/portal-parts.tsx";
import {
  isAddress,
  LONGEST_WORDS,
  pagePath,
  type ReportSort,
  reportByCode,
  reportOutcomes,
  reportPage,
  reportSortNames,
  reportSorts,
  sealPersonal,
  sendsMail,
  siteRuleOf,
} from "../published.ts";

export const REPORT_PATH = "/bao-loi";

const few = limitCallers({ most: 5, seconds: 600 });

interface Typed {
  /** Mark of the form that was sent; empty before. */
  mark: string;
  path: string;
  sort: string;
  words: string;
  mail: string;
  /** They have just said that the page did not help. */
  voted?: boolean;
}

interface Shown {
  typed: Typed;
  mark: string;
  days: number;
  basis: string;
  faults: { field: string; message: string }[];
}

function ReportForm({ typed, mark, days, basis, faults }: Shown) {
  const wrong = (field: string) => faults.some((fault) => fault.field === field);
  return (
    <>
      <h1>Báo lỗi thông tin</h1>
      <p class="lead">
        Cơ quan kiểm tra và trả lời trong {days} ngày{basis && ` (${basis})`}. Không cần tài khoản, không cần
        nêu tên.
      </p>
      {typed.voted && (
        <p>Ý kiến “Không hữu ích” của bạn đã được ghi. Nếu được, xin cho biết thêm bạn cần gì ở trang này.</p>
      )}
      <Faults title="Chưa gửi được; những gì bạn viết vẫn còn nguyên" faults={faults} />
      <form action={REPORT_PATH} method="post" class="stacked" novalidate>
        <input type="hidden" name="ma" value={mark} />
        <Trap />
        <div class="field">
          <label for="trang">Trang có lỗi</label>
          <input
            id="trang"
            name="trang"
            value={typed.path}
            maxlength={500}
            aria-invalid={wrong("trang") || undefined}
          />
        </div>
        <fieldset class="field" id="dieu">
          <legend>Điều bạn thấy</legend>
          {reportSortNames.map((sort) => (
            <label class="choice">
              <input type="radio" name="dieu" value={sort} checked={typed.sort === sort} />
              <span>{reportSorts[sort]}</span>
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="noi-dung-bao">Chỗ nào, đúng ra là gì</label>
          <p class="hint" id="noi-dung-bao-goi-y">
            Xin đừng ghi số giấy tờ, số điện thoại hay chuyện riêng của ai.
          </p>
          <textarea
            id="noi-dung-bao"
            name="noi-dung-bao"
            rows={6}
            maxlength={LONGEST_WORDS}
            aria-describedby="noi-dung-bao-goi-y"
            aria-invalid={wrong("noi-dung-bao") || undefined}
          >
            {typed.words}
          </textarea>
        </div>
        {sendsMail() && (
          <div class="field">
            <label for="thu">Thư điện tử để nhận trả lời (không bắt buộc)</label>
            <p class="hint" id="thu-goi-y">
              Chỉ dùng để trả lời một lần rồi xóa. Không ghi thì bạn xem trả lời bằng mã nhận được sau khi
              gửi.
            </p>
            <input
              id="thu"
              name="thu"
              type="email"
              value={typed.mail}
              maxlength={200}
              autocomplete="email"
              aria-describedby="thu-goi-y"
              aria-invalid={wrong("thu") || undefined}
            />
          </div>
        )}
        <button type="submit">Gửi báo lỗi</button>
      </form>
    </>
  );
}

async function formPage(
  { database, agency, now }: PortalCall,
  typed: Typed,
  faults: Shown["faults"] = [],
  status?: 422 | 429,
): Promise<PortalPage> {
  const { answerDays, basis } = await siteRuleOf(database, agency.id);
  return {
    kind: "page",
    ...(status && { status }),
    title: "Báo lỗi thông tin",
    description: `Báo cho ${agency.name} biết thông tin sai, cũ hoặc thiếu trên cổng.`,
    path: REPORT_PATH,
    crumbs: [],
    tags: [],
    unlisted: true,
    body: (
      <ReportForm
        typed={typed}
        mark={markAgain(typed.mark, now)}
        days={answerDays}
        basis={basis}
        faults={faults}
      />
    ),
  };
}

/** GET /bao-loi */
export const answerReportForm = (call: PortalCall): Promise<PortalPage> =>
  formPage(call, {
    path: pagePath(call.query.trang ?? "") ?? "",
    sort: call.query.vi === "thieu" ? "lacking" : "",
    ...{ mark: "", words: "", mail: "", voted: call.query.vi === "thieu" },
  });

function faultsOf({ path, sort, words, mail }: Typed): Shown["faults"] {
  const isSort = (reportSortNames as string[]).includes(sort);
  return [
    ...(pagePath(path) === null
      ? [{ field: "trang", message: "Ghi địa chỉ trang trên cổng này, bắt đầu bằng dấu /." }]
      : []),
    ...(isSort ? [] : [{ field: "dieu", message: "Chọn điều bạn thấy." }]),
    ...(words.trim() === "" ? [{ field: "noi-dung-bao", message: "Ghi chỗ nào, đúng ra là gì." }] : []),
    ...(words.length > LONGEST_WORDS
      ? [{ field: "noi-dung-bao", message: "Nội dung dài quá 3.000 ký tự; hãy viết ngắn lại." }]
      : []),
    ...(mail !== "" && !isAddress(mail)
      ? [{ field: "thu", message: "Địa chỉ thư chưa đúng; sửa lại hoặc để trống." }]
      : []),
  ];
}

/** A whole address of this portal, as it is copied from the browser, is a path of it. */
const pathIn = (text: string, { origin }: PortalCall) =>
  text.startsWith(`${origin}/`) ? text.slice(origin.length) : text;

/** POST /bao-loi */
export async function takeReport(call: PortalFormCall): Promise<PortalPage | PortalMove> {
  const { database, agency, form, caller, now } = call;
  const field = (name: string) => (form.get(name) ?? "").trim();
  const typed: Typed = {
    mark: field("ma"),
    path: pathIn(field("trang"), call),
    sort: field("dieu"),
    words: field("noi-dung-bao"),
    mail: sendsMail() ? field("thu") : "",
  };
  const faults = faultsOf(typed);
  if (faults.length > 0) return formPage(call, typed, faults, 422);
  const mark = judgeMark(typed.mark, now);
  if (typeof mark === "string" || field(TRAP) !== "") {
    const message =
      mark === "early"
        ? "Biểu mẫu được gửi quá nhanh; xin đợi vài giây rồi bấm gửi lại."
        : "Biểu mẫu đã để quá lâu hoặc chưa đúng; xin xem lại rồi bấm gửi lại.";
    return formPage(call, typed, [{ field: "noi-dung-bao", message }], 422);
  }
  if (!few(caller)) {
    const message = "Từ nơi này vừa gửi nhiều báo lỗi; xin đợi mười phút rồi bấm gửi lại.";
    return formPage(call, typed, [{ field: "noi-dung-bao", message }], 429);
  }
  const { code } = await reportPage(
    database,
    {
      id: mark.id,
      agencyId: agency.id,
      path: typed.path,
      sort: typed.sort as ReportSort,
      words: typed.words,
      addressSealed: typed.mail === "" ? null : await sealPersonal(typed.mail),
    },
    now,
  );
  return { kind: "move", to: `${REPORT_PATH}/${code}` };
}

/** /bao-loi/<code>: what was reported, until when it is answered, the answer. */
export async function answerReportState({
  database,
  agency,
  params,
}: PortalCall): Promise<PortalPage | null> {
  const found = await reportByCode(database, agency.id, (params.code ?? "").toUpperCase());
  if (!found) return null;
  return {
    kind: "page",
    title: "Báo lỗi của bạn",
    description: "Tình trạng xử lý báo lỗi thông tin.",
    path: `${REPORT_PATH}/${found.code}`,
    crumbs: [{ label: "Báo lỗi thông tin", href: REPORT_PATH }],
    tags: [],
    unlisted: true,
    body: (
      <>
        <h1>{found.outcome ? reportOutcomes[found.outcome] : "Cơ quan đã nhận báo lỗi của bạn"}</h1>
        {found.outcome === null && (
          <p class="lead">
            Bạn sẽ có trả lời chậm nhất ngày {formatDate(found.dueOn)}. Hãy lưu địa chỉ trang này hoặc mã{" "}
            <strong>{found.code}</strong> để xem lại.
          </p>
        )}
        {found.outcome !== null && found.outcome !== "set-aside" && (
          <section aria-labelledby="tra-loi">
            <h2 id="tra-loi">Trả lời</h2>
            <p class="said">{found.answer}</p>
            {found.correctedPath && (
              <p>
                <a href={found.correctedPath}>Xem trang đã sửa</a>
              </p>
            )}
            <p class="facts">
              Trả lời lúc <Moment at={found.answeredAt!} />
            </p>
          </section>
        )}
        {found.outcome === "set-aside" && (
          <p class="lead">
            Cơ quan không xử lý báo lỗi này vì không hiểu được hoặc không liên quan đến trang.
          </p>
        )}
        <section aria-labelledby="da-bao">
          <h2 id="da-bao">Điều bạn đã báo</h2>
          <p class="facts">
            {reportSorts[found.sort]}
            <span aria-hidden="true"> · </span>
            <Moment at={found.receivedAt} />
            <span aria-hidden="true"> · </span>
            <a href={found.path}>{found.path}</a>
          </p>
          <p class="said">{found.words}</p>
        </section>
      </>
    ),
  };
}
