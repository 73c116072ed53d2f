import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { faultsIn, type ListLine, writtenIn } from "#platform/sheets/read-list.ts";
import { networkLabel, networkOf } from "../../networks/index.ts";
import { type Metric, metricWords } from "../metric.ts";
import { countedIn, type FigureField, figureWords } from "./figure-list.ts";
import type { PlacedPost, PlacedPosts } from "./placed-posts.ts";
import { countWritten, dayWritten } from "./written-figure.ts";

/** One number of a line, and under which head it stands. */
export interface LineFigure {
  metric: Metric;
  value: number;
  field: FigureField;
}

interface ReadLine {
  line: number;
  state: "new" | "bad" | "heading";
  written: Partial<Record<FigureField, string>>;
  errors: string[];
  notes: string[];
  post: PlacedPost | null;
  day: string;
  told: LineFigure[];
}

/** The post that a line means. */
function postOf(
  written: ReadLine["written"],
  { byAddress, byPost }: PlacedPosts,
  errors: string[],
): PlacedPost | null {
  const address = written.address?.trim() ?? "";
  const id = written.post?.trim() ?? "";
  if (address === "" && id === "") {
    errors.push("Thiếu địa chỉ hoặc mã của bài.");
    return null;
  }
  const found = address === "" ? [] : byAddress(address);
  // Some consoles put the id where others put the address.
  const posts = found.length > 0 ? found : byPost(id || address);
  if (posts.length === 1) return posts[0]!;
  errors.push(
    posts.length > 1
      ? `Có ${posts.length} lượt đăng mang mã “${id || address}”; hãy ghi địa chỉ đầy đủ của bài.`
      : `Chưa có lượt đăng nào ghi ${address ? `địa chỉ “${address}”` : `mã “${id}”`}; bài đăng ngoài hệ thống thì bỏ dòng này.`,
  );
  return null;
}

/** The numbers of a line that the post's network has. */
function toldBy({ written, errors, notes }: ReadLine, post: PlacedPost): LineFigure[] {
  const countable: readonly Metric[] = networkOf(post.network)?.figures ?? [];
  const told: LineFigure[] = [];
  for (const { field, metric, times } of countedIn) {
    const value = countWritten(written[field] ?? "", times);
    if (value === null) continue;
    const { header } = figureWords[field];
    if (value === undefined)
      errors.push(`Ô “${header}” ghi “${written[field]}”, chưa đọc được thành số; hãy ghi như 5200.`);
    else if (!countable.includes(metric))
      notes.push(
        `${networkLabel(post.network)} không có số “${header.toLowerCase()}” nên ô ấy không được lấy.`,
      );
    else if (told.some((one) => one.metric === metric))
      errors.push(`${metricWords[metric].label} được ghi ở hai cột; hãy để một cột.`);
    else told.push({ metric, value, field });
  }
  return told;
}

/** A line of the table, as far as it can be told without looking at what was recorded. */
export function readFigureLine(
  { line, cells, isHeading }: ListLine<FigureField>,
  posts: PlacedPosts,
  usualDay: string,
  now: Date,
): ReadLine {
  const written = writtenIn(cells);
  const read: ReadLine = {
    ...{ line, state: "heading", written, errors: [], notes: [], post: null, day: usualDay, told: [] },
  };
  if (isHeading) return read;
  const { errors } = read;
  errors.push(...faultsIn(figureWords, cells));
  const post = postOf(written, posts, errors);
  const day = written.day?.trim() ? (cells.day?.day ?? dayWritten(written.day)) : usualDay;
  if (day === null) errors.push(`Ngày xem số ghi “${written.day}”, chưa đọc được; hãy ghi như 25/11/2026.`);
  else if (day > toVietnamDate(now).toString()) errors.push("Ngày xem số ở tương lai.");
  else if (post && day < toVietnamDate(post.placedAt).toString())
    errors.push(`Ngày xem số trước ngày bài lên kênh (${formatDate(toVietnamDate(post.placedAt))}).`);
  const told = post ? toldBy(read, post) : [];
  if (errors.length === 0 && told.length === 0) errors.push("Dòng này không có số nào để ghi.");
  return { ...read, state: errors.length > 0 ? "bad" : "new", post, day: day ?? usualDay, told };
}
