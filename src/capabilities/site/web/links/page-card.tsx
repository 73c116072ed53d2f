import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { linkFaults } from "../../contract.ts";
import { api, type BrokenLinks } from "../api.ts";
import { SettleDialog } from "./settle-dialog.tsx";

type Page = BrokenLinks["pages"][number];

const breaks = { overflowWrap: "anywhere" } as const;

/** One page with its broken links: words, address, what is wrong, since when; look again, or let one stand. */
export function PageCard({
  page: { id, path, title, visits, waits, links },
  visitDays,
  may,
}: {
  page: Page;
  visitDays: number;
  may: BrokenLinks["may"];
}) {
  const queries = useQueryClient();
  const [settling, settle] = useState<string | null>(null);
  const check = useMutation({
    mutationFn: () => api.site.checkPageLinks.call({ id }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.site.brokenLinks.key() });
      sayDone("Trang được đọc và kiểm tra lại trong khoảng một phút.");
    },
    onError: sayFailed,
  });
  const isWaiting = waits || links.some((link) => link.waits);
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4" style={breaks}>
            <Anchor href={path} target="_blank" rel="noopener" inherit underline="always">
              {title}
            </Anchor>
          </Title>
          <Text size="sm" c="gray.7" style={breaks}>
            {path} · {visits.toLocaleString("vi-VN")} lượt xem trong {visitDays} ngày qua
          </Text>
        </div>
        <Stack component="ul" gap="sm" m={0} pl="lg">
          {links.map((link) => (
            <li key={link.address}>
              <Text fw={600} style={breaks}>
                {link.words || "(liên kết không có chữ)"}
              </Text>
              <Anchor
                href={link.address}
                target="_blank"
                rel="noopener noreferrer"
                size="sm"
                style={breaks}
                underline="always"
              >
                {link.address}
              </Anchor>
              <Text size="sm" c="gray.7">
                {linkFaults[link.fault]}
                {link.fault === "failing" && link.status ? ` (${link.status})` : ""}; hỏng từ{" "}
                <MomentText at={link.since} />, kiểm tra lúc <MomentText at={link.checkedAt} />.
              </Text>
              {link.settledReason !== null && (
                <Text size="sm">
                  {link.settledByName} để nguyên <MomentText at={link.settledAt!} />: {link.settledReason}
                </Text>
              )}
              {link.settledReason === null && may.pages?.allowed && (
                <MayButton
                  may={may}
                  verb="pages"
                  hideReason
                  size="compact-sm"
                  variant="subtle"
                  ml={-8}
                  aria-label={`Để nguyên, ghi lý do: ${link.words || link.address}`}
                  onClick={() => settle(link.address)}
                >
                  Để nguyên, ghi lý do
                </MayButton>
              )}
            </li>
          ))}
        </Stack>
        <Group gap="sm">
          {isWaiting ? (
            <Text size="sm" role="status">
              Đang chờ kiểm tra lại, khoảng một phút.
            </Text>
          ) : (
            <MayButton
              may={may}
              verb="pages"
              size="xs"
              variant="default"
              loading={check.isPending}
              aria-label={`Kiểm tra lại: ${title}`}
              onClick={() => check.mutate()}
            >
              Kiểm tra lại
            </MayButton>
          )}
        </Group>
      </Stack>
      <SettleDialog pageId={id} address={settling} onClose={() => settle(null)} />
    </Paper>
  );
}
