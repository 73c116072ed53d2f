import { randomBytes } from "node:crypto";
import type { Context, Hono } from "hono";
import { html, raw } from "hono/html";
import { agencyById } from "#organization";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { limitCallers } from "#platform/http/limit-callers.ts";
import { renderRichText } from "#platform/rich-text/render-rich-text.ts";
import { clean } from "../clean-words.ts";
import { kindOf } from "../kinds/index.ts";
import { pictureAddress } from "../media-library/picture-address.ts";
import { shownText } from "../shown-text.ts";
import { answerCheck, noteOpening } from "./answer-check.ts";
import { checkByToken } from "./outside-check-queries.ts";

const PATH = "/tham-dinh/:token{[A-Za-z0-9_-]{43}}";
/** So often one address may ask within a minute. */
const MOST_A_MINUTE = 30;
const LONGEST = 4000;

const style = `:root{color-scheme:light}*{box-sizing:border-box}body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:#1b1b1b;background:#fff}main{max-width:44rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}h1{font-size:1.375rem;line-height:1.3}h2{font-size:1.25rem}.sapo{font-weight:600}img,video{max-width:100%;height:auto}audio{max-width:100%}table{display:block;overflow-x:auto;border-collapse:collapse}td,th{border:1px solid #767676;padding:.25rem .5rem}.box{border:1px solid #767676;border-radius:.5rem;padding:1rem;margin:1rem 0}.ask{background:#eef4fb}.wrong{border:2px solid #a80f1c;padding:.75rem;border-radius:.5rem}fieldset{border:0;padding:0;margin:0 0 1rem}legend,.name{font-weight:600;display:block}label{display:flex;gap:.5rem;align-items:flex-start;padding:.5rem 0}input[type=radio]{width:1.25rem;height:1.25rem;margin-top:.25rem}textarea,input[type=text]{width:100%;font:inherit;padding:.5rem;border:1px solid #595959;border-radius:.25rem}button{font:inherit;font-weight:600;color:#fff;background:#98121f;border:0;border-radius:.25rem;padding:.75rem 1.25rem;min-height:2.75rem}:focus-visible{outline:3px solid #0b57d0;outline-offset:2px}`;

/** Nothing is kept by anybody on the way, told to other sites, found by a search or loaded from elsewhere. */
function answer(c: Context, title: string, body: unknown, status: 200 | 404 | 422 | 429 = 200) {
  const nonce = randomBytes(16).toString("base64");
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
  c.header("X-Robots-Tag", "noindex, nofollow");
  c.header("X-Frame-Options", "DENY");
  c.header(
    "Content-Security-Policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  return c.html(
    html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style nonce="${nonce}">${raw(style)}</style></head><body><main>${body}</main></body></html>`,
    status,
  );
}

const over = (c: Context, sentence: string, status: 200 | 404 | 429 = 200) =>
  answer(c, "Nhờ thẩm định", html`<h1>Nhờ thẩm định</h1><p>${sentence}</p>`, status);

type Found = NonNullable<Awaited<ReturnType<typeof checkByToken>>> & { agencyName: string };
interface Typed {
  verdict: string;
  words: string;
  name: string;
}

/** The text as its channel shows it, then what the expert is asked and answers. */
function checkPage(token: string, { check, item, text, agencyName }: Found, typed: Typed, wrong: string[]) {
  // What is not public yet is shown under this link alone.
  const body = renderRichText(shownText({ kind: item.kind, ...text })).replace(
    /\/media\/[0-9a-f-]{36}[^\s"',]*/g,
    (path) => `${path}?lien-ket=${token}`,
  );
  const leads = text.imageId && !body.includes(text.imageId);
  const chosen = (verdict: string) => (typed.verdict === verdict ? "checked" : "");
  return html`<p>${kindOf(item.kind)?.label ?? "Nội dung"} chưa công bố, chỉ gửi riêng ${check.name}, ${check.organization}. Xin đừng chuyển tiếp. Liên kết dùng được đến ${formatDateTime(check.endsAt)}.</p>
${wrong.length > 0 ? html`<div class="wrong" role="alert"><p class="name">Chưa gửi được trả lời</p>${wrong.map((one) => html`<p>${one}</p>`)}</div>` : ""}
<div class="box ask"><p class="name">${check.askedByName}, ${agencyName}, nhờ xem:</p><p>${check.asks}</p></div>
<article class="box"><h1>${text.title}</h1>${text.summary ? html`<p class="sapo">${text.summary}</p>` : ""}${
    leads
      ? html`<img src="${pictureAddress(text.imageId!, null)}?lien-ket=${token}" alt="${text.imageAlt}">`
      : ""
  }${raw(body)}</article>
<form method="post" action="/tham-dinh/${token}"><h2>Trả lời</h2>
<fieldset><legend>Nội dung chuyên môn</legend>
<label><input type="radio" name="verdict" value="right" ${chosen("right")}> Đúng</label>
<label><input type="radio" name="verdict" value="mend" ${chosen("mend")}> Cần sửa, vì …</label></fieldset>
<p><label class="name" for="words">Cần sửa gì, vì sao</label><textarea id="words" name="words" rows="5" maxlength="${LONGEST}">${typed.words}</textarea></p>
<p><label class="name" for="name">Họ và tên người trả lời</label><input id="name" type="text" name="name" maxlength="200" autocomplete="name" value="${typed.name}"></p>
<p>Trả lời được giữ cùng bài, ghi là của chuyên gia ngoài; việc duyệt và đăng vẫn do cơ quan quyết định.</p>
<button>Gửi trả lời</button></form>`;
}

const UNKNOWN =
  "Liên kết này không đúng nên không hiện nội dung nào. Xin chép lại cả liên kết từ thư hoặc tin nhắn đã nhận; nếu vẫn không mở được, xin liên hệ người đã gửi cho bạn.";
const ENDED =
  "Liên kết này đã kết thúc nên không còn hiện nội dung. Nếu cần, xin liên hệ người đã gửi cho bạn. Cảm ơn bạn.";

/** The page on which an expert outside, without an account, checks the one text they were asked about. */
export function serveOutsideChecks(app: Hono, database: Database, config: Config): void {
  const allowed = limitCallers({ most: MOST_A_MINUTE, seconds: 60 });
  const found = async (c: Context): Promise<Found | Response> => {
    if (!allowed(callerAddress(c, config)))
      return over(c, "Có quá nhiều lượt mở từ nơi này. Xin đợi một phút rồi mở lại.", 429);
    const known = await checkByToken(database, c.req.param("token")!, new Date());
    if (!known) return over(c, UNKNOWN, 404);
    if (known.end === "answered")
      return over(c, "Cảm ơn bạn, trả lời đã được ghi nhận. Liên kết này đã kết thúc.");
    if (known.end !== null) return over(c, ENDED);
    const agency = await agencyById(database, known.item.agencyId);
    return { ...known, agencyName: agency!.name };
  };
  app.get(PATH, async (c) => {
    const known = await found(c);
    if (known instanceof Response) return known;
    await noteOpening(database, known.check);
    return answer(
      c,
      "Nhờ thẩm định",
      checkPage(c.req.param("token"), known, { verdict: "", words: "", name: known.check.name }, []),
    );
  });
  app.post(PATH, async (c) => {
    const known = await found(c);
    if (known instanceof Response) return known;
    const token = c.req.param("token");
    const form = await c.req.parseBody();
    const field = (name: string) => clean(typeof form[name] === "string" ? form[name] : "");
    const typed = { verdict: field("verdict"), words: field("words"), name: field("name") };
    const { verdict } = typed;
    const wrong = [
      ...(verdict === "right" || verdict === "mend" ? [] : ["Hãy chọn “Đúng” hoặc “Cần sửa”."]),
      ...(verdict === "mend" && typed.words === "" ? ["Hãy ghi cần sửa gì, vì sao."] : []),
      ...(typed.words.length > LONGEST
        ? [`Phần cần sửa dài quá ${LONGEST} chữ cái; hãy viết ngắn lại.`]
        : []),
      ...(typed.name === "" || typed.name.length > 200 ? ["Hãy ghi họ và tên người trả lời."] : []),
    ];
    if (wrong.length > 0 || (verdict !== "right" && verdict !== "mend"))
      return answer(c, "Chưa gửi được trả lời", checkPage(token, known, typed, wrong), 422);
    await answerCheck(database, token, { ...typed, verdict });
    return c.redirect(`/tham-dinh/${token}`, 303);
  });
}
