import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { api, type Preview } from "../api.ts";
import { countOf } from "./count-words.ts";
import { PreviewView } from "./preview-view.tsx";

const REST_MS = 400;

/** Words that are being written for a channel, counted as its network counts, and as it would cut them. */
export function CountedWords({
  deliveryId,
  words,
  network,
  first,
}: {
  deliveryId: string;
  words: string;
  network: string;
  /** Shown until the first answer comes. */
  first?: Preview;
}) {
  const [resting] = useDebouncedValue(words, REST_MS);
  const preview = useQuery(
    api.channels.previewDelivery.queryOptions({
      input: { id: deliveryId, ownText: resting },
      placeholderData: (before) => before,
    }),
  );
  const shown = preview.data ?? first;
  if (!shown) return null;
  return (
    <>
      <Text size="sm" role="status" c={shown.issues.length > 0 ? "red.8" : "gray.7"}>
        {shown.fields.map((field) => `${field.label}: ${countOf(field)}`).join(" · ")}
      </Text>
      <PreviewView preview={shown} network={network} />
    </>
  );
}
