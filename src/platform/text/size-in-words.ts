const MEGABYTE = 1024 * 1024;
const number = (value: number) => value.toLocaleString("vi-VN", { maximumFractionDigits: 1 });

/** Bytes as a person reads them: "640 KB", "12,5 MB", "1,2 GB". */
export function sizeInWords(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return bytes < 1024 * MEGABYTE ? `${number(bytes / MEGABYTE)} MB` : `${number(bytes / MEGABYTE / 1024)} GB`;
}
