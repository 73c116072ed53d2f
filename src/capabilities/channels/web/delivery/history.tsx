import { Box, Stack, Text } from "@mantine/core";
import { MomentText } from "#ui/date-text.tsx";
import { Section } from "#ui/section.tsx";
import type { DeliveryView } from "../api.ts";

/** Everything that happened to it, the newest first. */
export function History({ events }: Pick<DeliveryView, "events">) {
  return (
    <Section id="lich-su" title="Lịch sử">
      <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: "none" }}>
        {events
          .map((event, place) => ({ ...event, place }))
          .toReversed()
          .map(({ at, words, byName, place }) => (
            <Box component="li" key={place} style={{ overflowWrap: "anywhere" }}>
              <Text size="sm">{words}</Text>
              <Text size="xs" c="gray.7">
                <MomentText at={at} /> · {byName}
              </Text>
            </Box>
          ))}
      </Stack>
    </Section>
  );
}
