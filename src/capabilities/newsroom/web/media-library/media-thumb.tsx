import { AspectRatio, Box, Image } from "@mantine/core";
import { IconFileText, IconMovie, IconVolume } from "@tabler/icons-react";
import { objectPosition } from "../../media-library/crops.ts";
import type { Picture } from "../api.ts";

const SHAPE = { width: 4, height: 3 };
const icons = { video: IconMovie, audio: IconVolume, document: IconFileText };

/** A small picture of what is kept, without words: whoever shows it says what it is. */
export function MediaThumb({ media: { id, sort, hasPoster, focus, width, height } }: { media: Picture }) {
  if (sort === "picture" || hasPoster)
    return (
      <AspectRatio ratio={4 / 3}>
        <Image
          src={`/media/${id}/${sort === "picture" ? "640" : "poster.jpg"}`}
          alt=""
          fit="cover"
          radius="sm"
          loading="lazy"
          {...(focus && { style: { objectPosition: objectPosition({ width, height }, SHAPE, focus) } })}
        />
      </AspectRatio>
    );
  const Icon = icons[sort as keyof typeof icons];
  return (
    <AspectRatio ratio={4 / 3}>
      <Box bg="gray.1" c="gray.7" style={{ borderRadius: 4, display: "grid", placeItems: "center" }}>
        <Icon size={44} stroke={1.4} aria-hidden />
      </Box>
    </AspectRatio>
  );
}
