import { type FileHandle, open } from "node:fs/promises";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Command } from "#platform/work/plug.ts";
import { fetchFeed } from "./fetch-feed.ts";
import { bytesInWords, limits } from "./limits.ts";
import { type ReadFeed, readFeed } from "./read-feed.ts";
import { unpack } from "./unpack.ts";
import { UnreadableFeed } from "./unreadable-feed.ts";

const refused = 2;
/** Items that a person reads in a console. */
const SHOWN = 20;

async function bytesIn(path: string): Promise<Uint8Array> {
  const unusable = (because: string) =>
    new UnreadableFeed(
      "missing",
      `Không đọc được “${path}”: ${because}. Hãy kiểm tra lại đường dẫn rồi thử lại.`,
    );
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    const facts = await file.stat();
    if (facts.isDirectory()) throw unusable("đây là một thư mục");
    if (!facts.isFile()) throw unusable("đây không phải một tệp");
    if (facts.size > limits.bytes)
      throw new UnreadableFeed("too-large", `Tệp lớn hơn ${bytesInWords} nên không được đọc.`);
    return await file.readFile();
  } catch (error) {
    if (error instanceof UnreadableFeed) throw error;
    const code = error instanceof Error && "code" in error ? error.code : null;
    throw unusable(code === "ENOENT" ? "không có tệp này" : "không mở được tệp");
  } finally {
    await file?.close();
  }
}

async function feedAt(place: string, allowHosts: string[]): Promise<ReadFeed> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) {
    const { bytes, address, contentType } = await fetchFeed(place, { allowHosts });
    return readFeed({ bytes: bytes ?? new Uint8Array(), address, contentType });
  }
  return readFeed({ bytes: await unpack(await bytesIn(place), null), address: null, contentType: null });
}

/** Hosts as they are compared: "Bao.Example:8080" is bao.example. */
const hostsIn = (printed: string): string[] =>
  printed
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => {
      const address = /^[a-z]+:\/\//i.test(one)
        ? one
        : `http://${/^[^[\]]*:[^[\]]*:/.test(one) ? `[${one}]` : one}`;
      return URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/g, "") : one;
    });

function asLines({ title, items, itemsInFile, warnings }: ReadFeed): string {
  const shown = items
    .slice(0, SHOWN)
    .map(({ title: name, publishedAt, url }) =>
      [
        publishedAt ? formatDateTime(publishedAt) : "không rõ lúc đăng",
        name ?? "(không có tiêu đề)",
        url ?? "",
      ]
        .filter((part) => part !== "")
        .join(" | "),
    );
  return [
    `${title ?? "(nguồn tin không có tên)"}: ${items.length} mục, trong tệp có ${itemsInFile} mục.`,
    ...shown,
    ...(items.length > SHOWN ? [`… và ${items.length - SHOWN} mục nữa; thêm --json để xem tất cả.`] : []),
    ...warnings.map(({ message }) => `Lưu ý: ${message}`),
  ].join("\n");
}

/** `gandan feeds read FILE_OR_URL [--allow-host HOST] [--json]`: reads a feed, starts nothing, keeps nothing. */
export const feedsReadCommand: Command = {
  name: "feeds read",
  summary:
    "Đọc nguồn tin RSS, Atom, JSON Feed, sitemap: feeds read TỆP_HOẶC_ĐỊA_CHỈ [--allow-host MÁY] [--json]",
  needsDatabase: false,
  flags: { "allow-host": "list" },
  run: async ({ args, flags, answer, stderr }) => {
    const place = args[0];
    if (place === undefined) {
      stderr(
        "Thiếu tệp hoặc địa chỉ; hãy gọi: gandan feeds read TỆP_HOẶC_ĐỊA_CHỈ [--allow-host MÁY] [--json].",
      );
      return refused;
    }
    try {
      const allowed = flags["allow-host"];
      const feed = await feedAt(place, hostsIn(typeof allowed === "string" ? allowed : ""));
      answer(feed, asLines(feed));
      return 0;
    } catch (error) {
      if (!(error instanceof UnreadableFeed)) throw error;
      const hint =
        error.code === "inside" ? " Nếu đúng là máy của cơ quan, hãy thêm --allow-host và tên máy." : "";
      stderr(`${error.message}${hint}`.replace(/\s+/g, " "));
      return refused;
    }
  },
};
