import { Box, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { collectImages, renderRichText } from "#platform/rich-text/render-rich-text.ts";
import { creditLine } from "../media-library/ai-mark/picture-ai.ts";
import { shownText } from "../shown-text.ts";
import type { Picture } from "./api.ts";
import { usePictures } from "./pictures/use-pictures.ts";
import { asRichText, type KindText } from "./stored-text.ts";
import classes from "./text-view.module.css";

const creditOf = (picture: Picture | undefined) => picture && creditLine(picture.credit, picture.ai);

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
    () => renderRichText(shown, { creditOf: (id) => creditOf(pictures.get(id)) }),
    [shown, pictures],
  );
  const leading = imageId === null ? null : creditOf(pictures.get(imageId));
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
          {leading && (
            <figcaption>
              <small>{/^ảnh/iu.test(leading) ? leading : `Ảnh: ${leading}`}</small>
            </figcaption>
          )}
        </figure>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the same renderer as on the portal, tested against hostile text */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </Box>
  );
}
