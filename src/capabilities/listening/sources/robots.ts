import robotsParser from "robots-parser";
import { OutgoingRefused, outgoingFetch } from "#platform/http/outgoing.ts";
import { USER_AGENT } from "../reading/fetch-feed.ts";
import { UnreadableFeed } from "../reading/unreadable-feed.ts";

const SECONDS = 10;
const LARGEST = 500_000;
const MOST_HOPS = 3;
const KEPT = 24 * 3_600_000;

/** What each host allows, as it was read last. */
const known = new Map<string, { at: number; text: string }>();
const MOST_HOSTS = 2_000;

/** The rules of a host; none where it has no such page. A host that cannot say them is asked for nothing (RFC 9309). */
async function rulesOf(origin: string, allowHosts: readonly string[]): Promise<string> {
  const open = outgoingFetch(allowHosts);
  let url = `${origin}/robots.txt`;
  for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
    const answer = await open(url, {
      headers: { "user-agent": USER_AGENT, accept: "text/plain" },
      ...{ seconds: SECONDS, largestAnswer: LARGEST, unencrypted: true },
    });
    const location = answer.headers.get("location");
    if (answer.status >= 300 && answer.status < 400 && location) {
      url = new URL(location, url).toString();
      continue;
    }
    if (answer.status >= 500 || answer.status === 429) throw new Error(`robots.txt answers ${answer.status}`);
    return answer.ok ? answer.text() : "";
  }
  return "";
}

/** Whether a host lets programs read an address. @throws UnreadableFeed where it does not, or cannot say. */
export async function askRobots(address: string, allowHosts: readonly string[], at: Date): Promise<void> {
  const { origin, host } = new URL(address);
  const last = known.get(origin);
  let text = last && at.getTime() - last.at < KEPT ? last.text : null;
  if (text === null) {
    try {
      text = await rulesOf(origin, allowHosts);
    } catch (error) {
      if (error instanceof OutgoingRefused)
        throw new UnreadableFeed(
          "inside",
          `Không mở ${host}: địa chỉ nằm trong mạng nội bộ hoặc của chính máy này.`,
        );
      throw new UnreadableFeed(
        "unanswered",
        `${host} chưa trả lời nên chưa biết có cho đọc nguồn tin không.`,
      );
    }
    if (known.size >= MOST_HOSTS) known.clear();
    known.set(origin, { at: at.getTime(), text });
  }
  if (text !== "" && robotsParser(`${origin}/robots.txt`, text).isDisallowed(address, USER_AGENT))
    throw new UnreadableFeed("robots", `${host} không cho phần mềm đọc địa chỉ này (robots.txt).`);
}
