import { Box, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { renderRichText } from "#platform/rich-text/render-rich-text.ts";
import { asRichText, type StoredText } from "./stored-text.ts";
import classes from "./text-view.module.css";

/** A text as the portal shows it. The renderer escapes everything and knows only safe nodes. */
export function TextView({
  title,
  summary,
  body,
}: {
  title: string;
  summary: string;
  body: StoredText["body"];
}) {
  const html = useMemo(() => renderRichText(asRichText(body)), [body]);
  return (
    <Box className={classes.text}>
      <Title order={2}>{title || "(chưa có tiêu đề)"}</Title>
      {summary && (
        <Text fw={600} my="sm">
          {summary}
        </Text>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the same renderer as on the portal, tested against hostile text */}
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </Box>
  );
}
