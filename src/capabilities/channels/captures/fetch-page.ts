import { gunzipSync } from "node:zlib";
import { AnswerTooLarge, OutgoingRefused, outgoingFetch } from "#platform/http/outgoing.ts";
import type { Hop } from "./web-archive.ts";

const LARGEST = 5_000_000;
const SECONDS = 20;
const MOST_HOPS = 4;

/** The page cannot be kept, in words for a person. */
export class NoPage extends Error {
  override name = "NoPage";
}

function why(error: unknown): string {
  if (error instanceof NoPage) return error.message;
  if (error instanceof OutgoingRefused)
    return "Địa chỉ, hoặc nơi nó chỉ sang, nằm trong mạng nội bộ hoặc không mã hóa nên không mở.";
  if (error instanceof AnswerTooLarge) return "Trang lớn hơn 5 MB nên không lưu.";
  const { name = "", code = "" } = error as { name?: string; code?: string };
  if (name === "TimeoutError" || name === "AbortError") return `Trang không trả lời trong ${SECONDS} giây.`;
  if (/CERT|SSL|TLS|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
    return "Chứng thư của trang không đúng hoặc đã hết hạn.";
  return "Không mở được trang.";
}

/** The bytes of the page as it was meant; a bomb is refused. */
function unpacked({ headers, body }: Hop): Uint8Array {
  const packed = headers.find(([name]) => name.toLowerCase() === "content-encoding")?.[1];
  if (!packed || packed === "identity") return body;
  if (packed !== "gzip") throw new NoPage(`Trang được nén bằng ${packed}, không đọc được.`);
  try {
    return gunzipSync(body, { maxOutputLength: LARGEST });
  } catch {
    throw new NoPage("Trang nén hỏng hoặc lớn hơn 5 MB.");
  }
}

/** Opens a page as anybody does, without signing in; every step of the way is looked at anew. @throws NoPage */
export async function fetchPage(
  address: string,
  allowHosts: readonly string[],
): Promise<{ hops: Hop[]; page: Uint8Array; contentType: string }> {
  const open = outgoingFetch(allowHosts);
  const hops: Hop[] = [];
  try {
    for (let url = address; hops.length < MOST_HOPS; ) {
      const at = new Date();
      const answer = await open(url, {
        headers: {
          accept: "text/html,application/xhtml+xml",
          "accept-language": "vi",
          "accept-encoding": "identity",
          "user-agent": "GanDan-Archive/1",
        },
        seconds: SECONDS,
        largestAnswer: LARGEST,
      });
      const { status } = answer;
      hops.push({
        ...{ url, at, status },
        headers: [...answer.headers],
        body: new Uint8Array(await answer.arrayBuffer()),
      });
      const location = answer.headers.get("location");
      if (status >= 300 && status < 400 && location) {
        url = new URL(location, url).toString();
        continue;
      }
      if (status < 200 || status >= 300)
        throw new NoPage(
          status === 404 || status === 410
            ? `Trang trả lời ${status}: không có bài ở địa chỉ này.`
            : `Trang trả lời ${status}.`,
        );
      const contentType = answer.headers.get("content-type") ?? "";
      if (!/html|^text\/plain/iu.test(contentType))
        throw new NoPage("Địa chỉ mở ra một tệp, không phải một trang.");
      return { hops, page: unpacked(hops.at(-1)!), contentType };
    }
    throw new NoPage("Trang chỉ sang trang khác quá nhiều lần.");
  } catch (error) {
    throw new NoPage(why(error), { cause: error });
  }
}
