import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { durationWords, spokenSeconds, wordsIn } from "../../own-values.ts";
import { api } from "../api.ts";

/** How long a text takes to be read aloud at the agency's pace, and what its recording may last. */
export function SpokenLength({
  text,
  limits,
}: {
  text: string;
  /** In seconds. */
  limits: { shortest: number; longest: number } | null;
}) {
  const settings = useQuery(api.newsroom.bulletinSettings.queryOptions({ staleTime: 60_000 }));
  const pace = settings.data?.syllablesAMinute;
  const seconds = spokenSeconds(text, pace);
  const off =
    limits && (seconds < limits.shortest ? "ngắn hơn" : seconds > limits.longest ? "dài hơn" : null);
  return (
    <Text size="xs" c={off ? "red.8" : "gray.7"} mt={4}>
      {wordsIn(text)} tiếng, đọc lên mất khoảng {durationWords(seconds)}
      {pace !== undefined && ` (${pace} tiếng mỗi phút)`}.
      {limits &&
        ` Bản thu từ ${durationWords(limits.shortest)} đến ${durationWords(limits.longest)}${off ? `: lời này ${off}` : ""}.`}
    </Text>
  );
}
