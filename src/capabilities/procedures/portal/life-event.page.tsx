/** @jsxImportSource hono/jsx */
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import {
  eventAt,
  feeInWords,
  limitInWords,
  type PublicEvent,
  type PublicProcedure,
  publicEvents,
  sides,
} from "../published.ts";
import { FINDER_PATH } from "./finder.tsx";

export const eventPath = (slug: string): string => `${FINDER_PATH}/su-kien/${slug}`;

const crumbs = [{ label: "Thủ tục hành chính", href: FINDER_PATH }];
const untold = "Chưa có thông tin";

/** The same words for several ways of filing are said once. */
const once = (words: string[]) => [...new Set(words.filter((word) => word !== ""))].join("; ") || untold;

/** What one procedure takes, in four lines: what to bring, where, how long, how much. */
function Step({ procedure, note }: { procedure: PublicProcedure; note: string }) {
  const { record, path, isPaused } = procedure;
  const [papers] = record.components;
  return (
    <li>
      <h2 class="card-title">
        <a href={path}>{record.name}</a>
      </h2>
      {note && <p class="card-facts">Trường hợp: {note}</p>}
      {isPaused && (
        <p>
          <strong>Thủ tục này đang tạm dừng.</strong>
        </p>
      )}
      <dl class="pairs">
        <div>
          <dt>Cần chuẩn bị</dt>
          <dd>
            {papers && papers.papers.length > 0 ? (
              <ul>
                {papers.papers.map(({ name }) => (
                  <li>{name}</li>
                ))}
              </ul>
            ) : (
              untold
            )}
            {record.components.length > 1 && (
              <a href={`${path}#ho-so`}>Xem đủ {record.components.length} trường hợp</a>
            )}
          </dd>
        </div>
        <div>
          <dt>Nộp ở đâu</dt>
          <dd>{record.receivingAddress || record.implementingAgency || untold}</dd>
        </div>
        <div>
          <dt>Bao lâu</dt>
          <dd>{once(record.methods.map(limitInWords))}</dd>
        </div>
        <div>
          <dt>Phí, lệ phí</dt>
          <dd>{once(record.methods.map(({ fees }) => fees.map(feeInWords).join(", ")))}</dd>
        </div>
      </dl>
    </li>
  );
}

const stepKey = ({ procedures }: PublicEvent) =>
  procedures.length === 1
    ? "Cần làm một thủ tục."
    : `Có ${procedures.length} thủ tục, làm theo thứ tự dưới đây.`;

/** /thu-tuc/su-kien/<slug>: what somebody sets out to do, and all that it takes. */
export async function answerLifeEvent(call: PortalCall): Promise<PortalPage | null> {
  const { database, agency, now } = call;
  const slug = call.params.slug ?? "";
  const path = eventPath(slug);
  const tags = ["procedure:any", "procedure:each"];
  const events = await publicEvents(database, agency.id, toVietnamDate(now).toString());
  const event = events.find((one) => one.slug === slug);
  if (!event) {
    const former = await eventAt(database, agency.id, slug);
    if (!former) return null;
    return {
      kind: "page",
      status: 410,
      title: former.name,
      description: "Mục này không còn trên trang tìm thủ tục.",
      ...{ path, crumbs, tags, unlisted: true },
      body: (
        <>
          <h1>{former.name}</h1>
          <p class="lead">Mục này không còn, hoặc các thủ tục của nó đã thôi thực hiện.</p>
          <p>
            <a href={FINDER_PATH}>Tìm thủ tục khác</a>
          </p>
        </>
      ),
    };
  }
  return {
    kind: "page",
    title: event.name,
    description: `${event.name}: cần làm thủ tục gì, chuẩn bị giấy tờ gì, nộp ở đâu, bao lâu, phí bao nhiêu.`,
    ...{ path, crumbs, tags },
    lastModified: event.updatedAt,
    body: (
      <>
        <h1>{event.name}</h1>
        <p class="card-facts">{sides[event.side]}</p>
        {event.summary && <p class="lead">{event.summary}</p>}
        <p>{stepKey(event)}</p>
        <ol class="event-steps">
          {event.procedures.map((one) => (
            <Step {...one} />
          ))}
        </ol>
        <p>
          <a href={`/theo-doi?su-kien=${slug}`}>Nhận thư khi thủ tục của việc này thay đổi</a>
        </p>
      </>
    ),
  };
}
