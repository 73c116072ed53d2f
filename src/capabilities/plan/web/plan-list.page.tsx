import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "./api.ts";
import { DropPlan } from "./drop-plan.tsx";
import { OpenPreviews } from "./open-previews.tsx";
import { PlanFigures } from "./plan-figures.tsx";
import { PlanState } from "./plan-state.tsx";

/** The agency's plans, the previews that wait, and the place where a new document is dropped. */
export default function PlanListPage() {
  const plans = useQuery(api.plan.list.queryOptions());
  return (
    <Page
      title="Kế hoạch"
      lead="Kế hoạch được đọc từ tệp của cơ quan, chia thành nghĩa vụ và nhiệm vụ, theo dõi đến minh chứng."
    >
      <Asked query={plans}>
        {({ plans: rows, may }) => (
          <Stack>
            {rows.length === 0 && (
              <EmptyState
                title="Chưa có kế hoạch nào"
                why="Kéo tệp kế hoạch (.docx, .odt, .pdf, .txt, .md) vào ô bên dưới. Hệ thống đọc các mục, đơn vị chủ trì, thời gian; bạn xem lại rồi mới xác nhận."
              />
            )}
            {rows.map((plan) => (
              <Paper key={plan.id} withBorder p="md" component="article">
                <Stack gap="xs">
                  <Title order={2} size="h3">
                    <LinkText to="/ke-hoach/$id" params={{ id: plan.id }} inherit>
                      {plan.title}
                    </LinkText>
                  </Title>
                  <Group gap="xs">
                    <PlanState plan={plan} />
                    <Text size="sm">Năm {plan.year}</Text>
                  </Group>
                  <PlanFigures progress={plan.progress} />
                </Stack>
              </Paper>
            ))}
            {whyNot(may, "readImport") === null && <OpenPreviews />}
            {whyNot(may, "import") === null && <DropPlan />}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}
