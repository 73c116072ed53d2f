import { themesWithPublished } from "#newsroom";
import { contentThemes, themeLabel } from "#plan";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { changesOf, followedEvents, followedProcedure, publicProcedures } from "#procedures";
import { ALL_NEWS, partOfTopic, themeOfTopic, topicOf, topicOfTheme } from "./following.ts";

/** What a topic is called where nothing has to be looked up. */
export function topicLabel(topic: string): string {
  const theme = themeOfTopic(topic);
  if (theme !== null) return themeLabel(theme);
  const field = partOfTopic("field", topic);
  return field === null ? "Mọi tin, bài" : `Thủ tục lĩnh vực ${field}`;
}

/** What the topics are called, by topic; of a procedure or an event that is gone that it was one. */
export async function topicLabels(
  q: Queryable,
  agencyId: string,
  topics: string[],
): Promise<Map<string, string>> {
  const events = new Map((await followedEvents(q, agencyId)).map(({ slug, name }) => [slug, name]));
  const ids = topics.flatMap((topic) => partOfTopic("procedure", topic) ?? []);
  const procedures = new Map((await changesOf(q, agencyId, ids)).map(({ id, name }) => [id, name]));
  return new Map(
    topics.map((topic) => {
      const procedure = partOfTopic("procedure", topic);
      const event = partOfTopic("event", topic);
      if (procedure !== null) return [topic, `Thủ tục: ${procedures.get(procedure) ?? "đã bỏ khỏi sổ"}`];
      if (event !== null) return [topic, `Thủ tục để: ${events.get(event) ?? "việc không còn trên cổng"}`];
      return [topic, topicLabel(topic)];
    }),
  );
}

export interface TopicToFollow {
  topic: string;
  label: string;
  group: "news" | "event" | "field" | "procedure";
}

/** What a reader came from: a procedure's code, an event, a field; "" where none. */
export interface CameFrom {
  procedure: string;
}

/** What can be followed now: all news, themes on which something stands, events, fields, and the procedure one came from. */
export async function topicsToFollow(
  q: Queryable,
  agencyId: string,
  { procedure: code }: CameFrom,
  now: Date,
): Promise<TopicToFollow[]> {
  const published = new Set(await themesWithPublished(q, agencyId));
  const standing = await publicProcedures(q, agencyId, toVietnamDate(now).toString());
  const fields = [...new Set(standing.map(({ record }) => record.field).filter(Boolean))];
  const procedure = code === "" ? null : await followedProcedure(q, agencyId, code);
  const named = (topics: string[], group: TopicToFollow["group"]) =>
    topics.map((topic) => ({ topic, label: topicLabel(topic), group }));
  const own = procedure === null ? [] : [topicOf("procedure", procedure)];
  const labels = await topicLabels(q, agencyId, own);
  return [
    ...own.map((topic) => ({ topic, label: labels.get(topic)!, group: "procedure" as const })),
    ...named([ALL_NEWS], "news"),
    ...named(
      contentThemes.filter(({ slug }) => published.has(slug)).map(({ slug }) => topicOfTheme(slug)),
      "news",
    ),
    ...(await followedEvents(q, agencyId)).map(({ slug, name }) => ({
      ...{ topic: topicOf("event", slug), label: name, group: "event" as const },
    })),
    ...named(
      fields.toSorted((a, b) => a.localeCompare(b, "vi")).map((field) => topicOf("field", field)),
      "field",
    ),
  ];
}
