import { AnswerTooLarge, OutgoingRefused, outgoingFetch } from "#platform/http/outgoing.ts";
import type { PublicSite } from "#platform/http/public-site.ts";
import { judgeStatus, type LinkFault, type Look } from "./link-state.ts";

const SECONDS = 10;
const MOST_HOPS = 5;
/** More of a page is not needed to know that it is there. */
const LARGEST = 300_000;
const HEADERS = {
  "user-agent": "GanDan-Links/1 (link checker)",
  accept: "text/html,application/xhtml+xml,*/*;q=0.5",
  "accept-language": "vi,en;q=0.5",
};

const failed = (fault: LinkFault): Look => ({ found: "failed", fault, status: null });

/** Seconds that a server asks to be left alone, said as a number or as a moment. */
function secondsAsked(retryAfter: string | null, now: Date): number | null {
  if (!retryAfter) return null;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max(0, (until - now.getTime()) / 1000);
}

function whyNot(error: unknown, now: Date): Look {
  if (error instanceof OutgoingRefused) return failed("inside");
  const { code = "" } = error as { code?: string };
  if (code === "ENOTFOUND") return failed("unknown-host");
  // Our own way of asking for names is in trouble: nothing is known of the other side.
  if (code === "EAI_AGAIN") return { found: "later", until: new Date(now.getTime() + 3_600_000) };
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code)) return failed("certificate");
  return failed("unanswered");
}

/** A page of this installation: as a reader gets it, wherever it has moved to here. */
async function lookInside(address: string, { ask }: PublicSite, now: Date): Promise<Look> {
  let path = address;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const { status, headers, body } = await ask(path);
    await body?.cancel();
    const to = status >= 300 && status < 400 ? headers.get("location") : null;
    if (to === null) return judgeStatus(status, null, now);
    const next = URL.parse(to, `http://own.invalid${path}`);
    if (next === null) return failed("unwritten");
    path = next.pathname + next.search;
  }
  return failed("moving");
}

const ASK_FOR_THE_PAGE = new Set([400, 401, 403, 404, 405, 406, 410, 500, 501, 502]);

/** An address elsewhere: its head, and the page itself where the head is refused; each hop is judged as the first. */
async function lookOutside(address: string, allowHosts: readonly string[], now: Date): Promise<Look> {
  const call = outgoingFetch(allowHosts);
  const options = { headers: HEADERS, seconds: SECONDS, largestAnswer: LARGEST, unencrypted: true };
  let url = URL.parse(address);
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return failed("unwritten");
    let answer = await call(url.href, { ...options, method: "HEAD" });
    if (ASK_FOR_THE_PAGE.has(answer.status)) {
      try {
        answer = await call(url.href, options);
      } catch (error) {
        // A page that is larger than is read is there.
        if (error instanceof AnswerTooLarge) return { found: "fine" };
        throw error;
      }
    }
    const to = answer.status >= 300 && answer.status < 400 ? answer.headers.get("location") : null;
    if (to === null)
      return judgeStatus(answer.status, secondsAsked(answer.headers.get("retry-after"), now), now);
    url = URL.parse(to, url.href);
  }
  return failed("moving");
}

/** Looks whether something stands at an address that a page leads to. Throws nothing that the address can cause. */
export async function lookAtAddress(address: string, site: PublicSite, now: Date): Promise<Look> {
  if (address.startsWith("/")) return lookInside(address, site, now);
  if (URL.parse(address) === null) return failed("unwritten");
  try {
    return await lookOutside(address, site.allowHosts, now);
  } catch (error) {
    return whyNot(error, now);
  }
}
