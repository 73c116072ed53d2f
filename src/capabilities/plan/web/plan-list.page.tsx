import { Paper, Stack, Text, Title } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useMutation, useQuery } from "@tanstack/react-query";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { whyNot } from "#ui/may-button.tsx";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "./api.ts";
import { PlanFigures } from "./plan-figures.tsx";
import { PlanState } from "./plan-state.tsx";

/** The agency's plans, and the place where a new document is dropped. */
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
                why="Kéo tệp kế hoạch (.docx, .txt, .md) vào ô bên dưới. Hệ thống đọc các mục, đơn vị chủ trì, thời gian; bạn xem lại rồi mới xác nhận."
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
                  <PlanState plan={plan} />
                  <PlanFigures progress={plan.progress} />
                </Stack>
              </Paper>
            ))}
            {whyNot(may, "import") === null && <DropPlan />}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function DropPlan() {
  const go = useGo();
  const read = useMutation(
    api.plan.importDocument.mutationOptions({ onSuccess: ({ id }) => go(`/ke-hoach/xem-truoc/${id}`) }),
  );
  return (
    <Stack gap="xs" component="section" aria-labelledby="nhap-ke-hoach">
      <Title order={2} size="h4" id="nhap-ke-hoach">
        Nhập kế hoạch từ tệp
      </Title>
      <Dropzone
        onDrop={([file]) => file && read.mutate({ file })}
        loading={read.isPending}
        multiple={false}
        maxSize={30 * 1024 * 1024}
        onReject={() => undefined}
        inputProps={{ "aria-label": "Chọn tệp kế hoạch" }}
      >
        <Stack align="center" py="lg" gap={4}>
          <Text fw={600}>Kéo tệp kế hoạch vào đây, hoặc bấm để chọn</Text>
          <Text size="sm" c="gray.7">
            Tệp .docx, .txt hoặc .md, nhiều nhất 30 MB. Chưa có gì được ghi cho đến khi bạn xác nhận.
          </Text>
        </Stack>
      </Dropzone>
      {read.isPending && (
        <Text size="sm" role="status">
          Đang đọc {read.variables.file.name}…
        </Text>
      )}
      <ErrorNotice error={read.error} />
    </Stack>
  );
}
