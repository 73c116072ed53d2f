import { skipToken, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { collectImages } from "#platform/rich-text/render-rich-text.ts";
import { api, type Picture } from "../api.ts";
import { asRichText, type StoredText } from "../stored-text.ts";

/** The media that a text shows, its leading picture included, by their ids, as the library knows them. */
export function usePictures({
  imageId,
  body,
  media: placed,
}: Pick<StoredText, "imageId" | "body" | "media">): Map<string, Picture> {
  const ids = useMemo(
    () =>
      [
        ...new Set([
          ...(imageId ? [imageId] : []),
          ...collectImages(asRichText(body)).map(({ mediaId }) => mediaId),
          ...placed.map(({ mediaId }) => mediaId),
        ]),
      ].toSorted(),
    [imageId, body, placed],
  );
  const media = useQuery(
    api.newsroom.listMedia.queryOptions({
      input: ids.length > 0 ? { ids } : skipToken,
      placeholderData: (shown) => shown,
      // Their rights and words may have been stated in another window.
      refetchOnWindowFocus: "always",
    }),
  );
  return useMemo(
    () => new Map((media.data?.media ?? []).map((picture) => [picture.id, picture])),
    [media.data],
  );
}
