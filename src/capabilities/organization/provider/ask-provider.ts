import * as oidc from "openid-client";
import { outgoingFetch } from "#platform/http/outgoing.ts";
import { NotLetIn, type Provider, type Said } from "./provider.ts";
import { allowedHosts } from "./provider-queries.ts";

/** What is kept between leaving for the provider and coming back. */
export interface Journey {
  state: string;
  nonce: string;
  verifier: string;
}

/** What the provider tells of itself: asked anew each time, so that its keys and addresses are never old. */
export async function discover({
  issuer,
  clientId,
  secret,
}: Pick<Provider, "issuer" | "clientId" | "secret">) {
  const allowHosts = allowedHosts();
  const host = new URL(issuer).hostname.replace(/^\[|\]$/g, "");
  const fetch = outgoingFetch(allowHosts);
  return oidc.discovery(new URL(issuer), clientId, secret, oidc.ClientSecretBasic(secret), {
    // The signature is looked at as well, not only the connection over which it came.
    execute: [
      oidc.enableNonRepudiationChecks,
      ...(allowHosts.includes(host) ? [oidc.allowInsecureRequests] : []),
    ],
    [oidc.customFetch]: (address, { method, headers, body }) => fetch(address, { method, headers, body }),
  });
}

/** Where the browser goes to sign in, and what has to be kept until it comes back. */
export async function leaveFor(provider: Provider, redirectUri: string): Promise<Journey & { url: string }> {
  const configuration = await discover(provider).catch((cause) => {
    throw new NotLetIn("khong-tra-loi", { cause });
  });
  const journey = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: "openid email",
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: "S256",
  });
  return { ...journey, url: url.href };
}

const isListed = (said: unknown, values: string[]) =>
  [said].flat().some((one) => typeof one === "string" && values.includes(one));

/** What tells an answer that must not be trusted from a provider that does not answer. */
function refusalOf(cause: unknown): NotLetIn {
  if (cause instanceof NotLetIn) return cause;
  if (cause instanceof oidc.AuthorizationResponseError) return new NotLetIn("tu-choi", { cause });
  // The code was used before, ran out, or belongs to somebody else.
  if (cause instanceof oidc.ResponseBodyError && cause.error === "invalid_grant")
    return new NotLetIn("qua-han", { cause });
  const code = cause instanceof oidc.ClientError ? (cause.code ?? "") : "";
  return new NotLetIn(
    /CLAIM|JWT|INVALID_RESPONSE|UNSUPPORTED|KEY/.test(code) ? "khong-tin-duoc" : "khong-tra-loi",
    { cause },
  );
}

/**
 * Trades the code that came back for what the provider says of who came. State, issuer, audience, nonce, time and
 * signature are looked at. @throws NotLetIn
 */
export async function askWhoCame(
  provider: Provider,
  { state, nonce, verifier }: Journey,
  cameBackTo: URL,
): Promise<Said> {
  try {
    const configuration = await discover(provider);
    const tokens = await oidc.authorizationCodeGrant(configuration, cameBackTo, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    // Many providers tell the address only when asked for it.
    const told =
      claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims;
    return {
      subject: claims.sub,
      email: typeof told.email === "string" ? told.email.trim().toLowerCase() : null,
      emailVerified: told.email_verified === true,
      twoFactors:
        isListed(claims.acr, provider.twoFactorValues) || isListed(claims.amr, provider.twoFactorValues),
      idToken: tokens.id_token!,
    };
  } catch (cause) {
    throw refusalOf(cause);
  }
}
