import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#platform/config/root.ts";
import type { PortalCall, PortalFile } from "#platform/http/portal-page.ts";

const here = join(root, "src", "capabilities", "procedures", "portal", "kiosk");
const readAloud = join(root, "src", "platform", "http", "browser", "read-aloud.js");

const script = "text/javascript; charset=utf-8";
const sources = [
  { name: "read-aloud.js", path: readAloud, contentType: script },
  ...["kiosk-search.js", "kiosk-keyboard.js", "kiosk-offline.js", "kiosk-idle.js", "kiosk.js"].map(
    (name) => ({
      ...{ name, path: join(here, name), contentType: script },
    }),
  ),
  { name: "kiosk.css", path: join(here, "kiosk.css"), contentType: "text/css; charset=utf-8" },
];

const files = new Map(
  sources.map(({ name, path, contentType }) => {
    const text = readFileSync(path, "utf8");
    const mark = createHash("sha256").update(text).digest("hex").slice(0, 12);
    return [name.replace(".", `-${mark}.`), { name, text, contentType }] as const;
  }),
);

/** Names under which the screen's own files stand, a name for each content, in the order in which scripts run. */
export const kioskFileNames = [...files.keys()];

const worker = readFileSync(join(here, "kiosk-worker.js"), "utf8");

/** /quay/tep/<name> */
export async function answerKioskFile({ params }: PortalCall): Promise<PortalFile | null> {
  const file = files.get(params.name ?? "");
  if (!file) return null;
  const { text: body, contentType } = file;
  return { kind: "file", contentType, body, tags: ["assets"], maxAge: 365 * 24 * 3600 };
}

/** /quay-ngoai-tuyen.js: what keeps the screen going without a network; it may look at nothing but the screen. */
export async function answerKioskWorker(): Promise<PortalFile> {
  return { kind: "file", contentType: script, body: worker, tags: ["assets"], maxAge: 0, asPage: true };
}
