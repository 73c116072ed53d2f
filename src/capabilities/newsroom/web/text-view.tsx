import { Box, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { collectImages, renderRichText } from "#platform/rich-text/render-rich-text.ts";
import { shownText } from "../shown-text.ts";
import { usePictures } from "./pictures/use-pictures.ts";
import { asRichText, type KindText } from "./stored-text.ts";
import classes from "./text-view.module.css";

/** A text as the portal shows it, and what only staff see below. The renderer escapes everything and knows only safe nodes. */
export function TextView({
  kind,
  title,
  summary,
  body,
  imageId,
  imageAlt,
  own,
  media,
  aiUse,
}: Omit<KindText, "primaryTheme" | "themes">) {
  const pictures = usePictures({ imageId, body, media });
  const shown = useMemo(
    () =>
      shownText(
        { kind, body: asRichText(body), own, media, aiUse },
        { sizeOf: (id) => pictures.get(id), forStaff: true },
      ),
    [kind, body, own, media, aiUse, pictures],
  );
  const html = useMemo(
    () => renderRichText(shown, { creditOf: (id) => pictures.get(id)?.credit }),
    [shown, pictures],
  );
  const leads = imageId !== null && !collectImages(shown).some(({ mediaId }) => mediaId === imageId);
  return (
    <Box className={classes.text} data-text>
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
