import { join } from "node:path";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Config } from "#platform/config/config.ts";
import { root } from "#platform/config/root.ts";
import type { Database } from "#platform/database/database.ts";
import { publicOrigin } from "#platform/http/caller.ts";
import type { PageCache } from "#platform/http/page-cache.ts";
import { secure } from "#platform/http/security-headers.ts";
import { createApi } from "./api/api.ts";
import { plugs } from "./plugs.ts";
import { createPortalCache, mountPortal } from "./portal/mount-portal.ts";
import { workspacePages } from "./workspace/serve.ts";

/** Largest request that is read at all: a plan, a picture. */
const LARGEST_REQUEST = 50 * 1024 * 1024;

export interface SiteParts {
  database: Database;
  config: Config;
  /** Connections for the public pages alone, so that officials at work never wait behind readers; absent: `database`. */
  portalDatabase?: Database;
  /** Kept public pages, when the server answers hits before the router. */
  pages?: PageCache;
}

/** Everything that is served over HTTP: health, the API, what capabilities mount, workspace and portal. */
export function createSite(
  { database, portalDatabase, config, pages }: SiteParts,
  report: (error: unknown) => void,
): Hono {
  const site = new Hono();
  site.use(async (c, next) => {
    await next();
    // Pages bring their own; whatever else answers, an error too, is held to the strictest.
    secure(c.res.headers);
  });
  site.use(
    bodyLimit({
      maxSize: LARGEST_REQUEST,
      onError: (c) =>
        c.json({ code: "PAYLOAD_TOO_LARGE", message: "Tệp lớn hơn 50 MB nên không được nhận." }, 413),
    }),
  );
  site.use("/api/*", compress());
  site.use("/api/*", async (c, next) => {
    const origin = c.req.header("origin");
    const safe = ["GET", "HEAD"].includes(c.req.method);
    if (safe || origin === undefined || origin === publicOrigin(c, config)) return next();
    return c.json({ code: "FORBIDDEN", message: "Yêu cầu đến từ một trang khác nên bị từ chối." }, 403);
  });
  site.get("/healthz", (c) => c.text("ok"));
  site.get("/readyz", async (c) => {
    await database.execute("select 1");
    return c.text("ok");
  });
  const parts = { config, database, baseUrl: () => config.baseUrl ?? `http://${config.host}:${config.port}` };
  for (const { http } of plugs) http?.(site, parts);
  const actorOf = plugs.find((plug) => plug.actorOf)?.actorOf ?? (async () => null);
  site.route("/", createApi({ database, config, actorOf, onFault: report }));
  site.route("/workspace", workspacePages({ distDirectory: join(root, "dist", "workspace") }));
  const portal = { database: portalDatabase ?? database, config, pages: pages ?? createPortalCache(config) };
  mountPortal(site, portal, report);
  site.onError((error, c) => {
    report(error);
    return c.text("Máy chủ gặp lỗi; chưa có gì được lưu. Hãy thử lại sau ít phút.", 500);
  });
  return site;
}
