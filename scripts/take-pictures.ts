import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../src/platform/testing/browser.ts";

/**
 * Takes the pictures of README and of the user guide from a running server with the sample department:
 * `npm start`, then `node scripts/take-pictures.ts http://127.0.0.1:3000`.
 */
const address = process.argv[2] ?? "http://127.0.0.1:3000";
const folder = join(import.meta.dirname, "..", "docs", "pictures");
mkdirSync(folder, { recursive: true });

interface Picture {
  name: string;
  who: string | null;
  path: string;
  phone?: boolean;
}

const browser = await openBrowser();

async function signedIn(who: string | null, phone = false) {
  const context = await browser.newContext({
    viewport: phone ? { width: 360, height: 640 } : { width: 1280, height: 800 },
    locale: "vi-VN",
  });
  if (who) {
    await context.request.post(`${address}/api/auth/sign-in`, {
      data: { email: `${who}@mau.gandan.vn`, password: "gan-dan-mau-2026" },
    });
  }
  return context;
}

const asking = await signedIn("editor");
const first = async (path: string, list: string, state?: string): Promise<string> => {
  const answer = await (await asking.request.get(`${address}/api${path}`)).json();
  const rows: { id: string; state?: string }[] = answer[list];
  return rows.find((row) => state === undefined || row.state === state)!.id;
};
const [plan, waiting, returned, report] = [
  await first("/plans", "plans"),
  await first("/content?state=submitted", "items"),
  await first("/content?state=returned", "items"),
  await first("/reports", "reports", "submitted"),
];
await asking.close();

const pictures: Picture[] = [
  { name: "workspace-home", who: "editor", path: "/workspace/" },
  { name: "workspace-plan", who: "editor", path: `/workspace/ke-hoach/${plan}` },
  { name: "workspace-coverage", who: "editor", path: "/workspace/bao-phu" },
  { name: "workspace-editor", who: "contributor", path: `/workspace/noi-dung/${returned}` },
  {
    name: "workspace-review-phone",
    who: "leadership",
    path: `/workspace/noi-dung/${waiting}/duyet`,
    phone: true,
  },
  { name: "workspace-report", who: "editor", path: `/workspace/bao-cao/${report}` },
  { name: "portal-home", who: null, path: "/" },
  { name: "portal-plan", who: null, path: "/ke-hoach/tuyen-truyen-cai-cach-hanh-chinh-2026" },
];
for (const { name, who, path, phone } of pictures) {
  const context = await signedIn(who, phone);
  const page = await context.newPage();
  await page.goto(address + path, { waitUntil: "networkidle" });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  process.stdout.write(`${name}.png\n`);
}
await browser.close();
