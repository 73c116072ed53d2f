/** The id of a video from its address; null: it tells none. */
export const filmId = (address: string): string | null =>
  /^https:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:.*&)?v=|shorts\/|live\/)|youtu\.be\/)([\w-]{11})(?:$|[?&#/])/u.exec(
    address,
  )?.[1] ?? null;
