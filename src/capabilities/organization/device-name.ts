/** The first pattern that fits names it; a browser that pretends to be another stands before that other. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bcoc_coc_browser\//i, "Cốc Cốc"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const systems: readonly [RegExp, string][] = [
  [/\biPad\b/, "máy tính bảng iPad"],
  [/\biPhone\b/, "điện thoại iPhone"],
  [/\bAndroid\b.*\bMobile\b/, "điện thoại Android"],
  [/\bAndroid\b/, "máy tính bảng Android"],
  [/\bWindows\b/, "máy tính Windows"],
  [/\bMacintosh\b/, "máy tính Mac"],
  [/\bCrOS\b/, "máy tính Chromebook"],
  [/\bLinux\b/, "máy tính Linux"],
];

const named = (names: readonly [RegExp, string][], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/** What a browser's User-Agent says of the device, in words: "Chrome trên máy tính Windows". */
export function deviceName(userAgent: string | null): string {
  const text = userAgent ?? "";
  const [browser, system] = [named(browsers, text), named(systems, text)];
  if (browser && system) return `${browser} trên ${system}`;
  if (system) return `Trình duyệt trên ${system}`;
  return browser ?? "Thiết bị không rõ tên";
}
