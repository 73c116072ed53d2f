import { Alert, Box, Button, List, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Preview } from "../api.ts";
import { countOf } from "./count-words.ts";

/** So many letters of a text that the network shows whole are shown here at first. */
const FOLDED = 600;

const screens = [
  { key: "desktop", word: "Máy tính", wide: "30rem" },
  { key: "phone", word: "Điện thoại", wide: "20rem" },
] as const;

/** The post as its network cuts it, on a desktop and a phone side by side, and why it would not be taken. */
export function PreviewView({ preview: { fields, issues }, network }: { preview: Preview; network: string }) {
  return (
    <Stack gap="sm">
      {issues.length > 0 && (
        <Alert color="red" title={`${network} sẽ không nhận như thế này`}>
          <List size="sm">
            {issues.map((issue) => (
              <List.Item key={issue}>{issue}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {screens.map(({ key, word, wide }) => (
          <Box key={key} component="figure" m={0} maw={wide} w="100%">
            <Text component="figcaption" size="sm" fw={600} mb={4}>
              {word}
            </Text>
            <Box
              p="sm"
              style={{
                border: "1px solid var(--mantine-color-gray-4)",
                borderRadius: key === "phone" ? 16 : 6,
                overflowWrap: "anywhere",
              }}
            >
              <Stack gap="xs">
                {fields.map((field) => (
                  <SeenField key={field.name} field={field} seen={field.cut[key]} where={word} />
                ))}
              </Stack>
            </Box>
          </Box>
        ))}
      </SimpleGrid>
      <Text size="xs" c="gray.7">
        {fields.map((field) => `${field.label}: ${countOf(field)}`).join(" · ")}
      </Text>
    </Stack>
  );
}

/** One field: what is seen before "xem thêm", else all of it; a long one folds. */
function SeenField({
  field: { label, text },
  seen,
  where,
}: {
  field: Preview["fields"][number];
  seen: string | null;
  where: string;
}) {
  const [whole, setWhole] = useState(false);
  const isLong = text.length > FOLDED;
  return (
    <div>
      <Text size="xs" c="gray.7">
        {label}
      </Text>
      {seen === null ? (
        <>
          <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
            {text === "" ? "(trống)" : isLong && !whole ? `${text.slice(0, FOLDED)}…` : text}
          </Text>
          {isLong && (
            <Button
              variant="subtle"
              size="xs"
              px={4}
              aria-expanded={whole}
              aria-label={`${whole ? "Thu gọn" : "Xem cả"} ${label}, ${where}`}
              onClick={() => setWhole(!whole)}
            >
              {whole ? "Thu gọn" : "Xem cả"}
            </Button>
          )}
        </>
      ) : (
        <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
          {seen}…{" "}
          <Text span size="sm" fw={600} c="gray.7">
            xem thêm
          </Text>
        </Text>
      )}
    </div>
  );
}
