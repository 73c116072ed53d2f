import { MultiSelect, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { contentThemes } from "#plan/contract";
import { ErrorNotice } from "#ui/error-notice.tsx";
import type { ContentFields } from "../content-fields.ts";
import { api, type Item } from "./api.ts";
import { ClauseLinks } from "./clause-links.tsx";
import { ExplainedDocuments } from "./explained/explained-documents.tsx";
import { linkOptions, namedObligations, namedTasks } from "./link-options.ts";

const themes = contentThemes.map(({ slug, label }) => ({ value: slug, label }));

type Links = Pick<Item, "taskIds" | "obligationIds" | "clauseIds">;

/** Theme of the text, and which tasks, obligations and clauses of the plan it serves. */
export function ItemFacts({
  item,
  fields,
  onFields,
  editable,
}: {
  item: Item;
  fields: ContentFields;
  onFields: (change: Partial<ContentFields>) => void;
  editable: boolean;
}) {
  const queries = useQueryClient();
  const links = useQuery(api.plan.links.queryOptions({ input: {} }));
  const link = useMutation(
    api.newsroom.link.mutationOptions({
      onSuccess: (saved) =>
        queries.setQueryData(api.newsroom.get.queryKey({ input: { id: item.id } }), saved),
    }),
  );
  const { taskIds, obligationIds, clauseIds } = item;
  const plans = links.data?.plans ?? [];
  const mayLink = item.may.link?.allowed ?? false;
  const set = (change: Partial<Links>) =>
    link.mutate({ id: item.id, taskIds, obligationIds, clauseIds, ...change });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="gan-voi">
      <Stack gap="sm">
        <Title order={2} size="h4" id="gan-voi">
          Gắn với kế hoạch
        </Title>
        <Select
          label="Chủ đề chính"
          id="primaryTheme"
          searchable
          clearable
          clearButtonProps={{ "aria-label": "Bỏ chọn chủ đề chính" }}
          nothingFoundMessage="Không có chủ đề này"
          data={themes}
          value={fields.primaryTheme}
          onChange={(primaryTheme) => onFields({ primaryTheme })}
          disabled={!editable}
        />
        <MultiSelect
          label="Chủ đề khác"
          searchable
          nothingFoundMessage="Không có chủ đề này"
          data={themes.filter(({ value }) => value !== fields.primaryTheme)}
          value={fields.themes}
          onChange={(chosen) => onFields({ themes: chosen })}
          disabled={!editable}
        />
        <MultiSelect
          label="Nhiệm vụ"
          id="links"
          searchable
          nothingFoundMessage="Không có nhiệm vụ này"
          data={linkOptions(plans, links.data ? namedTasks(links.data) : [], item.links.tasks)}
          value={taskIds}
          onChange={(chosen) => set({ taskIds: chosen })}
          disabled={!mayLink}
        />
        <MultiSelect
          label="Nghĩa vụ"
          searchable
          nothingFoundMessage="Không có nghĩa vụ này"
          data={linkOptions(plans, links.data ? namedObligations(links.data) : [], item.links.obligations)}
          value={obligationIds}
          onChange={(chosen) => set({ obligationIds: chosen })}
          disabled={!mayLink}
        />
        <ClauseLinks
          plans={plans}
          clauses={links.data?.clauses ?? []}
          chosen={item.links.clauses}
          mayChange={mayLink}
          onChange={(chosen) => set({ clauseIds: chosen })}
        />
        <ErrorNotice error={link.error} />
        <ExplainedDocuments id={item.id} />
        {!item.mustLink && (
          <Text size="sm">
            Cơ quan chưa có kế hoạch đang thực hiện: bài vẫn gửi duyệt và đăng được, mang dấu “Chưa gắn kế
            hoạch”. Khi có kế hoạch, mở bài và gắn vào đây; bài đã đăng thì thành minh chứng từ lúc ấy.
          </Text>
        )}
        <Text size="sm" c="gray.7">
          Khi đăng, bài tự thành minh chứng của nhiệm vụ, nghĩa vụ đã gắn. Gắn vào cả mục thì mục ấy được tính
          là có bài trên bảng bao phủ; nghĩa vụ trong mục chưa vì thế mà xong.
        </Text>
      </Stack>
    </Paper>
  );
}
