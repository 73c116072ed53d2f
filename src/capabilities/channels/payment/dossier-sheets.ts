import type { ApprovalSheet } from "#newsroom";
import type { Agency } from "#organization";
import { formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Block, OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import { absolute } from "../deliveries/post-of-delivery.ts";
import { type Verdict, verdictLabels } from "./dossier.ts";
import type { Placed } from "./dossier-queries.ts";

/** A file of the dossier as its contents sheet names it. */
export interface DossierFile {
  name: string;
  what: string;
  sha256: string;
}

interface Sheet {
  type: string;
  abstract: string;
  body: Block[];
  signer?: OfficialDocumentModel["signer"];
}

const outcomes: Record<string, string> = {
  approved: "Duyệt",
  returned: "Trả lại",
  refused: "Từ chối",
};

/** A sheet of the dossier as an official document of the agency. */
export const asDocument = (
  agency: Agency,
  at: Date,
  { type, abstract, body, signer }: Sheet,
): OfficialDocumentModel => ({
  parentAgency: agency.superiorName,
  agency: agency.name,
  number: null,
  symbol: `HSTT-${agency.symbol}`,
  place: agency.place,
  date: null,
  year: toVietnamDate(at).year,
  type,
  abstract,
  body,
  signer: signer ?? { authority: ["NGƯỜI LẬP"], name: null },
  recipients: ["Hồ sơ thanh toán", "Lưu: VT"],
  appendices: [],
  madeAt: at.toISOString(),
  ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
});

const facts = (lines: [string, string][]): Block => ({
  kind: "table",
  head: ["Nội dung", "Ghi nhận"],
  widths: [2, 5],
  rows: lines,
});

export function approvalPart({
  title,
  kindLabel,
  unitName,
  writers,
  approved,
  submissions,
  urgent,
}: ApprovalSheet): Sheet {
  const decisions = submissions.flatMap(({ number, hash, steps }) =>
    steps.flatMap(({ name, decision }) =>
      decision
        ? [
            [
              name,
              decision.inTheNameOf
                ? `${decision.personName} (${decision.inTheNameOf.lines.join(", ")})`
                : decision.personName,
              [outcomes[decision.outcome], decision.reason].filter(Boolean).join(": "),
              formatDateTime(decision.at),
              `Bản ${number}, ${hash}`,
            ],
          ]
        : [],
    ),
  );
  const late = urgent.map(({ at, personName, number, hash, check }) => [
    "Đăng gấp",
    personName,
    check ? `Hậu kiểm: ${check.personName}, ${formatDateTime(check.at)}` : "Chưa hậu kiểm",
    formatDateTime(at),
    `Bản ${number}, ${hash}`,
  ]);
  return {
    type: "Phiếu duyệt",
    abstract: `Sản phẩm truyền thông “${title}”`,
    body: [
      facts([
        ["Loại sản phẩm", kindLabel],
        ["Đơn vị thực hiện", unitName],
        ["Người thực hiện", writers.join(", ")],
        ["Bản được duyệt", approved ? `Bản ${approved.number}, SHA-256 ${approved.hash}` : "Chưa có"],
      ]),
      {
        kind: "table",
        caption: "Các quyết định, từ trước đến sau",
        head: ["Bước", "Người quyết định", "Quyết định", "Lúc", "Bản, mã SHA-256"],
        widths: [2, 3, 3, 2, 4],
        rows: [...decisions, ...late],
      },
    ],
  };
}

export const placementsPart = (title: string, placed: Placed[]): Sheet => ({
  type: "Danh mục nơi đã đăng",
  abstract: `Sản phẩm truyền thông “${title}”`,
  body: [
    {
      kind: "table",
      head: ["STT", "Kênh, tài khoản", "Địa chỉ, nơi phát", "Lên lúc", "Bản đã đăng, SHA-256", "Minh chứng"],
      widths: [1, 3, 5, 2, 4, 3],
      rows: placed.map(
        ({ networkLabel, accountName, url, where, placedAt, revisionHash, pictures, pages }, at) => [
          { text: String(at + 1), align: "center" },
          `${networkLabel}: ${accountName}`,
          url ? (url.startsWith("/") ? absolute(url) : url) : (where ?? ""),
          formatDateTime(placedAt),
          revisionHash,
          pictures.length + pages.length === 0
            ? "Chưa có"
            : `${pictures.length} ảnh chụp, ${pages.length} trang lưu`,
        ],
      ),
    },
  ],
});

export const acceptancePart = (
  { title, unitName, writers }: { title: string; unitName: string; writers: string[] },
  acceptance: { verdict: Verdict; remarks: string; acceptedAt: Date; revisionHash: string },
  byName: string,
): Sheet => ({
  type: "Phiếu nghiệm thu",
  abstract: `Sản phẩm truyền thông “${title}”`,
  body: [
    facts([
      ["Đơn vị thực hiện", unitName],
      ["Người thực hiện", writers.join(", ")],
      ["Người nghiệm thu", byName],
      ["Nghiệm thu lúc", formatDateTime(acceptance.acceptedAt)],
      ["Bản nghiệm thu", `SHA-256 ${acceptance.revisionHash}`],
      ["Kết luận", verdictLabels[acceptance.verdict]],
      ["Nhận xét chất lượng", acceptance.remarks || "Không có góp ý"],
    ]),
  ],
  signer: { authority: ["NGƯỜI NGHIỆM THU"], name: byName },
});

export const contentsPart = (title: string, files: DossierFile[], missing: string[]): Sheet => ({
  type: "Mục lục hồ sơ thanh toán",
  abstract: `Phần minh chứng của sản phẩm truyền thông “${title}”`,
  body: [
    { kind: "heading", level: 1, text: "Thành phần hồ sơ" },
    {
      kind: "table",
      head: ["STT", "Tệp", "Nội dung", "Mã SHA-256"],
      widths: [1, 4, 4, 5],
      rows: files.map(({ name, what, sha256 }, at) => [
        { text: String(at + 1), align: "center" },
        name,
        what,
        sha256,
      ]),
    },
    { kind: "heading", level: 1, text: "Phần còn thiếu" },
    ...(missing.length === 0
      ? [{ kind: "paragraph" as const, text: "Không thiếu phần nào của minh chứng." }]
      : missing.map((text) => ({ kind: "bullet" as const, text }))),
    {
      kind: "paragraph",
      text: "Số tiền, định mức nhuận bút, thù lao và chứng từ chi không nằm trong phần này.",
    },
  ],
});
