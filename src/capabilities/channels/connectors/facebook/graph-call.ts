import { createHmac } from "node:crypto";
import type { ConnectorCall } from "../connector.ts";
import { readJson } from "../read-json.ts";
import type { FacebookSecret } from "./facebook-secret.ts";

type Json = Record<string, unknown>;

/** What went wrong, as far as the network said it. */
export interface Trouble {
  status: number;
  /** Null: the answer could not be read, or was none of the network's. */
  code: number | null;
  subcode: number | null;
  transient: boolean;
  message: string;
  trace: string | null;
  /** Seconds after which the limit is lifted; null: not said. */
  waits: number | null;
}

/** `usage`: how many hundredths of what may be called are used up, as far as the network said it. */
export type Answer = { ok: true; body: Json; usage: number } | { ok: false; trouble: Trouble };

const number = (value: unknown): number | null =>
  value === undefined || value === null || Number.isNaN(Number(value)) ? null : Number(value);

/** The longest wait that the usage headers tell of, in seconds. */
function waitOf(headers: Headers): number | null {
  const usage = readJson(headers.get("x-business-use-case-usage") ?? "");
  const minutes = Object.values(usage ?? {})
    .flat()
    .map((one) => Number((one as Json).estimated_time_to_regain_access ?? 0));
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * 60 : number(headers.get("retry-after"));
}

/** The fullest of the limits that the usage headers tell of, in hundredths. */
function usageOf(headers: Headers): number {
  const told = [
    readJson(headers.get("x-app-usage") ?? ""),
    ...Object.values(readJson(headers.get("x-business-use-case-usage") ?? "") ?? {}).flat(),
  ] as (Json | null)[];
  const parts = told.flatMap((one) => [one?.call_count, one?.total_time, one?.total_cputime]);
  return Math.max(0, ...parts.map((part) => number(part) ?? 0));
}

async function readAnswer(response: Response): Promise<Answer> {
  const body = readJson(await response.text());
  const error = body?.error as Json | undefined;
  if (body && !error && response.ok) return { ok: true, body, usage: usageOf(response.headers) };
  return {
    ok: false,
    trouble: {
      status: response.status,
      code: number(error?.code),
      subcode: number(error?.error_subcode),
      transient: error?.is_transient === true,
      message: String(error?.error_user_msg ?? error?.message ?? ""),
      trace: error?.fbtrace_id ? String(error.fbtrace_id) : null,
      waits: waitOf(response.headers),
    },
  };
}

interface GraphRequest {
  method?: "GET" | "POST" | "DELETE";
  query?: Record<string, string>;
  json?: Json;
  form?: FormData;
  headers?: Record<string, string>;
  body?: unknown;
  seconds?: number;
}

/** A call to the Graph API as the Page. @throws what the network connection throws */
export type Graph = (path: string, request?: GraphRequest) => Promise<Answer>;

/** Calls of one account. The token goes in the header, never into an address that somebody might log. */
export function graphOf({ fetch }: Pick<ConnectorCall, "fetch">, secret: FacebookSecret): Graph {
  return async (path, { method = "GET", query = {}, json, form, headers = {}, body, seconds } = {}) => {
    const address = new URL(
      path.startsWith("http") ? path : `${secret.host}/${secret.version}/${path.replace(/^\//, "")}`,
    );
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    if (secret.appSecret)
      address.searchParams.set(
        "appsecret_proof",
        createHmac("sha256", secret.appSecret).update(secret.token).digest("hex"),
      );
    const packed = form && new Response(form);
    const sent = packed ? new Uint8Array(await packed.arrayBuffer()) : json ? JSON.stringify(json) : body;
    return readAnswer(
      await fetch(address.href, {
        method,
        headers: {
          authorization: `Bearer ${secret.token}`,
          ...(json && { "content-type": "application/json" }),
          ...(packed && { "content-type": packed.headers.get("content-type")! }),
          ...headers,
        },
        ...(sent !== undefined && { body: sent }),
        ...(seconds !== undefined && { seconds }),
      }),
    );
  };
}
