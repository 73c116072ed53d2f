import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Who has an account at the provider of the tests. */
export interface AccountThere {
  email?: string;
  email_verified?: boolean;
  /** What the provider says of how it asked. */
  amr?: string[];
}

export interface ProviderThere {
  issuer: string;
  accounts: Record<string, AccountThere>;
  /** Whose browser stands before the provider. */
  who: string;
  /** In place of the identity token that the provider would give; `key`: of whom, by default its own. */
  forge: ((sign: (claims: object, key?: KeyObject) => string) => string) | null;
  close: () => Promise<void>;
}

export const CLIENT = { id: "gan-dan", secret: "mot-ma-bi-mat-chi-de-kiem-thu" };

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A real provider (node-oidc-provider) on this machine, whose accounts and forgeries the tests choose. */
export async function providerThere(redirectUri: string, signedOutUri: string): Promise<ProviderThere> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const sign = (claims: object, key: KeyObject = privateKey) => {
    const signed = `${encoded({ alg: "RS256", kid: "khoa" })}.${encoded(claims)}`;
    return `${signed}.${createSign("RSA-SHA256").update(signed).sign(key, "base64url")}`;
  };
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const there: ProviderThere = {
    issuer,
    accounts: {},
    who: "",
    forge: null,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [signedOutUri],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "khoa", use: "sig", alg: "RS256" }] },
    claims: { email: ["email", "email_verified"], openid: ["sub", "amr"] },
    cookies: { keys: ["chi-de-kiem-thu"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...there.accounts[accountId] }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId,
      });
      grant.addOIDCScope("openid email");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", async (request, response) => {
    if (request.url?.startsWith("/interaction/")) {
      const { amr } = there.accounts[there.who] ?? {};
      await provider.interactionFinished(request, response, { login: { accountId: there.who, amr } });
    } else if (request.url === "/token" && there.forge) {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ access_token: "x", token_type: "Bearer", id_token: there.forge(sign) }));
    } else answer(request, response);
  });
  return there;
}

/** Cookies of a browser at the provider. */
export type CookiesThere = Map<string, string>;

async function ask(url: URL, cookies: CookiesThere, form?: URLSearchParams): Promise<Response> {
  const answer = await fetch(url, {
    redirect: "manual",
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
    ...(form && { method: "POST", body: form }),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [name = "", ...value] = line.split(";")[0]!.split("=");
    cookies.set(name, value.join("="));
  }
  return answer;
}

/** Says yes where the provider asks whether to sign out; gives where it leads then. */
export async function signOutThere(from: string, cookies: CookiesThere): Promise<string | null> {
  const url = new URL(from);
  const asked = await (await ask(url, cookies)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked)?.[1];
  if (!xsrf) throw new Error(`the provider does not ask: ${asked}`);
  const answer = await ask(
    new URL("/session/end/confirm", url),
    cookies,
    new URLSearchParams({ xsrf, logout: "yes" }),
  );
  return answer.headers.get("location");
}

/** Goes as a browser does from the first address to the one that leads back to `redirectUri`. */
export async function travel(
  from: string,
  redirectUri: string,
  cookies: CookiesThere = new Map(),
): Promise<URL> {
  let url = new URL(from);
  for (let step = 0; step < 10; step += 1) {
    const answer = await ask(url, cookies);
    const next = answer.headers.get("location");
    if (!next) throw new Error(`${url.pathname}: ${answer.status} ${await answer.text()}`);
    url = new URL(next, url);
    if (url.href.startsWith(redirectUri)) return url;
  }
  throw new Error("the provider leads nowhere");
}
