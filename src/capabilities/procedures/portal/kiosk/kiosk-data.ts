import { createHash } from "node:crypto";
import { encode } from "uqr";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall, PortalFile } from "#platform/http/portal-page.ts";
import {
  channelLabels,
  feeInWords,
  formAddress,
  formFacts,
  kioskSettingOf,
  limitInWords,
  type PublicProcedure,
  piecesInWords,
  publicProcedures,
} from "../../published.ts";
import { kioskFileNames } from "./kiosk-files.ts";

/** A code as rows of squares, each as the digits of a number in hexadecimal: a tenth of a picture. */
function codeOf(address: string): { size: number; rows: string[] } {
  const { data, size } = encode(address, { border: 4, ecc: "M" });
  const rows = data.map((row) =>
    Array.from({ length: Math.ceil(size / 4) }, (_, at) =>
      [0, 1, 2, 3].reduce((sum, bit) => sum * 2 + (row[at * 4 + bit] ? 1 : 0), 0).toString(16),
    ).join(""),
  );
  return { size, rows };
}

type Methods = PublicProcedure["record"]["methods"];

/** The same words for several ways of handing in are said once. */
function byChannel(methods: Methods, wordsOf: (method: Methods[number]) => string): string[] {
  const said = Map.groupBy(
    methods.filter((method) => wordsOf(method) !== ""),
    wordsOf,
  );
  return [...said].map(([words, same]) =>
    said.size === 1 && same.length === methods.length
      ? words
      : `${same.map(({ channel }) => channelLabels[channel]).join(", ")}: ${words}`,
  );
}

/** What the screen says of a procedure; addresses are whole, for telephones that scan them. */
function shown({ code, path, isPaused, record }: PublicProcedure, { origin, host }: PortalCall) {
  const ways = [...new Set(record.methods.map(({ channel }) => channelLabels[channel]))].join(", ");
  return {
    ...{ code, isPaused, name: record.name, field: record.field, keywords: record.keywords },
    where: [
      record.receivingAddress || record.implementingAgency,
      ways && `Cách nộp: ${ways.toLowerCase()}`,
    ].filter(Boolean),
    howLong: byChannel(record.methods, limitInWords),
    howMuch: byChannel(record.methods, ({ fees }) => fees.map(feeInWords).join("; ")),
    bring: record.components.map((one) => ({
      case: one.case,
      papers: one.papers.map((paper) =>
        [paper.name, piecesInWords(paper), paper.formName && `mẫu: ${paper.formName}`]
          .filter(Boolean)
          .join("; "),
      ),
    })),
    results: record.results,
    audience: record.audience,
    page: codeOf(origin + path),
    forms: record.components
      .flatMap(({ papers }) => papers.flatMap(({ forms }) => forms ?? []))
      .map((form) => ({
        name: form.fileName,
        facts: formFacts(form),
        code: codeOf(host + formAddress(form)),
      })),
  };
}

/** /quay/du-lieu.json: all that the screen shows, with a version that changes with it. */
export async function answerKioskData(call: PortalCall): Promise<PortalFile> {
  const { database, agency, now } = call;
  const all = await publicProcedures(database, agency.id, toVietnamDate(now).toString());
  const { message, idleSeconds } = await kioskSettingOf(database, agency.id);
  const told = {
    ...{ agency: agency.name, isSample: agency.isSample, message, idleSeconds },
    phone: agency.hotline ?? agency.phone,
    // After an upgrade of the product the screen loads itself anew.
    program: kioskFileNames.join(" "),
    procedures: all.map((one) => shown(one, call)),
  };
  const text = JSON.stringify(told);
  const version = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return {
    kind: "file",
    contentType: "application/json; charset=utf-8",
    body: JSON.stringify({ version, ...told }),
    tags: ["procedure:any", "procedure:each", `agency:${agency.id}`],
    maxAge: 0,
  };
}
