import { createHmac } from "node:crypto";
import type { Fields, StubCall } from "../stub-call.ts";
import type { FacebookState, Token } from "./facebook-state.ts";
import { deadToken, GraphError, noPermission } from "./graph-error.ts";

function tokenText(call: StubCall, fields: Fields): string | null {
  const header = /^(?:Bearer|OAuth) +(\S+)$/i.exec(call.headers.authorization ?? "");
  return header?.[1] ?? fields.text("access_token");
}

/** The token that a call came with, when it lives. @throws GraphError */
export function tokenOf(state: FacebookState, call: StubCall, fields: Fields): Token {
  const text = tokenText(call, fields);
  if (!text) throw new GraphError(104, "An access token is required to request this resource.");
  const token = state.tokens.get(text);
  if (!token) throw deadToken(467);
  if (token.endedBy !== null) throw deadToken(token.endedBy);
  if (token.expiresAt !== 0 && token.expiresAt * 1000 <= state.clock.now()) throw deadToken(463);
  if (state.settings.requireAppSecretProof) {
    const secret = state.apps.find(({ id }) => id === token.appId)?.secret ?? "";
    const proof = createHmac("sha256", secret).update(text).digest("hex");
    if (fields.text("appsecret_proof") !== proof)
      throw new GraphError(100, "Invalid appsecret_proof provided in the API argument");
  }
  return token;
}

/** Ends the token of a call, for good: Pages have no refresh token. `params.subcode` says how. */
export function endToken(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  how: "expired" | "revoked",
): void {
  const token = state.tokens.get(tokenText(call, fields) ?? "");
  const subcode = call.params.subcode;
  if (token) token.endedBy = typeof subcode === "number" ? subcode : how === "expired" ? 463 : 458;
}

export function needScope(token: Token, scope: string): void {
  if (!token.scopes.includes(scope)) throw noPermission(scope);
}

/** What is published on a Page is published as the Page itself. @throws GraphError */
export function asPage(token: Token, pageId: string): void {
  needScope(token, "pages_manage_posts");
  if (token.kind !== "PAGE")
    throw new GraphError(200, "Unpublished posts must be posted to a page as the page itself.", {
      status: 403,
    });
  if (token.pageId !== pageId)
    throw new GraphError(10, "Application does not have permission for this action", { status: 403 });
}
