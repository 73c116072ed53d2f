import { createHash } from "node:crypto";
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { approvalSheetOf } from "#newsroom";
import { agencyById, personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { readFile } from "#platform/files/files.ts";
import type { OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import { slugify } from "#platform/text/slugify.ts";
import { wholeDossier } from "./dossier-queries.ts";
import {
  acceptancePart,
  approvalPart,
  asDocument,
  contentsPart,
  type DossierFile,
  placementsPart,
} from "./dossier-sheets.ts";

/** So much of pictures and pages is put in; the rest is named with its hash and stays at its delivery. */
const MOST_BYTES = 100_000_000;
const endings: Record<string, string> = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" };

/** Writes a sheet in both forms; a machine that cannot lay out PDF gives the one that can be edited. */
async function written(model: OfficialDocumentModel): Promise<[ending: string, bytes: Uint8Array][]> {
  const { writeDocx } = await import("#platform/official-document/write/write-docx.ts");
  const { PdfUnavailable, writePdf } = await import("#platform/official-document/write/write-pdf.ts");
  const pdf = await writePdf(model).catch((error: unknown) => {
    if (error instanceof PdfUnavailable) return null;
    throw error;
  });
  return [["docx", await writeDocx(model)], ...(pdf ? [["pdf", pdf] as [string, Uint8Array]] : [])];
}

/** The proofs of a product as one package: contents with hashes and what is missing, approval, links, acceptance, pictures, pages. */
export async function writeBundle(
  q: Queryable,
  actor: Actor,
  itemId: string,
  at = new Date(),
): Promise<{ bytes: Uint8Array; name: string }> {
  const { content, placed, acceptance, missing } = await wholeDossier(q, actor, itemId);
  const sheet = await approvalSheetOf(q, actor, itemId);
  const agency = (await agencyById(q, actor.agencyId))!;
  const { title } = content;
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const files: DossierFile[] = [];
  const put = async (name: string, what: string, bytes: Uint8Array) => {
    files.push({ name, what, sha256: createHash("sha256").update(bytes).digest("hex") });
    await zip.add(name, new Uint8ArrayReader(bytes));
  };
  const putSheet = async (name: string, part: Parameters<typeof asDocument>[2]) => {
    for (const [ending, bytes] of await written(asDocument(agency, at, part)))
      await put(`${name}.${ending}`, part.type, bytes);
  };
  await putSheet("01-phieu-duyet", approvalPart(sheet));
  await putSheet("02-noi-da-dang", placementsPart(title, placed));
  if (acceptance) {
    const byName = (await personNames(q, [acceptance.acceptedBy])).get(acceptance.acceptedBy) ?? "";
    await putSheet("03-phieu-nghiem-thu", acceptancePart({ ...sheet, title }, acceptance, byName));
  }
  let room = MOST_BYTES;
  const putStored = async (id: string, name: string, what: string, sha256: string) => {
    const bytes = await readFile(id);
    if (bytes && bytes.length <= room) {
      room -= bytes.length;
      await put(name, what, new Uint8Array(bytes));
      return;
    }
    files.push({ name: "(không kèm)", what: `${what}; xem ở lượt đăng trong hệ thống`, sha256 });
  };
  for (const [index, { accountName, pictures, pages }] of placed.entries()) {
    const place = `04-minh-chung/${String(index + 1).padStart(2, "0")}`;
    for (const [n, { id, contentType, sha256 }] of pictures.entries())
      await putStored(
        id,
        `${place}-anh-chup-${n + 1}.${endings[contentType] ?? "bin"}`,
        `Ảnh chụp bài trên ${accountName}`,
        sha256,
      );
    for (const [n, { id, sha256 }] of pages.entries())
      await putStored(
        id,
        `${place}-trang-luu-${n + 1}.warc.gz`,
        `Trang lưu của bài trên ${accountName}`,
        sha256!,
      );
  }
  const listed = [...files];
  await putSheet("00-muc-luc", contentsPart(title, listed, missing));
  const sums = files
    .filter(({ name }) => !name.startsWith("("))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`);
  await zip.add("ma-sha256.txt", new TextReader(sums.join("")));
  return {
    bytes: await zip.close(),
    name: `ho-so-thanh-toan-${slugify(title).slice(0, 60).replace(/-+$/, "") || "bai"}.zip`,
  };
}
