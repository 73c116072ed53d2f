import { createORPCClient, ORPCError } from "@orpc/client";
import type { AnyContractRouter, ContractRouterClient, InferContractRouterOutputs } from "@orpc/contract";
import type { JsonifiedClient, JsonifiedValue } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { CONFIRM_IDENTITY } from "#platform/auth/identity-asked.ts";
import { provedIdentity } from "./identity.ts";
import { noticeSignedOut } from "./signed-out.ts";

/** Where the API stands on the server. */
export const API = "/api";

/** Refused only because the person has to prove again who it is. */
async function asksForIdentity(answer: Response): Promise<boolean> {
  if (answer.status !== 403) return false;
  const { code }: { code?: string } = await answer
    .clone()
    .json()
    .catch(() => ({}));
  return code === CONFIRM_IDENTITY;
}

const apiAddress = () => `${globalThis.location?.origin ?? "http://localhost"}${API}`;

/**
 * The typed client of the capabilities named: `const api = apiFor({ plan: planContract })`, then
 * `useQuery(api.plan.get.queryOptions({ input: { id } }))` and `useMutation(api.plan.issue.mutationOptions())`.
 * Clients made in different screens share one cache. What the contract calls a date arrives as ISO 8601 text.
 * Failures are explained by `explainError` of ./api-error.ts.
 */
export function apiFor<Contracts extends Record<string, AnyContractRouter>>(contracts: Contracts) {
  const link = new OpenAPILink(contracts, {
    url: apiAddress,
    fetch: async (request, init) => {
      const send = (what: Request) => globalThis.fetch(what, { ...init, credentials: "same-origin" });
      // Uploads are too large to be kept for a second time: who makes one says how (`provingIdentity`).
      const isUpload = request.headers.get("content-type")?.startsWith("multipart/") ?? false;
      const again = isUpload ? null : request.clone();
      let answer = await send(request);
      if (again && (await asksForIdentity(answer)) && (await provedIdentity())) answer = await send(again);
      if (answer.status === 401) noticeSignedOut();
      return answer;
    },
  });
  const client: JsonifiedClient<ContractRouterClient<Contracts>> = createORPCClient(link);
  return createTanstackQueryUtils(client);
}

/** Makes a sensitive upload; once more where the person had to prove first who it is. */
export async function provingIdentity<Answer>(send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    const asked = error instanceof ORPCError && error.code === CONFIRM_IDENTITY;
    if (!asked || !(await provedIdentity())) throw error;
    return send();
  }
}

/** What the procedures of a contract answer, as it arrives: `Answers<typeof planContract>["getTask"]`. */
export type Answers<Contract extends AnyContractRouter> = JsonifiedValue<
  InferContractRouterOutputs<Contract>
>;
