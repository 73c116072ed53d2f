import { AnswerTooLarge, OutgoingRefused, outgoingFetch } from "#platform/http/outgoing.ts";
import { bytesInWords, limits } from "./limits.ts";
import { unpack } from "./unpack.ts";
import { UnreadableFeed } from "./unreadable-feed.ts";

const SECONDS = 30;
const MOST_HOPS = 5;
/** How the product names itself to the servers of the press. */
export const USER_AGENT = "GanDan-Feeds/1";

interface Asked {
  allowHosts: readonly string[];
  /** What the last answer was, so that an unchanged feed is not sent again. */
  etag?: string | null;
  lastModified?: string | null;
}

export interface FetchedFeed {
  /** Where it was found in the end. */
  address: string;
  /** Where it lives from now on, as the server said for good; null: where it was asked for. */
  movedTo: string | null;
  /** Null: not changed since it was last asked for. */
  bytes: Uint8Array | null;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
}

function why(error: unknown, host: string): UnreadableFeed {
  if (error instanceof UnreadableFeed) return error;
  if (error instanceof OutgoingRefused)
    return new UnreadableFeed(
      "inside",
      `Không mở ${host}: địa chỉ nằm trong mạng nội bộ hoặc của chính máy này, hay được chỉ sang đó.`,
    );
  if (error instanceof AnswerTooLarge)
    return new UnreadableFeed("too-large", `Nguồn tin ở ${host} lớn hơn ${bytesInWords} nên không được đọc.`);
  const { name = "", code = "" } = error as { name?: string; code?: string };
  if (name === "TimeoutError" || name === "AbortError")
    return new UnreadableFeed(
      "unanswered",
      `${host} không trả lời xong trong ${SECONDS} giây; hãy thử lại sau.`,
    );
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
    return new UnreadableFeed("unanswered", `Chứng thư của ${host} không đúng hoặc đã hết hạn.`);
  if (/ENOTFOUND|EAI_AGAIN/.test(code))
    return new UnreadableFeed("unanswered", `Không tìm thấy tên miền ${host}; hãy kiểm tra lại địa chỉ.`);
  return new UnreadableFeed("unanswered", `Không mở được ${host}; hãy thử lại sau.`);
}

/** Seconds to wait, said as a number or as a moment. */
export function secondsAsked(retryAfter: string | null): number | null {
  if (!retryAfter) return null;
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter);
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

function refusal(status: number, host: string, retryAfter: string | null): UnreadableFeed {
  const more = { status, retryAfter: secondsAsked(retryAfter) };
  if (status === 404 || status === 410)
    return new UnreadableFeed(
      "status",
      `${host} trả lời ${status}: không còn nguồn tin ở địa chỉ này.`,
      more,
    );
  if (status === 401 || status === 403)
    return new UnreadableFeed("status", `${host} trả lời ${status}: không cho đọc nguồn tin này.`, more);
  if (status === 429)
    return new UnreadableFeed("status", `${host} trả lời 429: hỏi quá nhiều; hãy thử lại sau.`, more);
  return new UnreadableFeed("status", `${host} trả lời ${status} nên chưa đọc được nguồn tin.`, more);
}

const webAddress = (address: string, from?: string): URL => {
  let url: URL;
  try {
    url = new URL(address, from);
  } catch {
    throw new UnreadableFeed(
      "address",
      "Địa chỉ nguồn tin không đúng; hãy chép lại cả địa chỉ, bắt đầu bằng https://.",
    );
  }
  if (!/^https?:$/.test(url.protocol))
    throw new UnreadableFeed("address", `Chỉ đọc địa chỉ http và https, không đọc ${url.protocol}`);
  return url;
};

/**
 * Fetches a feed as its readers do, each step of the way looked at anew: nothing inside the network is called but what
 * `allowHosts` names. @throws UnreadableFeed
 */
export async function fetchFeed(
  address: string,
  { allowHosts, etag, lastModified }: Asked,
): Promise<FetchedFeed> {
  const open = outgoingFetch(allowHosts);
  let url = webAddress(address);
  let movedTo: string | null = null;
  let isForGood = true;
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    try {
      const answer = await open(url.toString(), {
        headers: {
          accept:
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
          "accept-language": "vi",
          "accept-encoding": "gzip, deflate, br",
          "user-agent": USER_AGENT,
          ...(etag && { "if-none-match": etag }),
          ...(lastModified && { "if-modified-since": lastModified }),
        },
        seconds: SECONDS,
        largestAnswer: limits.bytes,
        unencrypted: true,
      });
      const { status, headers } = answer;
      const location = headers.get("location");
      if (status >= 300 && status < 400 && location) {
        isForGood &&= status === 301 || status === 308;
        url = webAddress(location, url.toString());
        if (isForGood) movedTo = url.toString();
        continue;
      }
      if (status !== 304 && (status < 200 || status >= 300))
        throw refusal(status, url.host, headers.get("retry-after"));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return {
        address: url.toString(),
        movedTo,
        bytes: status === 304 ? null : await unpack(bytes, headers.get("content-encoding")),
        contentType: headers.get("content-type"),
        etag: headers.get("etag"),
        lastModified: headers.get("last-modified"),
      };
    } catch (error) {
      throw why(error, url.host);
    }
  }
  throw new UnreadableFeed("unanswered", `${url.host} chỉ sang địa chỉ khác quá nhiều lần.`);
}
