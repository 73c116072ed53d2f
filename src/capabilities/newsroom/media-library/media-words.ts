const MEGABYTE = 1024 * 1024;
const number = (value: number) => value.toLocaleString("vi-VN", { maximumFractionDigits: 1 });

/** "640 KB", "12,5 MB", "1,2 GB". */
export function sizeOf(bytes: number): string {
  if (bytes < MEGABYTE) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return bytes < 1024 * MEGABYTE ? `${number(bytes / MEGABYTE)} MB` : `${number(bytes / MEGABYTE / 1024)} GB`;
}

/** "0:07", "12:30", "1:02:03". */
export function lengthOf(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
