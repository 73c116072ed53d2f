/** @jsxImportSource hono/jsx */
import { formatDate } from "#platform/clock/vietnam-time.ts";
import {
  basisInWords,
  channelLabels,
  feeInWords,
  formAddress,
  formFacts,
  limitInWords,
  type Paper,
  type ProcedureRecord,
  type PublicProcedurePage,
} from "../published.ts";

/** Text as it was written, a paragraph for each line. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== "")
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  );
}

/** A wide table scrolls by itself; reachable by keyboard. */
function Wide({ label, children }: { label: string; children: unknown }) {
  return (
    <section class="progress-scroll" aria-label={label} tabindex={0}>
      {children as never}
    </section>
  );
}

export function Methods({ methods }: { methods: ProcedureRecord["methods"] }) {
  return (
    <Wide label="Bảng thời hạn, phí và lệ phí theo hình thức nộp">
      <table class="progress">
        <thead>
          <tr>
            <th scope="col">Hình thức nộp</th>
            <th scope="col">Thời hạn</th>
            <th scope="col">Phí, lệ phí</th>
          </tr>
        </thead>
        <tbody>
          {methods.map((method) => (
            <tr>
              <th scope="row">
                {channelLabels[method.channel]}
                {method.note && <div class="soft">{method.note}</div>}
              </th>
              <td>{limitInWords(method) || "Chưa có thông tin"}</td>
              <td>
                {method.fees.length === 0 && "Chưa có thông tin"}
                {method.fees.map((fee) => (
                  <div>{feeInWords(fee)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** The form of a paper: its files to download, else where it stands, else its name. */
function Form({ paper: { forms, formName, formUrl } }: { paper: Paper }) {
  if (!forms) return <>{formUrl ? <a href={formUrl}>{formName || "Tải mẫu"}</a> : formName || "–"}</>;
  return (
    <>
      {formName && <div>{formName}</div>}
      {forms.map((form) => (
        <div>
          <a href={formAddress(form)} download>
            Tải {form.fileName}
          </a>{" "}
          <span class="soft">({formFacts(form)})</span>
        </div>
      ))}
    </>
  );
}

export function Components({ record: { components, dossierSets } }: { record: ProcedureRecord }) {
  return (
    <>
      {components.map((one) => (
        <>
          {one.case && <h3>Trường hợp: {one.case}</h3>}
          <Wide label={one.case ? `Bảng giấy tờ: ${one.case}` : "Bảng giấy tờ cần có"}>
            <table class="progress">
              <thead>
                <tr>
                  <th scope="col">Giấy tờ</th>
                  <th scope="col" class="number">
                    Bản chính
                  </th>
                  <th scope="col" class="number">
                    Bản sao
                  </th>
                  <th scope="col">Mẫu</th>
                </tr>
              </thead>
              <tbody>
                {one.papers.map((paper) => (
                  <tr>
                    <th scope="row">
                      {paper.name}
                      {paper.note && <div class="soft">{paper.note}</div>}
                    </th>
                    <td class="number">{paper.originals || "–"}</td>
                    <td class="number">{paper.copies || "–"}</td>
                    <td>
                      <Form paper={paper} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
        </>
      ))}
      {dossierSets !== null && <p>Số lượng hồ sơ: {dossierSets} bộ.</p>}
    </>
  );
}

export function Agencies({ record }: { record: ProcedureRecord }) {
  const rows = [
    ["Cơ quan thực hiện", record.implementingAgency],
    ["Cơ quan có thẩm quyền", record.competentAgency],
    ["Cơ quan được ủy quyền", record.delegatedAgency],
    ["Cơ quan phối hợp", record.coordinatingAgency],
    ["Nơi tiếp nhận hồ sơ", record.receivingAddress],
  ].filter(([, value]) => value);
  if (rows.length === 0) return <p class="soft">Chưa có thông tin.</p>;
  return (
    <dl class="pairs">
      {rows.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Basis({ record: { legalBasis } }: { record: ProcedureRecord }) {
  return (
    <ul>
      {legalBasis.map((basis) => (
        <li>{basisInWords(basis)}</li>
      ))}
    </ul>
  );
}

export function Changes({ changes }: Pick<PublicProcedurePage, "changes">) {
  return (
    <ol class="changes" reversed>
      {changes.map(({ version, validFrom, reason, parts }) => (
        <li>
          Bản {version}, áp dụng từ ngày {formatDate(validFrom)}
          {reason && `: ${reason}`}
          {parts.length > 0 && <div class="soft">Thay đổi: {parts.join("; ").toLowerCase()}.</div>}
        </li>
      ))}
    </ol>
  );
}
