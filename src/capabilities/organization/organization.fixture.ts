import { OpenAPIHandler } from "@orpc/openapi/fetch";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { directoryRoutes } from "./directory/routes.ts";
import { noticeRoutes } from "./notices/routes.ts";
import { providerRoutes } from "./provider/routes.ts";
import { pushRoutes } from "./push/routes.ts";
import { rightsReviewRoutes } from "./rights-review/routes.ts";
import { organizationRoutes } from "./routes.ts";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "./seed.ts";

const handler = new OpenAPIHandler<ApiContext>({
  organization: {
    ...organizationRoutes,
    ...noticeRoutes,
    ...directoryRoutes,
    ...providerRoutes,
    ...pushRoutes,
    ...rightsReviewRoutes,
  },
});

const person = (email: string, role: Role, unit: string | null): Actor => ({
  personId: samplePersonId(email),
  name: email,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: unit && sampleUnitId(unit) }],
});

/** The sample department's people as they call. */
export const people = {
  contributor: person("contributor", "contributor", "phong-mau-a"),
  head: person("head", "head", "phong-mau-a"),
  editor: person("editor", "editor", "ttbcxb"),
  office: person("office", "office", "van-phong"),
  auditor: person("auditor", "auditor", null),
  administrator: person("administrator", "administrator", null),
};

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the procedure answers
  json: any;
}

/** Calls procedures of the organization as they come over HTTP, as a person or as nobody. */
export const organizationApi =
  (database: () => Database) =>
  async (
    actor: Actor | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const request = new Request(`http://localhost/api${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    });
    const { response } = await handler.handle(request, {
      prefix: "/api",
      context: { database: database(), actor, address: "127.0.0.1", headers: request.headers },
    });
    return { status: response!.status, json: await response!.json() };
  };
