/** @jsxImportSource hono/jsx */
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalAgency, PortalCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import { Moment } from "#platform/http/portal-parts.tsx";
import { levelLabels, type PublicProcedurePage, publicProcedure, serviceLevelLabels } from "../published.ts";
import { FINDER_PATH, finderPath, nothingWanted } from "./finder.tsx";
import { AtAGlance } from "./procedure-glance.tsx";
import { Agencies, Basis, Changes, Components, Lines, Methods } from "./procedure-parts.tsx";

function Notes({ one: { isPaused, stateReason, repealedOn, successor } }: { one: PublicProcedurePage }) {
  return (
    <>
      {isPaused && (
        <p class="note" role="note">
          <strong>Thủ tục này đang tạm dừng.</strong> {stateReason}
        </p>
      )}
      {repealedOn && (
        <p class="note" role="note">
          <strong>Thủ tục này bị bãi bỏ từ ngày {formatDate(repealedOn)}.</strong>{" "}
          {successor && (
            <>
              Thay bằng: <a href={successor.path}>{successor.name}</a>.
            </>
          )}
        </p>
      )}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: unknown }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children as never}
    </section>
  );
}

const untold = <p class="soft">Chưa có thông tin.</p>;

function ProcedureView({ one, agency }: { one: PublicProcedurePage; agency: PortalAgency }) {
  const { code, record, updatedAt, changes } = one;
  return (
    <article class="procedure" data-doc-to="">
      <h1>{record.name}</h1>
      <p class="facts">
        Mã thủ tục {code}
        {record.field && (
          <>
            <span aria-hidden="true"> · </span>
            <a href={finderPath({ ...nothingWanted, field: record.field })}>{record.field}</a>
          </>
        )}
        {record.level && (
          <>
            <span aria-hidden="true"> · </span>
            {levelLabels[record.level]}
          </>
        )}
        <span aria-hidden="true"> · </span>
        Cập nhật ngày <Moment at={updatedAt} withHour={false} />
      </p>
      <Notes one={one} />
      <AtAGlance one={one} agency={agency} />
      {record.description && <Lines text={record.description} />}
      <Part id="trinh-tu" title="Trình tự thực hiện">
        {record.steps ? <Lines text={record.steps} /> : untold}
      </Part>
      <Part id="cach-thuc" title="Cách thức, thời hạn, phí và lệ phí">
        {record.methods.length > 0 ? <Methods methods={record.methods} /> : untold}
      </Part>
      <Part id="ho-so" title="Thành phần hồ sơ">
        {record.components.length > 0 ? <Components record={record} /> : untold}
      </Part>
      <Part id="dieu-kien" title="Yêu cầu, điều kiện">
        {record.conditions ? <Lines text={record.conditions} /> : untold}
      </Part>
      <Part id="co-quan" title="Cơ quan giải quyết">
        <Agencies record={record} />
      </Part>
      <Part id="can-cu" title="Căn cứ pháp lý">
        {record.legalBasis.length > 0 ? <Basis record={record} /> : untold}
      </Part>
      <Part id="thay-doi" title="Lịch sử thay đổi">
        <Changes changes={changes} />
      </Part>
      <p>
        <a href={`/theo-doi?thu-tuc=${encodeURIComponent(code)}`}>Nhận thư khi thủ tục này thay đổi</a>
      </p>
      <p class="source">
        {record.decisionNumber && (
          <>
            Theo Quyết định công bố {record.decisionNumber}
            {record.decidedOn && <> ngày {formatDate(record.decidedOn)}</>}.{" "}
          </>
        )}
        {record.serviceLevel && (
          <>Dịch vụ công trực tuyến: {serviceLevelLabels[record.serviceLevel].toLowerCase()}. </>
        )}
        {record.nationalUrl && (
          <>
            Bản gốc trên <a href={record.nationalUrl}>Cổng Dịch vụ công quốc gia</a>.
          </>
        )}
      </p>
    </article>
  );
}

/** What is left of a procedure that was repealed: since when, why, and what people do instead. */
function gonePage({ id, path, record, repealedOn, stateReason, successor }: PublicProcedurePage): PortalPage {
  const day = formatDate(repealedOn!);
  return {
    kind: "page",
    status: 410,
    title: `Đã bãi bỏ: ${record.name}`,
    description: `Thủ tục này bị bãi bỏ từ ngày ${day}.`,
    path,
    crumbs: [{ label: "Thủ tục hành chính", href: FINDER_PATH }],
    body: (
      <>
        <h1>{record.name}</h1>
        <p class="lead">Thủ tục này bị bãi bỏ từ ngày {day}, không nhận hồ sơ mới.</p>
        {stateReason && <p>Lý do: {stateReason}</p>}
        {successor ? (
          <p>
            Nay thực hiện: <a href={successor.path}>{successor.name}</a>
          </p>
        ) : (
          <p>
            <a href={FINDER_PATH}>Tìm thủ tục khác</a>
          </p>
        )}
      </>
    ),
    tags: [`procedure:${id}`, "procedure:each"],
    unlisted: true,
  };
}

/** /thu-tuc/<code>-<slug> */
export async function answerProcedure({
  database,
  agency,
  params,
  now,
  origin,
}: PortalCall): Promise<PortalPage | PortalMove | null> {
  const address = params.address ?? "";
  const one = await publicProcedure(database, agency.id, address, toVietnamDate(now).toString());
  if (one === null) return null;
  if (one.isOver) return gonePage(one);
  if (`${FINDER_PATH}/${encodeURIComponent(address)}` !== one.path) return { kind: "move", to: one.path };
  const { record, code, updatedAt } = one;
  return {
    kind: "page",
    title: record.name,
    description: `${record.name}: giấy tờ cần có, nơi nộp, thời hạn và phí. Mã ${code}, ${agency.name}.`,
    path: one.path,
    crumbs: [{ label: "Thủ tục hành chính", href: FINDER_PATH }],
    body: <ProcedureView one={one} agency={agency} />,
    // A successor's name stands on the page too; what is told of all is drawn afresh.
    tags: [`procedure:${one.id}`, "procedure:each", `agency:${agency.id}`],
    lastModified: updatedAt,
    structuredData: [
      {
        "@type": "GovernmentService",
        name: record.name,
        identifier: code,
        url: origin + one.path,
        ...(record.field && { serviceType: record.field }),
        provider: { "@type": "GovernmentOrganization", name: record.implementingAgency || agency.name },
        ...(record.audience.length > 0 && {
          audience: record.audience.map((name) => ({ "@type": "Audience", audienceType: name })),
        }),
      },
    ],
  };
}
