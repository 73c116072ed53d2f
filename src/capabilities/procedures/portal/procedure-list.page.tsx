/** @jsxImportSource hono/jsx */
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Empty, PageLinks } from "#platform/http/portal-parts.tsx";
import { findTexts, TOLD_APART } from "#platform/search/find-texts.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import {
  levelLabels,
  type PublicEvent,
  type PublicProcedure,
  publicEvents,
  publicProcedures,
  type Side,
  serviceLevelLabels,
  sides,
} from "../published.ts";
import { FINDER_PATH, Finder, fieldsOf, finderPath, nothingWanted, type Wanted } from "./finder.tsx";
import { eventPath } from "./life-event.page.tsx";

const PER_PAGE = 30;

/** What was found of the words, by id, with its place; null: no words were asked for. */
type Places = ReadonlyMap<string, number> | null;

async function placesOf({ database, agency }: PortalCall, words: string): Promise<Places> {
  if (words === "") return null;
  const asking = { agencyId: agency.id, kind: "procedure", query: words, limit: TOLD_APART };
  const { hits } = await findTexts(database, asking);
  return new Map(hits.map(({ objectId }, place) => [objectId, place]));
}

/** What fits, the best first when words were asked for. */
function narrowed(
  all: PublicProcedure[],
  { field, audience, level, event }: Wanted,
  places: Places,
  events: PublicEvent[],
): PublicProcedure[] {
  const taken = events.find(({ slug }) => slug === event)?.procedures ?? [];
  const ofEvent = new Set(taken.map(({ procedure }) => procedure.id));
  const fitting = all.filter(
    ({ id, record }) =>
      (event === "" || ofEvent.has(id)) &&
      (field === "" || record.field === field) &&
      (audience === "" || record.audience.includes(audience)) &&
      (level === "" || record.level === level),
  );
  if (places === null) return fitting;
  return fitting.filter(({ id }) => places.has(id)).toSorted((a, b) => places.get(a.id)! - places.get(b.id)!);
}

function Row({ one: { code, path, isPaused, record } }: { one: PublicProcedure }) {
  const facts = [
    `Mã ${code}`,
    record.field,
    record.level && levelLabels[record.level],
    record.serviceLevel &&
      `Dịch vụ công trực tuyến: ${serviceLevelLabels[record.serviceLevel].toLowerCase()}`,
  ].filter(Boolean);
  return (
    <li>
      <a href={path}>{record.name}</a>
      {isPaused && <strong> (đang tạm dừng)</strong>}
      <span class="card-facts">{facts.join(" · ")}</span>
    </li>
  );
}

interface Listed {
  all: PublicProcedure[];
  events: PublicEvent[];
  wanted: Wanted;
  places: Places;
  page: number;
}

/** Events whose names hold every word that was asked for, with or without their signs, or that take what was found. */
function eventsNamed(events: PublicEvent[], words: string, places: Places): PublicEvent[] {
  const asked = unaccent(words.toLowerCase()).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return events.filter(({ name, procedures }) => {
    const held = unaccent(name.toLowerCase());
    return (
      asked.every((word) => held.includes(word)) ||
      procedures.some(({ procedure }) => places?.has(procedure.id))
    );
  });
}

function EventLinks({ events }: { events: PublicEvent[] }) {
  return (
    <ul class="rows">
      {events.map(({ slug, name, procedures }) => (
        <li>
          <a href={eventPath(slug)}>{name}</a>
          <span class="card-facts">{countText(procedures.length)} thủ tục</span>
        </li>
      ))}
    </ul>
  );
}

/** What people set out to do, by whose matter it is: the shortest way to what it takes. */
function Events({ events }: { events: PublicEvent[] }) {
  return (
    <>
      {(Object.keys(sides) as Side[]).map((side) => {
        const theirs = events.filter((event) => event.side === side);
        return (
          theirs.length > 0 && (
            <section aria-labelledby={`su-kien-${side}`}>
              <h2 id={`su-kien-${side}`}>{sides[side]}</h2>
              <EventLinks events={theirs} />
            </section>
          )
        );
      })}
    </>
  );
}

function List({ all, events, wanted, places, page }: Listed) {
  const found = narrowed(all, wanted, places, events);
  const named = page === 1 ? eventsNamed(events, wanted.words, places) : [];
  const isWhole = page === 1 && finderPath(wanted) === FINDER_PATH;
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return (
    <>
      <h1>Thủ tục hành chính</h1>
      <p class="lead">Cần giấy tờ gì, nộp ở đâu, bao lâu có kết quả, phí bao nhiêu.</p>
      <Finder procedures={all} events={events} wanted={wanted} />
      {named.length > 0 && (
        <section aria-labelledby="viec-lien-quan">
          <h2 id="viec-lien-quan">Bạn đang cần</h2>
          <EventLinks events={named} />
        </section>
      )}
      {isWhole && <Events events={events} />}
      {isWhole && events.length > 0 && found.length > 0 && <h2>Tất cả thủ tục</h2>}
      {found.length > 0 ? (
        <>
          <p class="count">
            {countText(found.length)} thủ tục{page > 1 && <>; đang xem trang {page}</>}.
          </p>
          <ul class="rows">
            {shown.map((one) => (
              <Row one={one} />
            ))}
          </ul>
          <PageLinks
            page={page}
            pages={Math.ceil(found.length / PER_PAGE)}
            hrefOf={(n) => finderPath(wanted, n)}
          />
        </>
      ) : (
        <Empty>
          {all.length === 0 ? (
            <p>Cơ quan chưa công khai thủ tục nào tại đây.</p>
          ) : (
            <>
              <p>Không có thủ tục nào khớp. Hãy thử ít chữ hơn, hoặc bỏ bớt lựa chọn.</p>
              <p>
                <a href={FINDER_PATH}>Xem tất cả {countText(all.length)} thủ tục</a>
              </p>
            </>
          )}
        </Empty>
      )}
      {found.length === 0 && named.length === 0 && <Events events={events} />}
    </>
  );
}

/** /thu-tuc?tu-khoa=…&linh-vuc=…&doi-tuong=…&cap=…&trang=… */
export async function answerProcedureList(call: PortalCall): Promise<PortalPage | null> {
  const { database, agency, query, now } = call;
  const page = query.trang === undefined ? 1 : Number(query.trang);
  if (!Number.isInteger(page) || page < 1 || page > 100_000) return null;
  const wanted: Wanted = {
    words: query["tu-khoa"] ?? "",
    field: query["linh-vuc"] ?? "",
    audience: query["doi-tuong"] ?? "",
    level: query.cap ?? "",
    event: query["su-kien"] ?? "",
  };
  const day = toVietnamDate(now).toString();
  const all = await publicProcedures(database, agency.id, day);
  const events = await publicEvents(database, agency.id, day);
  const places = await placesOf(call, wanted.words);
  if (page > 1 && narrowed(all, wanted, places, events).length <= (page - 1) * PER_PAGE) return null;
  const isNarrowed = finderPath(wanted) !== FINDER_PATH;
  return {
    kind: "page",
    title: page > 1 ? `Thủ tục hành chính, trang ${page}` : "Thủ tục hành chính",
    description: `Thủ tục hành chính do ${agency.name} thực hiện: giấy tờ, nơi nộp, thời hạn, phí.`,
    path: finderPath(wanted, page),
    crumbs: isNarrowed || page > 1 ? [{ label: "Thủ tục hành chính", href: FINDER_PATH }] : [],
    body: <List all={all} events={events} wanted={wanted} places={places} page={page} />,
    tags: ["procedure:any"],
    // A list narrowed by words is one of endlessly many.
    unlisted: wanted.words !== "",
    lastModified: null,
  };
}

/** The way to the procedures on the home page; null before there are any. */
export async function answerHomeProcedures({ database, agency, now }: PortalCall): Promise<HomePart | null> {
  const all = await publicProcedures(database, agency.id, toVietnamDate(now).toString());
  if (all.length === 0) return null;
  const counted = fieldsOf(all).map((field) => ({
    field,
    count: all.filter(({ record }) => record.field === field).length,
  }));
  return {
    body: (
      <section class="home-procedures" aria-labelledby="thu-tuc">
        <h2 id="thu-tuc">Thủ tục hành chính</h2>
        <form class="filter" action={FINDER_PATH} method="get">
          <label for="tim-thu-tuc">Bạn cần làm việc gì?</label>
          <div class="field-row">
            <input id="tim-thu-tuc" name="tu-khoa" type="search" maxlength={200} />
            <button type="submit">Tìm thủ tục</button>
          </div>
        </form>
        <ul class="fields">
          {counted.map(({ field, count }) => (
            <li>
              <a href={finderPath({ ...nothingWanted, field })}>{field}</a>{" "}
              <span class="soft">({countText(count)})</span>
            </li>
          ))}
        </ul>
        <p class="more">
          <a href={FINDER_PATH}>Xem tất cả {countText(all.length)} thủ tục</a>
        </p>
      </section>
    ),
    tags: ["procedure:any"],
    lastModified: null,
  };
}
