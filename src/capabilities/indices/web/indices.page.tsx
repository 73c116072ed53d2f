import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useDialogOfAddress, useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { resultInWords, views } from "../index-kind.ts";
import { api, type Indices } from "./api.ts";
import { EntityList } from "./entity-list.tsx";
import { IndexForm } from "./index-form.tsx";

/** The indices that are kept, each with its newest results, and who is measured. */
export default function IndicesPage() {
  const list = useQuery(api.indices.indices.queryOptions());
  const [adding, add] = useDialogOfAddress();
  const go = useGo();
  const begin = (
    <MayButton
      may={list.data?.may}
      verb="save"
      hideReason
      leftSection={<IconPlus size={18} />}
      onClick={add.open}
    >
      Ghi chỉ số
    </MayButton>
  );
  return (
    <Page
      title="Chỉ số"
      lead="Kết quả do nơi công bố đưa ra, ghi đúng như đã công bố; hệ thống không tự tính, không suy ra số nào."
      actions={
        <>
          <LinkButton to={"/chi-so/nhap" as never} variant="default">
            Nhập kết quả từ bảng
          </LinkButton>
          <LinkButton to={"/chi-so/tu-cham" as never} variant="default">
            Tự chấm điểm
          </LinkButton>
          {begin}
        </>
      }
    >
      <Asked query={list}>
        {({ indices, entities, may }) => (
          <>
            {indices.length === 0 && (
              <EmptyState
                title="Chưa ghi chỉ số nào"
                why="Ghi các chỉ số mà tỉnh, cơ quan được chấm (PAR INDEX, SIPAS, PAPI, PCI …) để thấy kết quả qua từng năm và việc nào phục vụ thành phần nào."
                action={begin}
              />
            )}
            {indices.map((one) => (
              <Brief key={one.id} one={one} />
            ))}
            <EntityList entities={entities} may={may} />
          </>
        )}
      </Asked>
      <IndexForm
        opened={adding}
        onClose={add.close}
        onDone={({ id }) => {
          sayDone("Đã ghi chỉ số.");
          go(`/chi-so/${id}`);
        }}
      />
    </Page>
  );
}

function Brief({
  one: { id, shortName, name, publisher, view, unit, newest },
}: {
  one: Indices["indices"][number];
}) {
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap={6}>
        <Group justify="space-between" align="baseline" gap="xs">
          <Title order={2} size="h4">
            <LinkText to={`/chi-so/${id}` as never} inherit>
              {shortName}
            </LinkText>
          </Title>
          <Text size="sm" c="gray.7">
            {views[view]} đánh giá · {publisher}
          </Text>
        </Group>
        <Text>{name}</Text>
        {newest.length === 0 && (
          <Text size="sm" c="gray.7">
            Chưa có kết quả nào được ghi.
          </Text>
        )}
        {newest.map(({ entityName, edition, score, rank, ranked, isCertain }) => (
          <Text key={entityName} size="sm">
            {entityName}, năm {edition}: <strong>{resultInWords({ score, rank, ranked }, unit)}</strong>
            {!isCertain && " (chưa chắc chắn)"}
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}
