/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Moment, shorten } from "#platform/http/portal-parts.tsx";
import {
  changesOf,
  countWays,
  EVENTS_PATH,
  type Event,
  eventBySlug,
  eventKinds,
  eventPath,
  eventStates,
  itemsOf,
  photosOf,
  presentMaterials,
  stepWords,
  takesRegistration,
  timeInWords,
  unitNamesOf,
} from "../published.ts";
import { dialoguePart } from "./dialogue-part.tsx";

function Standing({ one, why }: { one: Event; why: string }) {
  if (one.state !== "postponed" && one.state !== "cancelled") return null;
  return (
    <div class="notice" role="note">
      <p>
        <strong>{eventStates[one.state]}.</strong> {why}
      </p>
    </div>
  );
}

function Facts({ one, unitName }: { one: Event; unitName: string }) {
  const facts: [string, string][] = [
    ["Thời gian", one.state === "postponed" ? "Chờ lịch mới" : timeInWords(one)],
    ["Địa điểm", one.place],
    ["Đơn vị chủ trì", unitName],
    ["Đối tượng", one.audience],
    ["Dự kiến", one.expected === null ? "" : `${countText(one.expected)} người`],
    [
      "Đã tham dự",
      one.attended === null ? "" : `${countText(one.attended)} người (${countWays[one.countedHow!]})`,
    ],
  ];
  return (
    <dl class="facts-list">
      {facts
        .filter(([, words]) => words !== "")
        .map(([name, words]) => (
          <div>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
    </dl>
  );
}

type Changes = Awaited<ReturnType<typeof changesOf>>;

/** What the public was told of, newest first: nothing of it is ever taken away. */
function Trace({ changes }: { changes: Changes }) {
  return (
    <section aria-labelledby="thay-doi">
      <h2 id="thay-doi">Đã báo</h2>
      <ol class="sections" reversed>
        {changes.map(({ at, act, differences, reason }) => (
          <li>
            <p>
              <Moment at={at} />: {stepWords[act]}
              {reason && `. Lý do: ${reason}`}
            </p>
            {differences.length > 0 && (
              <ul>
                {differences.map((words) => (
                  <li>{words}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** /su-kien/<slug> */
export async function answerEvent(call: PortalCall): Promise<PortalPage | null> {
  const { database, agency, params, origin } = call;
  const one = await eventBySlug(database, agency.id, params.slug ?? "");
  if (!one) return null;
  const nameOf = await unitNamesOf(database, agency.id);
  const unitName = nameOf(one.leadUnitId);
  const items = await itemsOf(database, one.id);
  const changes = await changesOf(database, one.id);
  const materials = (await presentMaterials(database, agency.id, one.id)).filter(({ path }) => path !== null);
  const photos =
    one.state === "held"
      ? (await photosOf(database, agency.id, one.id)).filter(({ issues }) => issues.length === 0)
      : [];
  const why = changes.find(({ act }) => act === "postpone" || act === "cancel")?.reason ?? "";
  return {
    kind: "page",
    title: one.title,
    description: shorten(`${eventKinds[one.kind]}, ${timeInWords(one)}. ${one.summary}`, 180),
    path: eventPath(one),
    crumbs: [{ label: "Sự kiện, đối thoại", href: EVENTS_PATH }],
    tags: ["event:any"],
    lastModified: one.changedAt,
    structuredData: [
      {
        "@type": "Event",
        name: one.title,
        startDate: one.startsAt.toISOString(),
        endDate: one.endsAt.toISOString(),
        eventStatus: `https://schema.org/${{ postponed: "EventPostponed", cancelled: "EventCancelled" }[one.state as string] ?? "EventScheduled"}`,
        location: { "@type": "Place", name: one.place, address: one.place },
        organizer: { "@type": "GovernmentOrganization", name: agency.name, url: origin },
        description: one.summary,
      },
    ],
    body: (
      <article class="article">
        <h1>{one.title}</h1>
        <p class="facts">{eventKinds[one.kind]}</p>
        <Standing one={one} why={why} />
        <Facts one={one} unitName={unitName} />
        <p class="said">{one.summary}</p>
        {one.state !== "cancelled" && (
          <p>
            <a href={`${eventPath(one)}/lich.ics`}>Thêm vào lịch của bạn</a>
          </p>
        )}
        {takesRegistration(one, call.now) && (
          <p>
            <a class="button" href={`${eventPath(one)}/dang-ky`}>
              Đăng ký dự
            </a>
          </p>
        )}
        {one.heldNote && (
          <section aria-labelledby="ket-qua">
            <h2 id="ket-qua">Đã diễn ra</h2>
            <p class="said">{one.heldNote}</p>
          </section>
        )}
        <h2>Nội dung cải cách hành chính</h2>
        <p class="said">{one.reformPart}</p>
        {items.length > 0 && (
          <>
            <h2>Chương trình</h2>
            <ul>
              {items.map(({ atHour, words, isReform }) => (
                <li>
                  {atHour && <strong>{atHour} </strong>}
                  {words}
                  {isReform && " (cải cách hành chính)"}
                </li>
              ))}
            </ul>
          </>
        )}
        {materials.length > 0 && (
          <>
            <h2>Tài liệu</h2>
            <ul>
              {materials.map(({ path, label, fileName }) => (
                <li>
                  <a href={path!}>{label}</a>
                  {fileName && ` (${fileName.split(".").at(-1)})`}
                </li>
              ))}
            </ul>
          </>
        )}
        {photos.length > 0 && (
          <section aria-labelledby="anh">
            <h2 id="anh">Hình ảnh</h2>
            {photos.map(({ id, alt, credit, width, height }) => (
              <figure>
                <img
                  src={`/su-kien-anh/${one.id}/${id}`}
                  alt={alt}
                  width={width}
                  height={height}
                  loading="lazy"
                />
                {credit && <figcaption>Ảnh: {credit}</figcaption>}
              </figure>
            ))}
          </section>
        )}
        {await dialoguePart(call, one)}
        <Trace changes={changes} />
      </article>
    ),
  };
}
