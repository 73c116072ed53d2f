import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { api } from "../api.ts";

/** One line on how a text did on the channels; nothing where nothing is known. */
export function ContentFigures({ itemId }: { itemId: string }) {
  const { data = [] } = useQuery(api.channels.figuresOfContent.queryOptions({ input: { id: itemId } }));
  if (data.length === 0) return null;
  const oldest = data.map(({ oldestAt }) => oldestAt).toSorted()[0]!;
  return (
    <Text size="sm">
      {data.map(({ words }) => words).join(", ")} trên các kênh; số cũ nhất xem ngày{" "}
      {formatDate(toVietnamDate(oldest))}.
    </Text>
  );
}
