import { implement } from "@orpc/server";
import { type Actor, roleLabels } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ApiContext, authorised } from "#platform/http/api-context.ts";
import { download, mediaTypes } from "#platform/http/download.ts";
import { INVITATION_MINUTES } from "../add-person.ts";
import { unitKindLabels } from "../agency.ts";
import { invitationLink } from "../invitation-link.ts";
import { organizationPolicy } from "../policy.ts";
import { rosterImportContract } from "./contract.ts";
import { importRoster } from "./import-roster.ts";
import type { RosterLine } from "./judge-roster.ts";
import type { RosterField } from "./roster-fields.ts";
import { rosterImportsOf } from "./roster-import-queries.ts";
import { faultyRosterLines, rosterTemplate } from "./roster-sheets.ts";
import { tryRoster } from "./try-roster.ts";
import { undoRosterImport } from "./undo-roster-import.ts";

const api = implement(rosterImportContract).$context<ApiContext>().use(authorised);

const readFile = async ({
  file,
  sheet,
  headerLine,
  columns,
}: {
  file: File;
  sheet?: string | undefined;
  headerLine?: number | undefined;
  columns?: (RosterField | "")[] | undefined;
}) => ({ bytes: new Uint8Array(await file.arrayBuffer()), sheet, headerLine, columns });

const presentImports = async (q: Queryable, actor: Actor) => ({
  imports: await rosterImportsOf(q, actor.agencyId),
  may: organizationPolicy.may(actor, { agencyId: actor.agencyId }),
});

function inWords(item: NonNullable<RosterLine["item"]>) {
  if (item.what === "unit")
    return { title: item.name, facts: ["Đơn vị", `Viết tắt: ${item.shortName}`, unitKindLabels[item.kind]] };
  return {
    title: item.name,
    facts: [
      item.email,
      item.roles.map((role) => roleLabels[role]).join("; "),
      item.unit?.name ?? "Cả cơ quan",
      ...(item.jobTitle ? [item.jobTitle] : []),
    ],
  };
}

export const rosterImportRoutes = {
  rosterTemplate: api.rosterTemplate.handler(({ context: { database, actor } }) =>
    download(rosterTemplate(database, actor.agencyId), "mau-nguoi-dung.xlsx", mediaTypes.xlsx),
  ),
  tryRoster: api.tryRoster.handler(async ({ input, context: { database, actor } }) => {
    const { lines, ...tried } = await tryRoster(database, actor.agencyId, await readFile(input));
    return { ...tried, lines: lines.map((line) => ({ ...line, item: line.item && inWords(line.item) })) };
  }),
  faultyRosterLines: api.faultyRosterLines.handler(async ({ input, context: { database, actor } }) =>
    download(
      faultyRosterLines(database, actor.agencyId, await readFile(input)),
      "dong-chua-dung.xlsx",
      mediaTypes.xlsx,
    ),
  ),
  importRoster: api.importRoster.handler(async ({ input, context }) => {
    const read = await readFile(input);
    const { invitations, ...brought } = await context.work((work) =>
      importRoster(work, { fileName: input.file.name, seen: input.seen, ...read }),
    );
    return {
      ...brought,
      invitations: invitations.map(({ token, ...whose }) => ({ ...whose, link: invitationLink(token) })),
      minutes: INVITATION_MINUTES,
    };
  }),
  rosterImports: api.rosterImports.handler(({ context: { database, actor } }) =>
    presentImports(database, actor),
  ),
  undoRosterImport: api.undoRosterImport.handler(({ input, context }) =>
    context.work(async (work) => {
      await undoRosterImport(work, input);
      return presentImports(work.tx, context.actor);
    }),
  ),
};
