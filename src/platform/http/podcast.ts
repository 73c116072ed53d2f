import { xmlText } from "./xml.ts";

/** Where the cover of the installation's podcasts stands: square, as players demand. */
export const PODCAST_COVER = "/bia-phat-thanh.jpg";

/** What is needed of a feed that is there to be heard; without `podcast` it is to be read. */
interface Heard {
  subtitle: string;
  author: { name: string };
  podcast: { coverUrl: string; email: string | null } | null;
}

interface HeardItem {
  title: string;
  summary: string;
  recording: { seconds: number; transcriptUrl: string | null } | null;
}

/** What players of podcasts want of a feed, as its RSS tells it. */
export function podcastChannel({ podcast, author, subtitle }: Heard) {
  if (!podcast) return {};
  const { coverUrl, email } = podcast;
  const name = xmlText(author.name);
  return {
    itunes: {
      author: name,
      categories: [{ text: "Government" }],
      explicit: false,
      image: coverUrl,
      type: "episodic",
      summary: xmlText(subtitle),
      ...(email && { owner: { name, email } }),
    },
    podcast: { locked: { value: true, ...(email && { owner: email }) } },
  };
}

/** The word that players of podcasts take, where whoever writes RSS puts another. */
export const playersWords = (rss: string): string =>
  rss.replaceAll("<itunes:explicit>no</itunes:explicit>", "<itunes:explicit>false</itunes:explicit>");

/** The same of one item; an item without a recording is none. */
export function podcastItem({ podcast, author }: Heard, { title, summary, recording }: HeardItem) {
  if (!podcast || !recording) return {};
  const { seconds, transcriptUrl } = recording;
  return {
    itunes: {
      title: xmlText(title),
      author: xmlText(author.name),
      duration: seconds,
      explicit: false,
      episodeType: "full",
      summary: xmlText(summary),
    },
    ...(transcriptUrl && {
      podcast: { transcripts: [{ url: transcriptUrl, type: "text/plain", language: "vi" }] },
    }),
  };
}
