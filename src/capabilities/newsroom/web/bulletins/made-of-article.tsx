import { Alert, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { kindOf, saidInField } from "../../contract.ts";
import { api, type Item } from "../api.ts";
import { changesOf } from "./rule-marks.ts";

/** Of which article a bulletin was made, what the rules made of it and what they left out; nothing for other texts. */
export function MadeOfArticle({ item: { id, kind } }: { item: Item }) {
  const known = kindOf(kind);
  const asked = known !== undefined && saidInField(known) !== null;
  const found = useQuery({ ...api.newsroom.bulletinSource.queryOptions({ input: { id } }), enabled: asked });
  const source = found.data?.source;
  if (!asked || !source) return null;
  const changes = changesOf(source.lines);
  const doubtful = changes.filter(({ check }) => check).length;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="soan-tu-bai">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h4" id="soan-tu-bai">
          Soạn từ bài
        </Title>
        <LinkText to="/noi-dung/$id" params={{ id: source.articleId }} underline="always" size="sm">
          {source.text.title || "Bài chưa có tiêu đề"}
        </LinkText>
        {source.isOutdated && (
          <Alert color="yellow" p="xs" title="Bài gốc đã có bản mới">
            Lời bản tin soạn từ bản trước; hãy mở bài gốc, xem chỗ đã đổi rồi sửa lời cho khớp.
          </Alert>
        )}
        <Text size="sm">
          {changes.length === 0
            ? "Máy không phải đổi cách đọc chỗ nào"
            : `Máy đổi cách đọc ${changes.length} chỗ`}
          {doubtful > 0 ? `, trong đó ${doubtful} chỗ nên xem lại` : ""}. Lời bản tin là chữ thường, sửa được
          như mọi mục khác.
        </Text>
        {source.leftOut.length > 0 && (
          <>
            <Text size="sm">Không đọc trên loa:</Text>
            <List size="sm">
              {source.leftOut.slice(0, 5).map(({ what }, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
                <List.Item key={place}>{what}</List.Item>
              ))}
            </List>
            {source.leftOut.length > 5 && <Text size="sm">và {source.leftOut.length - 5} mục khác.</Text>}
          </>
        )}
        <LinkButton to="/noi-dung/$id/kich-ban" params={{ id }} variant="default" size="xs">
          Xem cạnh bài gốc
        </LinkButton>
      </Stack>
    </Paper>
  );
}
