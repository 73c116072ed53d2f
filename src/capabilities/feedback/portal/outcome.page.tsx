/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { shorten } from "#platform/http/portal-parts.tsx";
import {
  feedbackKinds,
  isLive,
  type Publication,
  publicationByCode,
  publicationPath,
  publicationPicturesOf,
} from "../published.ts";

export const OUTCOME_PATH = "/phan-anh/ket-qua";

/** "ngày 12/11/2026", or only the month where the day could tell whose it is. */
export const dayOf = (day: string, exact: boolean): string =>
  exact ? `ngày ${formatDate(day)}` : `tháng ${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;

function Outcome({
  one,
  pictures,
}: {
  one: Publication;
  pictures: Awaited<ReturnType<typeof publicationPicturesOf>>;
}) {
  return (
    <article class="article">
      <h1>{one.title}</h1>
      <p class="facts">
        {feedbackKinds[one.kind]} · {one.fieldName}
        {one.procedureCode && ` · thủ tục ${one.procedureCode}`}
        {one.place && ` · ${one.place}`}
      </p>
      <h2>Phản ánh</h2>
      <p class="said">{one.question}</p>
      <p class="facts">
        Mã {one.code}, nhận {dayOf(one.receivedOn, one.tellsDay)}
        {one.senderName && `, người gửi: ${one.senderName}`}
      </p>
      {pictures.map(({ id, alt, width, height }) => (
        <img src={`/phan-anh-anh/${id}`} alt={alt} width={width} height={height} loading="lazy" />
      ))}
      <h2>Trả lời</h2>
      <p class="said">{one.answer}</p>
      {one.answerBasis && <p class="facts">Căn cứ: {one.answerBasis}</p>}
      <p class="facts">
        {one.unitName} trả lời {dayOf(one.answeredOn, one.tellsDay)}
        {one.tellsDay &&
          (one.workingDays > 0 ? `, sau ${one.workingDays} ngày làm việc` : ", ngay trong ngày")}
        {one.inTime ? ", đúng hạn" : ", muộn hạn"}
      </p>
      <p class="hint">Dữ liệu cá nhân đã được che; chữ trong ngoặc vuông thay cho phần đã che.</p>
    </article>
  );
}

/** /phan-anh/ket-qua/<code>: what was asked and answered, without a trace of who asked. */
export async function answerOutcome({ database, agency, params }: PortalCall): Promise<PortalPage | null> {
  const one = await publicationByCode(database, agency.id, params.code ?? "");
  if (!one) return null;
  const shown = isLive(one);
  return {
    kind: "page",
    ...(!shown && { status: 410 as const, unlisted: true }),
    title: shown ? one.title : "Bản công khai đã được rút",
    description: shown ? shorten(one.question, 180) : "Kết quả này không còn công khai.",
    path: publicationPath(one),
    crumbs: [{ label: "Phản ánh, kiến nghị", href: "/phan-anh" }],
    tags: ["feedback:any"],
    lastModified: shown ? one.publishedAt : null,
    body: shown ? (
      <Outcome one={one} pictures={await publicationPicturesOf(database, agency.id, one.id)} />
    ) : (
      <>
        <h1>Bản công khai đã được rút</h1>
        <p class="lead">{one.withdrawalReason}</p>
      </>
    ),
  };
}
