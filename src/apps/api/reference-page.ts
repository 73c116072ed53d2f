import { html } from "hono/html";
import type { OutgoingCall } from "#platform/work/plug.ts";
import { callsPart } from "./calls-part.ts";

interface Operation {
  summary?: string;
  tags?: string[];
}

interface Document {
  paths?: Record<string, Record<string, Operation>>;
}

/** A plain list of all procedures, without script, for people; machines read /api/openapi.json. */
export function referencePage(document: unknown, calls: OutgoingCall[]) {
  const { paths = {} } = document as Document;
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { summary }]) => ({
      path,
      method: method.toUpperCase(),
      summary,
    })),
  );
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Giao diện lập trình – Gần Dân</title>
      </head>
      <body>
        <main>
          <h1>Giao diện lập trình của Gần Dân</h1>
          <p>Mô tả đầy đủ cho máy đọc: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
          <table>
            <caption>${rows.length} lệnh</caption>
            <thead>
              <tr><th scope="col">Phương thức</th><th scope="col">Địa chỉ</th><th scope="col">Việc</th></tr>
            </thead>
            <tbody>
              ${rows.map(({ path, method, summary }) => html`<tr><td>${method}</td><td><code>/api${path}</code></td><td>${summary ?? ""}</td></tr>`)}
            </tbody>
          </table>
          ${callsPart(calls)}
        </main>
      </body>
    </html>`;
}
