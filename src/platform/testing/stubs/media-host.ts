import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { outgoingFetch } from "#platform/http/outgoing.ts";

export interface MediaSettings {
  /** Where addresses on public hosts are really served: {"https://media.example.gov.vn": "http://127.0.0.1:…"}. */
  mediaOrigins: Record<string, string>;
  /** Also takes from this machine and its network, which no real network can; for trying by hand. */
  fetchesInside: boolean;
}

export interface Fetched {
  type: string;
  bytes: Buffer;
}

/** Fetches a file as a network outside does: nothing of this machine or its network, except what stands for hosts outside. */
export async function fetchAsOutside(
  address: string,
  { mediaOrigins, fetchesInside }: MediaSettings,
): Promise<Fetched | null> {
  try {
    const url = new URL(address);
    const stand = mediaOrigins[url.origin];
    const there = stand ? new URL(url.pathname + url.search, stand).href : url.href;
    const answer =
      stand || fetchesInside
        ? await fetch(there, { redirect: "error", signal: AbortSignal.timeout(10_000) })
        : await outgoingFetch([])(there, {});
    if (!answer.ok) return null;
    return {
      type: (answer.headers.get("content-type") ?? "").split(";")[0]!,
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  } catch {
    return null;
  }
}

/** A host that serves these files by path, as a department's public media host does. */
export async function startMediaHost(
  files: Record<string, { type: string; bytes: Uint8Array } | { status: number }>,
): Promise<{ origin: string; fetched: string[]; close: () => Promise<void> }> {
  const fetched: string[] = [];
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""] ?? { status: 404 };
    fetched.push(request.url ?? "");
    if ("status" in file) response.writeHead(file.status).end();
    else response.writeHead(200, { "content-type": file.type }).end(file.bytes);
  });
  // A connection let go while a busy caller is about to use it again would look like a picture that is not there.
  server.keepAliveTimeout = 0;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fetched,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
