/** @jsxImportSource hono/jsx */
import type { PortalAgency } from "#platform/http/portal-page.ts";
import { channelLabels, feeInWords, limitInWords, type PublicProcedurePage } from "../published.ts";

/** Papers named at once; the whole list stands below. */
const FIRST_PAPERS = 6;

type Methods = PublicProcedurePage["record"]["methods"];

/** The same words for several channels are said once: "Trực tiếp, trực tuyến: 15 ngày làm việc". */
function byChannel(methods: Methods, wordsOf: (method: Methods[number]) => string) {
  const said = Map.groupBy(
    methods.filter((method) => wordsOf(method) !== ""),
    wordsOf,
  );
  return [...said].map(([words, same]) => ({
    words,
    channels:
      said.size === 1 && same.length === methods.length
        ? ""
        : same.map(({ channel }) => channelLabels[channel]).join(", "),
  }));
}

function Told({ parts }: { parts: { words: string; channels: string }[] }) {
  if (parts.length === 0) return <>Chưa có thông tin</>;
  return (
    <>
      {parts.map(({ words, channels }) => (
        <span class="line">
          {channels && <span class="soft">{channels}: </span>}
          {words}
        </span>
      ))}
    </>
  );
}

function Papers({ one: { record } }: { one: PublicProcedurePage }) {
  const [first] = record.components;
  if (!first || first.papers.length === 0) return <>Chưa có thông tin</>;
  const rest = first.papers.length - FIRST_PAPERS;
  return (
    <>
      {first.case && <span class="soft">{first.case}:</span>}
      <ul>
        {first.papers.slice(0, FIRST_PAPERS).map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
      {(rest > 0 || record.components.length > 1) && (
        <a href="#ho-so">
          {record.components.length > 1
            ? `Xem đủ ${record.components.length} trường hợp`
            : `Xem thêm ${rest} giấy tờ`}
        </a>
      )}
    </>
  );
}

/** The first screen: where, how long, how much, what to bring, what one gets, whom to ask. */
export function AtAGlance({ one, agency }: { one: PublicProcedurePage; agency: PortalAgency }) {
  const { record } = one;
  const channels = record.methods.map(({ channel }) => channelLabels[channel]);
  return (
    <section class="glance" aria-labelledby="tom-tat">
      <h2 id="tom-tat" class="unseen">
        Tóm tắt
      </h2>
      <dl class="pairs">
        <div>
          <dt>Nộp ở đâu</dt>
          <dd>
            {record.receivingAddress || record.implementingAgency || "Chưa có thông tin"}
            {channels.length > 0 && (
              <span class="soft"> ({[...new Set(channels)].join(", ").toLowerCase()})</span>
            )}
            {record.nationalUrl && (
              <a class="line" href={record.nationalUrl}>
                Nộp trên Cổng Dịch vụ công quốc gia
              </a>
            )}
          </dd>
        </div>
        <div>
          <dt>Bao lâu</dt>
          <dd>
            <Told parts={byChannel(record.methods, limitInWords)} />
          </dd>
        </div>
        <div>
          <dt>Phí, lệ phí</dt>
          <dd>
            <Told parts={byChannel(record.methods, ({ fees }) => fees.map(feeInWords).join("; "))} />
          </dd>
        </div>
        <div>
          <dt>Cần chuẩn bị</dt>
          <dd>
            <Papers one={one} />
          </dd>
        </div>
        <div>
          <dt>Kết quả</dt>
          <dd>{record.results.join("; ") || "Chưa có thông tin"}</dd>
        </div>
        <div>
          <dt>Dành cho</dt>
          <dd>{record.audience.join("; ") || "Chưa có thông tin"}</dd>
        </div>
        {(agency.phone || agency.email) && (
          <div>
            <dt>Hỏi thêm</dt>
            <dd>
              {agency.phone && <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>}
              {agency.phone && agency.email && ", "}
              {agency.email && <a href={`mailto:${agency.email}`}>{agency.email}</a>}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
