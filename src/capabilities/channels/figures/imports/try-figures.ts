import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type ListLine, type ReadList, readList, type SheetChoice } from "#platform/sheets/read-list.ts";
import { saidHeads } from "#platform/sheets/said-heads.ts";
import { networkLabel } from "../../networks/index.ts";
import { figureReading } from "../../tables.ts";
import { figureText, type Metric, metricWords } from "../metric.ts";
import { momentOfDay } from "../moment-of-day.ts";
import { type FigureField, figureList } from "./figure-list.ts";
import { type PlacedPost, placedPosts } from "./placed-posts.ts";
import { type LineFigure, readFigureLine } from "./read-figure-line.ts";

export interface FigureTable extends SheetChoice<FigureField> {
  bytes: Uint8Array;
  /** The day that holds for lines without one. */
  day: string;
}

/** A number that a line would add; `supersedes`: one that was taken back before. */
export interface NewFigure extends LineFigure {
  post: PlacedPost;
  takenAt: Date;
  dayOnly: boolean;
  supersedes: string | null;
}

export interface FigureLine {
  line: number;
  state: "new" | "present" | "bad" | "heading";
  written: Partial<Record<FigureField, string>>;
  errors: string[];
  notes: string[];
  post: PlacedPost | null;
  figures: NewFigure[];
}

export interface FigureTrial extends Omit<ReadList<FigureField>, "lines"> {
  lines: FigureLine[];
  /** Who confirms names the trial that was seen. */
  seen: string;
}

/** What a person said before of a post's metric on a day, as it stands now. */
interface Said {
  id: string;
  value: number | null;
}

const keyOf = (placementId: string, metric: Metric, day: string) => `${placementId} ${metric} ${day}`;
const PART = 5_000;

/** By post, metric and day of Việt Nam: what persons said that nothing has superseded. */
async function saidBefore(
  q: Queryable,
  agencyId: string,
  placementIds: string[],
): Promise<Map<string, Said[]>> {
  const said = new Map<string, Said[]>();
  for (let from = 0; from < placementIds.length; from += PART) {
    const readings = await q
      .select({
        id: figureReading.id,
        placementId: figureReading.placementId,
        metric: figureReading.metric,
        value: figureReading.value,
        takenAt: figureReading.takenAt,
        supersedes: figureReading.supersedes,
        source: figureReading.source,
      })
      .from(figureReading)
      .where(
        and(
          eq(figureReading.agencyId, agencyId),
          inArray(figureReading.placementId, placementIds.slice(from, from + PART)),
          eq(figureReading.source, "person"),
        ),
      );
    const superseded = new Set(readings.map(({ supersedes }) => supersedes));
    for (const { id, placementId, metric, value, takenAt } of readings) {
      if (superseded.has(id)) continue;
      const key = keyOf(placementId, metric, toVietnamDate(takenAt).toString());
      said.set(key, [...(said.get(key) ?? []), { id, value }]);
    }
  }
  return said;
}

/** What becomes of one number, beside what was said before and further up in the file. */
function judge(
  line: FigureLine,
  post: PlacedPost,
  { day, ...figure }: LineFigure & { day: string },
  { said, above, now }: { said: Map<string, Said[]>; above: Map<string, number>; now: Date },
): NewFigure | null {
  const { metric, value } = figure;
  const key = keyOf(post.placementId, metric, day);
  const label = metricWords[metric].label;
  const before = above.get(key);
  if (before !== undefined) {
    if (before === value) line.notes.push(`${label}: trùng một dòng ở trên.`);
    else
      line.errors.push(
        `${label} ngày ${formatDate(day)}: một dòng ở trên ghi ${figureText(metric, before)}; hãy giữ một dòng.`,
      );
    return null;
  }
  above.set(key, value);
  const own = said.get(key) ?? [];
  if (own.some((one) => one.value === value)) return null;
  const takenAt = momentOfDay(day, now);
  const dayOnly = takenAt !== now;
  const standing = own.find((one) => one.value !== null);
  // Of today another number may be told later; a day that is over has one.
  if (standing && dayOnly) {
    line.errors.push(
      `${label} ngày ${formatDate(day)} đã ghi là ${figureText(metric, standing.value!)}; nếu số ấy sai, hãy sửa ở trang của lượt đăng.`,
    );
    return null;
  }
  const takenBack = dayOnly ? own.find((one) => one.value === null) : undefined;
  return { ...figure, post, takenAt, dayOnly, supersedes: takenBack?.id ?? null };
}

/** What a table of figures would add, line by line, without adding it. @throws Unacceptable for a file that is refused */
export async function tryFigures(
  q: Queryable,
  actor: Actor,
  { bytes, day, ...choice }: FigureTable,
  now: Date,
): Promise<FigureTrial> {
  if (day > toVietnamDate(now).toString()) {
    const message = "Ngày xem số không thể ở tương lai.";
    throw new Unacceptable(message, [{ field: "day", message }]);
  }
  const { lines, ...sheet } = await readList(figureList, bytes, {
    ...choice,
    heads: await saidHeads(q, actor.agencyId, "figures"),
  });
  const posts = await placedPosts(q, actor);
  const read = lines.map((line: ListLine<FigureField>) => readFigureLine(line, posts, day, now));
  const matched = [...new Set(read.flatMap(({ post }) => post?.placementId ?? []))];
  const known = {
    said: await saidBefore(q, actor.agencyId, matched),
    above: new Map<string, number>(),
    now,
  };
  const judged = read.map(({ day: of, told, ...found }): FigureLine => {
    const line: FigureLine = { ...found, figures: [] };
    if (line.state !== "new" || !line.post) return line;
    const { post } = line;
    const figures = told.flatMap((figure) => judge(line, post, { ...figure, day: of }, known) ?? []);
    if (line.errors.length > 0) return { ...line, state: "bad" };
    if (figures.length === 0) return { ...line, state: "present" };
    line.notes.push(
      `Sẽ ghi ${networkLabel(post.network)}, ngày ${formatDate(of)}: ${figures
        .map(({ metric, value }) => `${metricWords[metric].label.toLowerCase()} ${figureText(metric, value)}`)
        .join(", ")}.`,
    );
    return { ...line, figures };
  });
  const seen = createHash("sha256")
    .update(
      JSON.stringify([
        actor.agencyId,
        sheet,
        day,
        judged.map(({ line, state, errors, figures }) => [
          ...[line, state, errors],
          figures.map(({ post, metric, value, dayOnly, takenAt, supersedes }) => [
            ...[post.placementId, metric, value, dayOnly, supersedes],
            dayOnly ? takenAt : toVietnamDate(takenAt).toString(),
          ]),
        ]),
      ]),
    )
    .digest("hex");
  return { ...sheet, lines: judged, seen };
}
