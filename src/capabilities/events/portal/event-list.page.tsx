/** @jsxImportSource hono/jsx */
import type { HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { PageLinks } from "#platform/http/portal-parts.tsx";
import {
  EVENTS_PATH,
  type Event,
  eventKinds,
  eventPath,
  eventStates,
  pastEvents,
  timeInWords,
  unitNamesOf,
  upcomingEvents,
} from "../published.ts";
import { FEED_PATH } from "./calendar.ts";

const PAGE = 20;
const MOST_COMING = 100;

function Listed({ events, nameOf }: { events: Event[]; nameOf: (id: string) => string }) {
  return (
    <ul class="sections">
      {events.map((one) => (
        <li>
          <p>
            {one.state === "postponed" || one.state === "cancelled" ? (
              <strong>{eventStates[one.state]}: </strong>
            ) : null}
            <a href={eventPath(one)}>{one.title}</a>
          </p>
          <p class="facts">
            {eventKinds[one.kind]} · {timeInWords(one)}
            {one.place && ` · ${one.place}`} · {nameOf(one.leadUnitId)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** /su-kien: what is to come, what is over; works without a script. */
export async function answerEventList({
  database,
  agency,
  query,
  now,
  origin,
}: PortalCall): Promise<PortalPage> {
  const page = Math.max(1, Math.min(1000, Math.floor(Number(query.trang)) || 1));
  const coming = page === 1 ? await upcomingEvents(database, agency.id, now, MOST_COMING) : [];
  const past = await pastEvents(database, agency.id, now, PAGE + 1, (page - 1) * PAGE);
  const nameOf = await unitNamesOf(database, agency.id);
  const hrefOf = (n: number) => (n > 1 ? `${EVENTS_PATH}?trang=${n}` : EVENTS_PATH);
  const feed = `${origin}${FEED_PATH}`;
  return {
    kind: "page",
    title: "Sự kiện, đối thoại",
    description: `Hội nghị, lễ hội, tập huấn, đối thoại của ${agency.name}: thời gian, địa điểm, câu hỏi, cam kết và kết quả.`,
    path: hrefOf(page),
    crumbs: [],
    tags: ["event:any"],
    body: (
      <>
        <h1>Sự kiện, đối thoại</h1>
        <p class="lead">
          Nơi {agency.name} gặp người dân, doanh nghiệp; thay đổi, hoãn, hủy được báo tại trang của từng sự
          kiện.
        </p>
        {page === 1 && (
          <section aria-labelledby="sap-toi">
            <h2 id="sap-toi">Sắp diễn ra</h2>
            {coming.length === 0 ? (
              <p>Chưa có sự kiện nào sắp diễn ra.</p>
            ) : (
              <Listed events={coming} nameOf={nameOf} />
            )}
          </section>
        )}
        {past.length > 0 && (
          <section aria-labelledby="da-qua">
            <h2 id="da-qua">Đã qua</h2>
            <Listed events={past.slice(0, PAGE)} nameOf={nameOf} />
            <PageLinks page={page} pages={past.length > PAGE ? page + 1 : page} hrefOf={hrefOf} />
          </section>
        )}
        <h2>Theo dõi trong lịch của bạn</h2>
        <p>
          Thêm địa chỉ sau vào ứng dụng lịch trên điện thoại hoặc máy tính; lịch tự cập nhật khi sự kiện đổi
          giờ, hoãn, hủy: <a href={FEED_PATH}>{feed}</a>
        </p>
      </>
    ),
  };
}

const MOST_AT_HOME = 3;

/** The next events, on the home page. */
export async function homeEvents({ database, agency, now }: PortalCall): Promise<HomePart | null> {
  const coming = await upcomingEvents(database, agency.id, now, MOST_AT_HOME);
  if (coming.length === 0) return null;
  const nameOf = await unitNamesOf(database, agency.id);
  return {
    tags: ["event:any"],
    lastModified: null,
    body: (
      <section aria-labelledby="su-kien">
        <h2 id="su-kien">Sự kiện sắp diễn ra</h2>
        <Listed events={coming} nameOf={nameOf} />
        <p>
          <a href={EVENTS_PATH}>Mọi sự kiện, đối thoại</a>
        </p>
      </section>
    ),
  };
}
