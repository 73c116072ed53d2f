/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { kioskFileNames } from "./kiosk-files.ts";

export const KIOSK_PATH = "/quay";

/** /quay: the screen that people touch at the one-stop shop. All it shows comes by `du-lieu.json`, and stays without a network. */
export async function answerKiosk({ agency }: PortalCall): Promise<PortalPage> {
  return {
    kind: "page",
    title: "Tra cứu thủ tục tại quầy",
    description: `Màn hình chạm tra cứu thủ tục hành chính của ${agency.name}.`,
    path: KIOSK_PATH,
    crumbs: [],
    bare: { files: kioskFileNames.map((name) => `${KIOSK_PATH}/tep/${name}`) },
    body: (
      <div id="quay" data-base={agency.base}>
        <h1>{agency.name}</h1>
        <p>
          Màn hình tra cứu thủ tục đang mở. Nếu chờ lâu, xem tại <a href="/thu-tuc">danh sách thủ tục</a>.
        </p>
      </div>
    ),
    tags: ["procedure:any", `agency:${agency.id}`],
    unlisted: true,
    lastModified: null,
  };
}
