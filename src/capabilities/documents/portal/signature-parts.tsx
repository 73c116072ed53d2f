/** @jsxImportSource hono/jsx */
import { Moment } from "#platform/http/portal-parts.tsx";
import {
  type FoundSignature,
  type FoundSignatures,
  stateWords,
} from "#platform/official-document/signatures/signature-state.ts";

/** A mark beside the words, never instead of them. */
const marks: Record<FoundSignature["state"], string> = {
  trusted: "✓",
  unverified: "?",
  weak: "✗",
  changed: "✗",
  broken: "✗",
};

function Signature({ found }: { found: FoundSignature }) {
  const { kind, state, why, name, organization, issuer, signedAt, timeProven, signedAfter } = found;
  return (
    <li>
      <strong>
        <span aria-hidden="true">{marks[state]} </span>
        {stateWords[state]}
      </strong>
      {why && <>. {why}</>}
      <br />
      {kind === "stamp" ? "Dấu thời gian" : "Người ký"}: {name ?? "không rõ"}
      {organization && `, ${organization}`}
      {issuer && `; chứng thư do ${issuer} cấp`}
      {signedAt && (
        <>
          ; ký lúc <Moment at={new Date(signedAt)} />
          {timeProven ? " (có dấu thời gian tin cậy)" : " (theo đồng hồ máy của người ký)"}
        </>
      )}
      {signedAfter > 0 && `; sau đó có thêm ${signedAfter} chữ ký`}
    </li>
  );
}

/** What was found of the digital signatures of a PDF; a file without any is told so. */
export function Signatures({ found }: { found: FoundSignatures }) {
  if (found.unreadable !== null) return <p class="soft">Không kiểm tra được chữ ký số: {found.unreadable}</p>;
  if (found.signatures.length === 0) return <p class="soft">Tệp không có chữ ký số.</p>;
  return (
    <ul class="signatures">
      {found.signatures.map((one) => (
        <Signature found={one} />
      ))}
    </ul>
  );
}
