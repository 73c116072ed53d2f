import { implement } from "@orpc/server";
import type { ApiContext } from "#platform/http/api-context.ts";
import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import { proceduresContract } from "./contract.ts";
import { procedureJobs } from "./jobs.ts";
import { proceduresDiffCommand } from "./reading/procedures-diff.command.ts";
import { proceduresReadCommand } from "./reading/procedures-read.command.ts";
import { procedureRoutes } from "./routes.ts";
import { loadSampleProcedures } from "./seed.ts";

export const plug: Plug = {
  capability: "procedures",
  auditWords,
  contract: proceduresContract,
  routes: implement(proceduresContract)
    .$context<ApiContext>()
    .router({ ...procedureRoutes }),
  commands: [proceduresReadCommand, proceduresDiffCommand],
  jobs: procedureJobs,
  sample: { order: 4, load: loadSampleProcedures },
};
