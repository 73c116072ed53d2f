import { Anchor, Box, Code, Image, List, Stack, Text, Title } from "@mantine/core";
import { pictureAddress } from "./guide.ts";
import { type Block, plainly, type Words } from "./read-guide.ts";

function Said({ words }: { words: Words[] }) {
  return words.map(({ text, as }, at) => {
    const key = `${at} ${text}`;
    if (as === "strong") return <strong key={key}>{text}</strong>;
    if (as === "em") return <em key={key}>{text}</em>;
    if (as === "code") return <Code key={key}>{text}</Code>;
    return <span key={key}>{text}</span>;
  });
}

/** A picture as wide as the text; pressed, it opens whole. */
function Picture({ name, alt }: { name: string; alt: string }) {
  const address = pictureAddress(name);
  if (address === null) return null;
  return (
    <Anchor href={address} target="_blank" rel="noreferrer">
      <Image
        src={address}
        alt={`${alt} (mở ảnh lớn ở thẻ mới)`}
        maw="46rem"
        loading="lazy"
        bd="1px solid gray.3"
      />
    </Anchor>
  );
}

/** What one part of the guide says. */
export function GuideBlocks({ blocks }: { blocks: Block[] }) {
  return (
    <Stack gap="md" style={{ overflowWrap: "anywhere" }}>
      {blocks.map((block, at) => {
        const key = `${at}`;
        if (block.kind === "heading")
          return (
            <Title
              key={key}
              order={2}
              size="h3"
              id={block.id}
              mt="md"
              tabIndex={-1}
              // The head of the workspace stays above it.
              style={{ scrollMarginTop: "6rem" }}
            >
              {block.title}
            </Title>
          );
        if (block.kind === "picture") return <Picture key={key} {...block} />;
        if (block.kind === "paragraph")
          return (
            <Text key={key}>
              <Said words={block.words} />
            </Text>
          );
        return (
          <List
            key={key}
            type="ordered"
            start={block.from}
            spacing="sm"
            styles={{ itemWrapper: { display: "block" } }}
          >
            {block.steps.map((paragraphs) => (
              <List.Item key={plainly(paragraphs[0]!)}>
                {paragraphs.map((words, one) => (
                  <Box key={plainly(words)} mt={one > 0 ? 6 : 0}>
                    <Said words={words} />
                  </Box>
                ))}
              </List.Item>
            ))}
          </List>
        );
      })}
    </Stack>
  );
}
