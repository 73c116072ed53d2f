/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { publicSpeakers, type Speaker, speakersTag } from "../published.ts";

export const SPEAKERS_PATH = "/nguoi-phat-ngon";

const byDecision = ({ decision, decisionOn }: Speaker) =>
  [decision, decisionOn && `ngày ${formatDate(decisionOn)}`].filter(Boolean).join(" ");

const term = ({ fromDate, toDate }: Speaker) =>
  `Từ ${formatDate(fromDate)}${toDate ? ` đến hết ${formatDate(toDate)}` : ""}`;

function OneSpeaker({ one }: { one: Speaker }) {
  const { id, name, position, standing, matter, topics, phone, email } = one;
  const rows = [
    ["Tư cách", standing],
    ["Vụ việc", matter],
    ["Lĩnh vực", topics],
    ["Theo văn bản", byDecision(one)],
    ["Thời hạn", term(one)],
  ];
  return (
    <section aria-labelledby={`phat-ngon-${id}`}>
      <h2 id={`phat-ngon-${id}`}>
        {name}, {position}
      </h2>
      <dl class="pairs">
        {rows.map(
          ([label, value]) =>
            value && (
              <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {phone && (
          <div>
            <dt>Điện thoại</dt>
            <dd>
              <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
            </dd>
          </div>
        )}
        {email && (
          <div>
            <dt>Thư điện tử</dt>
            <dd>
              <a href={`mailto:${email}`}>{email}</a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** /nguoi-phat-ngon */
export async function answerSpokespeople({ database, agency, now }: PortalCall): Promise<PortalPage> {
  const speakers = await publicSpeakers(database, agency.id, now);
  return {
    kind: "page",
    title: "Người phát ngôn và cung cấp thông tin cho báo chí",
    description: `Người phát ngôn của ${agency.name}: họ tên, chức vụ, cách liên hệ.`,
    path: SPEAKERS_PATH,
    crumbs: [],
    body: (
      <>
        <h1>Người phát ngôn và cung cấp thông tin cho báo chí</h1>
        {speakers.length === 0 ? (
          <p>{agency.name} đang cập nhật danh sách người phát ngôn. Hãy liên hệ theo trang Giới thiệu.</p>
        ) : (
          speakers.map((one) => <OneSpeaker one={one} />)
        )}
      </>
    ),
    tags: [speakersTag(agency.id)],
  };
}
