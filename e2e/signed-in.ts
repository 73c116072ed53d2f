import type { Browser, BrowserContext, Page } from "playwright-core";

/** Signs the sample person in, in this window. */
export async function signInOf(context: BrowserContext, address: string, who: string): Promise<void> {
  await context.request.post(`${address}/api/auth/sign-in`, {
    data: { email: `${who}@mau.gandan.vn`, password: "gan-dan-mau-2026" },
  });
}

/** A page of the workspace with the sample person signed in, in a window of this size. */
export async function signedIn(
  browser: Browser,
  address: string,
  who: string,
  { width = 1280, height = 800, locale = "vi-VN" }: { width?: number; height?: number; locale?: string } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width, height },
    acceptDownloads: true,
    locale,
  });
  await signInOf(context, address, who);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { page, context };
}
