import { Button, Grid, Group, Paper, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fieldErrors, statusOf } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { ComparisonView } from "./changes.ts";

/** Reason and decision of the amendment, and its confirmation; what is typed stays when it is refused. */
export function AmendForm({ found, takeTasks }: { found: ComparisonView; takeTasks: number[] }) {
  const go = useGo();
  const queries = useQueryClient();
  const { importId: id, plan, version, seen } = found;
  const issued = plan.state === "issued";
  const decided = found.decided;
  const form = useForm({
    initialValues: {
      reason: decided?.reason ?? "",
      number: decided?.decision?.number ?? "",
      issuedOn: decided?.decision?.issuedOn ?? "",
      issuer: plan.issuer ?? "",
    },
  });
  const amend = useMutation({
    mutationFn: ({ reason, number, issuedOn, issuer }: typeof form.values) =>
      api.plan.amend.call({
        id,
        planId: plan.id,
        version,
        seen,
        reason,
        decision: number || issuedOn ? { number, issuedOn, issuer } : null,
        takeTasks,
      }),
    onSuccess: (made) => {
      // This comparison is over: asked for again it would only answer that.
      void queries.invalidateQueries({ queryKey: api.plan.key(), refetchType: "none" });
      sayDone(`Đã ghi thành bản ${made.version} của kế hoạch.`);
      go(`/ke-hoach/${made.planId}?the=cac-ban`);
    },
    onError: (error) => {
      const refused = fieldErrors(error);
      form.setErrors(
        Object.fromEntries(
          Object.entries(refused).map(([field, message]) => [field.replace(/^decision\./u, ""), message]),
        ),
      );
    },
  });
  const asked = found.unitsAskedAgain;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="xac-nhan-ban-moi">
      <form onSubmit={form.onSubmit((values) => amend.mutate(values))}>
        <Stack>
          <Title order={2} size="h3" id="xac-nhan-ban-moi">
            Ghi thành bản {plan.version + 1}
          </Title>
          <Text size="sm" maw="46rem">
            Tên, số, ngày của kế hoạch giữ nguyên; bản {plan.version} vẫn đọc lại được; báo cáo đã chốt không
            đổi.{" "}
            {asked > 0
              ? `${asked} đơn vị đã được gửi bản ${plan.version} sẽ được gửi bản mới và xác nhận lại.`
              : `Chưa đơn vị nào được gửi bản ${plan.version}.`}
          </Text>
          <Textarea
            label="Lý do sửa đổi"
            required
            autosize
            minRows={2}
            description="Ví dụ: điều chỉnh giữa năm theo chỉ đạo của UBND tỉnh."
            {...form.getInputProps("reason")}
          />
          <Grid>
            <Grid.Col span={{ base: 12, sm: 5 }}>
              <TextInput
                label="Số, ký hiệu văn bản quyết định sửa đổi"
                required={issued}
                placeholder="57/QĐ-SVHTTDL"
                {...form.getInputProps("number")}
              />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 3 }}>
              <DateField label="Ngày văn bản" required={issued} {...form.getInputProps("issuedOn")} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 4 }}>
              <TextInput label="Cơ quan ban hành" {...form.getInputProps("issuer")} />
            </Grid.Col>
          </Grid>
          <Text size="sm">
            {issued
              ? "Bản mới áp dụng từ ngày của văn bản này."
              : "Kế hoạch chưa có số nên văn bản này có thể để trống; khi ấy bản mới áp dụng từ hôm nay."}
          </Text>
          <ErrorNotice error={amend.error} />
          <Group>
            <MayButton may={found.may} verb="import" type="submit" loading={amend.isPending}>
              Xác nhận bản {plan.version + 1}
            </MayButton>
            {statusOf(amend.error) === 409 && (
              <Button
                variant="default"
                onClick={() => {
                  amend.reset();
                  void queries.invalidateQueries({ queryKey: api.plan.compareImport.key() });
                }}
              >
                Tải lại chỗ khác nhau
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
