import { Group, List, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { unaccent } from "#platform/text/unaccent.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { LinkButton, LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { guide } from "./guide.ts";
import { GuideBlocks } from "./guide-blocks.tsx";
import { type Part, saidIn } from "./read-guide.ts";

/** So many passages are shown of what was found. */
const MOST = 20;
/** Characters shown before what was found, and after. */
const AROUND = 80;

const bare = (text: string) => unaccent(text.normalize("NFC")).toLowerCase();
const address = (part: Part, heading?: string) => ({
  to: "/tro-giup/$muc",
  params: { muc: part.id },
  ...(heading && { hash: heading }),
});

interface Found {
  part: Part;
  /** The heading it stands under within the part, and its name on the page. */
  under: { id: string; title: string } | null;
  passage: string;
}

/** What stands around a place, in whole words. */
function around(said: string, at: number, end: number): string {
  const from = at <= AROUND ? 0 : said.indexOf(" ", at - AROUND) + 1;
  const to = end + AROUND >= said.length ? said.length : said.lastIndexOf(" ", end + AROUND);
  return `${from > 0 ? "…" : ""}${said.slice(from, Math.max(to, end))}${to < said.length ? "…" : ""}`;
}

/** Passages that hold what is looked for, with or without diacritics. */
function passagesWith(wanted: string): Found[] {
  const found: Found[] = [];
  for (const part of guide) {
    let under: Found["under"] = null;
    for (const block of part.blocks) {
      if (block.kind === "heading") under = block;
      for (const said of saidIn(block).split("\n")) {
        const at = bare(said).indexOf(wanted);
        if (at < 0) continue;
        found.push({ part, under, passage: around(said, at, at + wanted.length) });
      }
    }
  }
  return found;
}

/** The user guide: what there is, and what is looked for in it. */
export function HelpPage() {
  const [typed, setTyped] = useState("");
  const wanted = bare(typed.trim());
  const found = wanted.length < 2 ? null : passagesWith(wanted);
  return (
    <Page
      title="Trợ giúp"
      lead="Hướng dẫn sử dụng Gần Dân cho cán bộ phòng, đơn vị, văn thư, lãnh đạo."
      width="text"
    >
      <TextInput
        label="Tìm trong hướng dẫn"
        placeholder="Gõ có dấu hoặc không dấu"
        leftSection={<IconSearch size={16} aria-hidden />}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Text size="sm" c="gray.7" role="status">
        {found !== null &&
          (found.length === 0
            ? "Không thấy đoạn nào; hãy thử từ khác."
            : `Tìm thấy ${found.length} đoạn${found.length > MOST ? `, hiện ${MOST} đoạn đầu` : ""}.`)}
      </Text>
      {found === null ? (
        <Contents />
      ) : (
        <Stack component="ul" gap="md" pl={0} style={{ listStyle: "none" }} m={0}>
          {found.slice(0, MOST).map(({ part, under, passage }) => (
            <li key={`${part.id} ${passage}`}>
              <LinkText {...address(part, under?.id)} fw={600}>
                {under ? `${part.title}: ${under.title}` : part.title}
              </LinkText>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                {passage}
              </Text>
            </li>
          ))}
        </Stack>
      )}
    </Page>
  );
}

function Contents() {
  return (
    <Stack component="nav" aria-label="Các phần của hướng dẫn">
      {guide.map((part) => (
        <div key={part.id}>
          <Title order={2} size="h4">
            <LinkText {...address(part)} inherit>
              {part.title}
            </LinkText>
          </Title>
          <List size="sm" spacing={4}>
            {part.blocks.map(
              (block) =>
                block.kind === "heading" && (
                  <List.Item key={block.id}>
                    <LinkText {...address(part, block.id)} size="sm">
                      {block.title}
                    </LinkText>
                  </List.Item>
                ),
            )}
          </List>
        </div>
      ))}
    </Stack>
  );
}

/** One part of the user guide, with the ways to the parts beside it. */
export function HelpPartPage() {
  const id = useParam("muc");
  const at = guide.findIndex((part) => part.id === id);
  const part = guide[at];
  useEffect(() => {
    const heading = location.hash.slice(1);
    const goal = heading ? document.getElementById(decodeURIComponent(heading)) : null;
    goal?.scrollIntoView();
    goal?.focus({ preventScroll: true });
  }, []);
  const crumbs = [{ label: "Trợ giúp", to: "/tro-giup" }];
  if (!part)
    return (
      <Page title="Không có phần này" crumbs={crumbs}>
        <EmptyState
          title="Hướng dẫn không có phần này"
          why="Đường dẫn có thể đã cũ."
          action={
            <LinkButton to="/tro-giup" variant="default">
              Xem các phần của hướng dẫn
            </LinkButton>
          }
        />
      </Page>
    );
  const [before, after] = [guide[at - 1], guide[at + 1]];
  return (
    <Page key={part.id} title={part.title} crumbs={crumbs} width="text">
      <GuideBlocks blocks={part.blocks} />
      <Group component="nav" aria-label="Phần trước, phần sau" justify="space-between">
        {before && <LinkText {...address(before)}>← {before.title}</LinkText>}
        {after && <LinkText {...address(after)}>{after.title} →</LinkText>}
      </Group>
    </Page>
  );
}
