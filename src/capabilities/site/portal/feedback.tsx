/** @jsxImportSource hono/jsx */

import { formatDate } from "#platform/clock/vietnam-time.ts";
import { limitCallers } from "#platform/http/limit-callers.ts";
import type {
  Markup,
  PortalCall,
  PortalFormCall,
  PortalMove,
  PortalPage,
} from "#platform/http/portal-page.ts";
import { Moment } from "#platform/http/portal-parts.tsx";
import { isSigned, pagePath, publicStanding, signed, voteOnPage } from "../published.ts";

export const THANKS = "/y-kien/cam-on";

/** One address says once a day whether a page helped. */
const once = limitCallers({ most: 1, seconds: 24 * 3600 });
const often = limitCallers({ most: 30, seconds: 60 });

const nameOf = (agencyId: string, path: string) => `${agencyId} ${path}`;

/** Pages that are themselves a form, or of nothing. */
const isAsked = ({ status, unlisted, path }: PortalPage) =>
  (status === undefined || status === 200) && !unlisted && path !== "/bao-loi" && path !== "/theo-doi";

/** What a report may name: of a page that no list holds its address may be a secret (a link that was mailed). */
const reportedPath = ({ path, unlisted }: PortalPage) => (unlisted ? `/${path.split("/")[1] ?? ""}` : path);

/** When somebody found the page right, and what stands in its place once it is gone. */
async function Standing({ call, page }: { call: PortalCall; page: PortalPage }) {
  const { database, agency } = call;
  const { status = 200, unlisted, path } = page;
  const isAskedOf = status === 410 || (status === 200 && !unlisted);
  const found = isAskedOf ? await publicStanding(database, agency.id, path.split("?")[0]!) : null;
  const successor = status === 410 ? found?.successor : null;
  const reviewedAt = status === 200 ? found?.reviewedAt : null;
  return (
    <>
      {successor && (
        <p>
          Trang thay thế: <a href={successor}>{successor}</a>
        </p>
      )}
      {reviewedAt && (
        <p class="facts">
          Cơ quan xem lại, xác nhận còn đúng ngày <Moment at={reviewedAt} withHour={false} />
          {found?.reviewBy && `; xem lại lần tới trước ngày ${formatDate(found.reviewBy)}`}.
        </p>
      )}
    </>
  );
}

/** Under every page: whether it helped, and where to say what is wrong with it. */
export function pageFoot(call: PortalCall, page: PortalPage): Markup | null {
  const { agency } = call;
  if (page.path === "/bao-loi") return null;
  const report = `/bao-loi?trang=${encodeURIComponent(reportedPath(page))}`;
  return (
    <aside class="page-feedback" aria-label="Góp ý về trang này">
      <Standing call={call} page={page} />
      {isAsked(page) && (
        <form action="/y-kien" method="post" class="helped">
          <input type="hidden" name="trang" value={page.path} />
          <input type="hidden" name="dau" value={signed("vote", nameOf(agency.id, page.path))} />
          <fieldset class="helped-answers">
            <legend>Trang này có hữu ích không?</legend>
            <button type="submit" class="plain" name="y-kien" value="co">
              Có
            </button>
            <button type="submit" class="plain" name="y-kien" value="khong">
              Không
            </button>
          </fieldset>
        </form>
      )}
      <p>
        <a href={report} rel="nofollow">
          Báo lỗi thông tin ở trang này
        </a>
        {agency.phone && (
          <>
            {" "}
            hoặc gọi <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>
          </>
        )}
      </p>
    </aside>
  ) as Markup;
}

/** Takes one click; a second one of the same day from the same place counts nothing and is thanked alike. */
export async function takeVote({
  database,
  agency,
  form,
  caller,
  now,
}: PortalFormCall): Promise<PortalMove | null> {
  const path = pagePath(form.get("trang") ?? "");
  const useful = form.get("y-kien") === "co";
  if (path === null || !isSigned("vote", nameOf(agency.id, path), form.get("dau") ?? "")) return null;
  if (often(caller) && once(`${caller} ${nameOf(agency.id, path)}`))
    await voteOnPage(database, { agencyId: agency.id, path, useful, at: now });
  const page = encodeURIComponent(path);
  return { kind: "move", to: useful ? `${THANKS}?trang=${page}` : `/bao-loi?trang=${page}&vi=thieu` };
}

/** /y-kien/cam-on */
export async function answerThanks({ query }: PortalCall): Promise<PortalPage> {
  const back = pagePath(query.trang ?? "") ?? "/";
  return {
    kind: "page",
    title: "Cảm ơn bạn",
    description: "Ý kiến của bạn đã được ghi nhận.",
    path: THANKS,
    crumbs: [],
    tags: [],
    unlisted: true,
    body: (
      <>
        <h1>Cảm ơn bạn</h1>
        <p class="lead">Ý kiến của bạn đã được ghi nhận. Cơ quan không lưu ai đã trả lời.</p>
        <p>
          <a href={back}>Quay lại trang vừa xem</a>
        </p>
      </>
    ),
  };
}
