import { implement } from "@orpc/server";
import { sql } from "drizzle-orm";
import type { ApiContext } from "#platform/http/api-context.ts";
import { goOutBy } from "#platform/http/outgoing.ts";
import type { Plug } from "#platform/work/plug.ts";
import { callerOf } from "./actor-of.ts";
import { auditWords } from "./audit-words.ts";
import { organizationContract } from "./contract.ts";
import { directoryRoutes } from "./directory/routes.ts";
import { examineMail } from "./examine-mail.ts";
import { firstRunCommand } from "./first-run.command.ts";
import { firstRunLines, isFirstRun, wasSampleRemoved } from "./first-run.ts";
import { mailJobs } from "./jobs.ts";
import { mailListCommand } from "./mail.command.ts";
import { noticeMatters } from "./notice-matters.ts";
import { composeNoticeMail } from "./notices/compose-notice-mail.ts";
import { noticeRoutes } from "./notices/routes.ts";
import { stopMailRoutes } from "./notices/stop-mail.ts";
import { openWays } from "./notices/ways.ts";
import { unitsOfAgency } from "./organization-queries.ts";
import { askOfPasswords } from "./passwords/password-rule-queries.ts";
import { providersFrom } from "./provider/provider-queries.ts";
import { providerRoutes } from "./provider/routes.ts";
import { pushRoutes } from "./push/routes.ts";
import { qualityRoutes } from "./quality/routes.ts";
import { removeSampleCommand } from "./remove-sample.command.ts";
import { rightsReviewRoutes } from "./rights-review/routes.ts";
import { rosterImportRoutes } from "./roster-imports/routes.ts";
import { organizationRoutes } from "./routes.ts";
import { loadSampleOrganization, sampleAccountLines } from "./seed.ts";
import { signInRoutes } from "./sign-in.ts";
import { agency } from "./tables.ts";
import { userCommands } from "./user.command.ts";

export const plug: Plug = {
  capability: "organization",
  publicParts: [
    {
      section: "co-cau-to-chuc",
      label: "Giới thiệu, các đơn vị, liên hệ",
      href: "/gioi-thieu",
      look: async (q, agencyId) => ({ count: (await unitsOfAgency(q, agencyId)).length, lastChange: null }),
    },
  ],
  auditWords,
  contract: organizationContract,
  routes: implement(organizationContract)
    .$context<ApiContext>()
    .router({
      ...organizationRoutes,
      ...noticeRoutes,
      ...providerRoutes,
      ...qualityRoutes,
      ...pushRoutes,
      ...rightsReviewRoutes,
      ...rosterImportRoutes,
      ...directoryRoutes,
    }),
  commands: [...userCommands, removeSampleCommand, firstRunCommand, mailListCommand],
  jobs: mailJobs,
  composeMail: composeNoticeMail,
  sample: { order: 1, load: loadSampleOrganization, missing: isFirstRun, removed: wasSampleRemoved },
  noticeMatters,
  actorOf: callerOf,
  examine: examineMail,
  http: (app, parts) => {
    signInRoutes(app, parts.database, parts.config);
    stopMailRoutes(app, parts);
  },
  prepare: async (database, config) => {
    openWays(config);
    askOfPasswords(config);
    providersFrom(config);
    goOutBy(config.proxy);
    if (config.sample) return;
    await database.execute(sql`
      delete from auth_session where user_id in (
        select p.user_id from person p join agency a on a.id = p.agency_id where a.is_sample)
    `);
  },
  announce: async (database, config) => {
    if (await isFirstRun(database)) return firstRunLines(database);
    const sampleServes = config.sample && (await database.$count(agency, sql`is_sample`)) > 0;
    return sampleServes ? sampleAccountLines() : [];
  },
};
