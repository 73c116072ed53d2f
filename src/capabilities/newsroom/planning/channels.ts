import { contentKinds } from "../kinds/index.ts";
import { channelLabels } from "../kinds/kind.ts";

export const channelLabel = (slug: string): string => {
  const label = (channelLabels as Record<string, string>)[slug] ?? slug;
  return label.charAt(0).toLocaleUpperCase("vi") + label.slice(1);
};

/** Channels that some kind of content goes out on. */
export const channels = [...new Set(contentKinds.flatMap((kind) => kind.channels))].map((slug) => ({
  slug,
  label: channelLabel(slug),
}));

export const kindsOfChannel = (channel: string): string[] =>
  contentKinds.flatMap((kind) => ((kind.channels as string[]).includes(channel) ? [kind.slug] : []));
