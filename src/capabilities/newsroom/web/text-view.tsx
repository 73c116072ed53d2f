import { Box, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { collectImages, renderRichText } from "#platform/rich-text/render-rich-text.ts";
import { usePictures } from "./pictures/use-pictures.ts";
import { asRichText, type StoredText } from "./stored-text.ts";
import classes from "./text-view.module.css";

/** A text as the portal shows it. The renderer escapes everything and knows only safe nodes. */
export function TextView({
  title,
  summary,
  body,
  imageId,
  imageAlt,
}: Pick<StoredText, "title" | "summary" | "body" | "imageId" | "imageAlt">) {
  const pictures = usePictures({ imageId, body });
  const html = useMemo(
    () => renderRichText(asRichText(body), { creditOf: (id) => pictures.get(id)?.credit }),
    [body, pictures],
  );
  const leads =
    imageId !== null && !collectImages(asRichText(body)).some(({ mediaId }) => mediaId === imageId);
  return (
    <Box className={classes.text}>
      <Title order={2}>{title || "(chưa có tiêu đề)"}</Title>
      {summary && (
        <Text fw={600} my="sm">
          {summary}
        </Text>
      )}
      {leads && (
        <figure>
          <img src={`/media/${imageId}`} alt={imageAlt} />
          {pictures.get(imageId)?.credit && (
            <figcaption>
              <small>Ảnh: {pictures.get(imageId)?.credit}</small>
            </figcaption>
          )}
        </figure>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the same renderer as on the portal, tested against hostile text */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </Box>
  );
}
