/** @jsxImportSource hono/jsx */
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Moment } from "#platform/http/portal-parts.tsx";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import {
  documentTag,
  forceWords,
  type PublishedDocument,
  publishedDocument,
  type RelatedDocument,
  SHOWN_TEXT,
  type TakenOffDocument,
} from "../published.ts";
import { documentPath, LIST_PATH, nameOf } from "./document-path.ts";
import { Signatures } from "./signature-parts.tsx";
import { type Explanations, slots } from "./slots.ts";

const Related = ({ document }: { document: RelatedDocument }) =>
  document.slug === null ? (
    <span>{nameOf(document)}</span>
  ) : (
    <a href={documentPath(document.slug)}>{nameOf(document)}</a>
  );

function RelatedList({ documents }: { documents: (RelatedDocument & { fromDay?: string })[] }) {
  return (
    <>
      {documents.map((one, index) => (
        <>
          {index > 0 && "; "}
          <Related document={one} />
          {one.fromDay && `, từ ngày ${formatDate(one.fromDay)}`}
        </>
      ))}
    </>
  );
}

/** That the document holds no more, or not as it was first written. */
function ForceNotice({ document }: { document: PublishedDocument }) {
  const { force, successor, amendedBy, effectiveTo } = document;
  if (force === "ended")
    return (
      <section class="notice" aria-labelledby="het-hieu-luc">
        <h2 id="het-hieu-luc">Văn bản này đã hết hiệu lực</h2>
        <p>
          {effectiveTo && `Hết hiệu lực sau ngày ${formatDate(effectiveTo)}. `}
          {successor && (
            <>
              Được thay thế bởi <Related document={successor} />.{" "}
            </>
          )}
          Nội dung dưới đây giữ lại để tra cứu.
        </p>
      </section>
    );
  if (successor)
    return (
      <section class="notice" aria-labelledby="sap-thay">
        <h2 id="sap-thay">Văn bản này sẽ được thay thế</h2>
        <p>
          Văn bản thay thế: <Related document={successor} />.
        </p>
      </section>
    );
  if (amendedBy.length === 0) return null;
  return (
    <section class="notice" aria-labelledby="da-sua-doi">
      <h2 id="da-sua-doi">Văn bản này đã được sửa đổi, bổ sung</h2>
      <p>
        Sửa đổi bởi <RelatedList documents={amendedBy} />. Hãy đọc cùng văn bản sửa đổi.
      </p>
    </section>
  );
}

function Facts({ document }: { document: PublishedDocument }) {
  const { number, type, issuedOn, issuer, topic, force, effectiveFrom, effectiveTo } = document;
  const { amendedBy, amends, successor, replaces, publishedAt, workingDays, url } = document;
  const rows: [string, unknown][] = [
    ["Số, ký hiệu", number],
    ["Loại văn bản", type],
    ["Ngày ban hành", formatDate(issuedOn)],
    ["Cơ quan ban hành", issuer],
    ["Lĩnh vực", topic],
    ["Hiệu lực hiện nay", force && forceWords[force]],
    ["Có hiệu lực từ", effectiveFrom && formatDate(effectiveFrom)],
    ["Hết hiệu lực sau ngày", effectiveTo && formatDate(effectiveTo)],
    ["Được sửa đổi bởi", amendedBy.length > 0 && <RelatedList documents={amendedBy} />],
    ["Sửa đổi văn bản", amends.length > 0 && <RelatedList documents={amends} />],
    ["Được thay thế bởi", successor && <Related document={successor} />],
    ["Thay thế văn bản", replaces.length > 0 && <RelatedList documents={replaces} />],
    ["Bản gốc", url && <a href={url}>{url}</a>],
    [
      "Công khai tại đây",
      <>
        <Moment at={publishedAt} withHour={false} />
        {workingDays !== null && `, sau ${countText(workingDays)} ngày làm việc kể từ ngày ban hành`}
      </>,
    ],
  ];
  return (
    <div class="table-scroll">
      <table class="document-facts">
        <caption class="unseen">Thông tin văn bản</caption>
        <tbody>
          {rows.map(
            ([name, value]) =>
              value && (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Files({ files }: { files: PublishedDocument["files"] }) {
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="tep-van-ban">
      <h2 id="tep-van-ban">Tệp văn bản</h2>
      <ul class="document-files">
        {files.map(({ id, fileName, bytes, signatures, unreadReason }) => (
          <li>
            <a href={`/document-files/${id}`} download>
              {fileName}
            </a>{" "}
            ({sizeInWords(bytes)}){signatures && <Signatures found={signatures} />}
            {unreadReason && <p class="soft">{unreadReason} Phần toàn văn dưới đây không lấy từ tệp này.</p>}
          </li>
        ))}
      </ul>
      {files.some(({ signatures }) => (signatures?.signatures.length ?? 0) > 0) && (
        <p class="source">
          Chữ ký được kiểm tra trên máy chủ này, không hỏi nơi cấp chứng thư nên không biết chứng thư có bị
          thu hồi hay chưa.
        </p>
      )}
    </section>
  );
}

function FullText({ document }: { document: PublishedDocument }) {
  const { fullText, files } = document;
  if (fullText === null)
    return files.length === 0 ? null : (
      <section aria-labelledby="toan-van">
        <h2 id="toan-van">Toàn văn</h2>
        <p>Tệp không có lớp chữ (bản quét hoặc định dạng không đọc được); hãy tải tệp về để xem.</p>
      </section>
    );
  return (
    <section aria-labelledby="toan-van">
      <h2 id="toan-van">Toàn văn</h2>
      <p class="soft">Chữ lấy tự động từ tệp để đọc và tìm kiếm; bản có giá trị là tệp văn bản.</p>
      <div class="document-text">
        {fullText
          .slice(0, SHOWN_TEXT)
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map((line) => (
            <p>{line}</p>
          ))}
      </div>
      {fullText.length > SHOWN_TEXT && <p>Văn bản dài; phần còn lại xem trong tệp.</p>}
    </section>
  );
}

function Explained({ items }: { items: Explanations["items"] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="giai-thich">
      <h2 id="giai-thich">Bài giải thích văn bản này</h2>
      <ul>
        {items.map(({ href, title, publishedAt }) => (
          <li>
            <a href={href}>{title}</a>{" "}
            <span class="soft">
              (<Moment at={publishedAt} withHour={false} />)
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function takenOffPage({ id, slug, title, takenOffAt, reason, successor }: TakenOffDocument): PortalPage {
  const day = formatDate(toVietnamDate(takenOffAt));
  return {
    kind: "page",
    status: 410,
    title: `Đã rút: ${title}`,
    description: `Văn bản này được rút khỏi cổng ngày ${day}.`,
    path: documentPath(slug),
    crumbs: [{ label: "Văn bản", href: LIST_PATH }],
    body: (
      <>
        <h1>{title}</h1>
        <p class="lead">Văn bản này được rút khỏi cổng ngày {day}.</p>
        <p>Lý do: {reason}</p>
        {successor && (
          <p>
            Văn bản thay thế: <Related document={successor} />
          </p>
        )}
        <p>
          <a href={LIST_PATH}>Xem các văn bản đang công khai</a>
        </p>
      </>
    ),
    tags: [documentTag(id), ...(successor ? [documentTag(successor.id)] : [])],
    unlisted: true,
  };
}

/** What machines read of it (schema.org/Legislation for what has a time in force). */
const structured = (document: PublishedDocument, address: string) => ({
  "@type": document.force === null ? "DigitalDocument" : "Legislation",
  "@id": `${address}#van-ban`,
  name: nameOf(document),
  ...(document.abstract && { abstract: document.abstract }),
  inLanguage: "vi",
  datePublished: document.publishedAt.toISOString(),
  ...(document.force !== null && {
    legislationIdentifier: document.number,
    legislationDate: document.issuedOn,
    legislationType: document.type,
    ...(document.effectiveFrom && { legislationDateOfApplicability: document.effectiveFrom }),
    ...(document.force !== "unknown" && {
      legislationLegalForce: document.force === "in-force" ? "InForce" : "NotInForce",
    }),
  }),
});

/** /van-ban/<slug>: a document with its force, files, words and what explains it; what was taken off says so (410). */
export async function answerDocument({
  database,
  agency,
  origin,
  params,
  now,
}: PortalCall): Promise<PortalPage | null> {
  const slug = params.slug ?? "";
  const day = toVietnamDate(now).toString();
  const found = await publishedDocument(database, { agencyId: agency.id, slug, day });
  if (found === null) return null;
  if ("takenOff" in found) return takenOffPage(found.takenOff);
  const { document } = found;
  const { id, abstract, amendedBy, amends, successor, replaces } = document;
  const explained = (await slots.explanationsOf?.(database, agency.id, id)) ?? { items: [], tags: [] };
  const beside = [...amendedBy, ...amends, ...replaces, ...(successor ? [successor] : [])];
  const path = documentPath(slug);
  return {
    kind: "page",
    title: nameOf(document),
    description: abstract ?? `${nameOf(document)}, ngày ${formatDate(document.issuedOn)}.`,
    path,
    crumbs: [{ label: "Văn bản", href: LIST_PATH }],
    tags: [id, ...beside.map((one) => one.id)].map(documentTag).concat(explained.tags),
    lastModified: null,
    structuredData: [structured(document, origin + path)],
    body: (
      <article class="document" data-doc-to="">
        <h1>{nameOf(document)}</h1>
        {abstract && <p class="sapo">{abstract}</p>}
        <ForceNotice document={document} />
        <Facts document={document} />
        <Files files={document.files} />
        <Explained items={explained.items} />
        <FullText document={document} />
      </article>
    ),
  };
}
