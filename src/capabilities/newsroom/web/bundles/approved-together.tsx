import { Button, List, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { LinkText } from "#ui/navigation.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { stateLabels } from "../../contract.ts";
import { api, type Item } from "../api.ts";
import { BundleDialog } from "./bundle-dialog.tsx";

/** With which texts this one is sent and approved, all or none; chosen while it is still written. */
export function ApprovedTogether({ item }: { item: Item }) {
  const queries = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const { id, together, may } = item;
  const mayChoose = may.bundle?.allowed ?? false;
  if (!together && !mayChoose) return null;
  return (
    <Section id="duyet-chung" title="Duyệt chung">
      {together ? (
        <>
          <Text size="sm">
            {together.sent
              ? "Các bài này đang chờ một lượt duyệt chung: được duyệt tất cả hoặc không bài nào."
              : "Các bài này gửi cùng lúc, được duyệt tất cả hoặc không bài nào; sửa một bài đã duyệt thì mọi bài chưa đăng mất lượt duyệt."}
          </Text>
          <List size="sm" spacing={4}>
            {together.texts.map((text) => (
              <List.Item key={text.id} style={{ overflowWrap: "anywhere" }}>
                {text.id === id ? (
                  <Text span size="sm" fw={600}>
                    Bài này
                  </Text>
                ) : (
                  <LinkText to="/noi-dung/$id" params={{ id: text.id }}>
                    {text.title}
                  </LinkText>
                )}{" "}
                · {text.kindLabel} · {stateLabels[text.state]}
              </List.Item>
            ))}
          </List>
        </>
      ) : (
        <Text size="sm">
          Có bài nào phải được duyệt cùng bài này (bài cho kênh khác, bản tin phát thanh) thì chọn ở đây để
          gửi một lượt.
        </Text>
      )}
      {mayChoose && (
        <Button variant="default" size="xs" w="fit-content" onClick={() => setChoosing(true)}>
          {together ? "Đổi bài duyệt chung" : "Chọn bài duyệt chung"}
        </Button>
      )}
      {choosing && (
        <BundleDialog
          item={item}
          onClose={() => setChoosing(false)}
          onDone={(changed) => {
            queries.setQueryData(
              api.newsroom.get.queryKey({ input: { id } }),
              (known) => known && { ...known, together: changed },
            );
            void queries.invalidateQueries({ queryKey: api.newsroom.get.key(), refetchType: "none" });
            sayDone(
              changed ? `Đã chọn ${changed.texts.length} bài duyệt chung.` : "Bài nay được duyệt riêng.",
            );
          }}
        />
      )}
    </Section>
  );
}
