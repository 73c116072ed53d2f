import { Alert, NumberInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type Control, controlKeys, controlLabels } from "../../figures/control.ts";
import { api, type FiguresView } from "../api.ts";

const more = (difference: number) =>
  difference === 0
    ? "khớp"
    : `${difference > 0 ? "hệ thống nhiều hơn" : "hệ thống ít hơn"} ${Math.abs(difference).toLocaleString("vi-VN")}`;

/** What the case system itself says of the period, held against what its sheets add up to. */
export function ControlPart({ found }: { found: FiguresView }) {
  const { period, label, control, imbalance, may } = found;
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const initial = {
    ...(Object.fromEntries(controlKeys.map((key) => [key, ""])) as Record<keyof Control, string>),
    source: control?.source ?? "",
  };
  return (
    <Stack gap="sm" align="flex-start" component="section" aria-labelledby="doi-chieu">
      <Title order={2} size="h4" id="doi-chieu">
        Đối chiếu
      </Title>
      <Text size="sm">
        {imbalance === 0
          ? "Kỳ trước chuyển sang + tiếp nhận mới = đã giải quyết + đang giải quyết + tạm dừng + rút, từ chối, dừng: khớp."
          : `Kỳ trước chuyển sang + tiếp nhận mới chênh ${imbalance.toLocaleString("vi-VN")} hồ sơ so với tổng các kết quả.`}
      </Text>
      {control === null ? (
        <Text size="sm">
          Chưa ghi số tổng hợp của hệ thống một cửa cho {label}; ghi vào để biết các bảng đã nhập có đủ không.
        </Text>
      ) : (
        <>
          {control.imbalance !== 0 && (
            <Alert color="yellow" variant="light">
              Chính số của hệ thống không khớp: kỳ trước chuyển sang + tiếp nhận mới chênh{" "}
              {control.imbalance.toLocaleString("vi-VN")} hồ sơ so với tổng các kết quả.
            </Alert>
          )}
          <DataTable
            caption="Số của hệ thống một cửa và số đếm từ các bảng đã nhập"
            rows={control.rows}
            rowKey={(row) => row.label}
            columns={[
              { key: "so", header: "Số", cell: (row) => row.label },
              {
                key: "he-thong",
                header: "Hệ thống",
                numeric: true,
                cell: (row) => row.said.toLocaleString("vi-VN"),
              },
              {
                key: "dem",
                header: "Đếm từ bảng",
                numeric: true,
                cell: (row) => row.counted.toLocaleString("vi-VN"),
              },
              { key: "chenh", header: "Chênh lệch", cell: (row) => more(row.said - row.counted) },
            ]}
          />
          <Text size="sm" c="gray.7">
            {control.saidByName} ghi lúc <MomentText at={control.saidAt} />, nguồn: {control.source}.
          </Text>
        </>
      )}
      <MayButton may={may} verb="import" variant="default" hideReason onClick={open}>
        {control === null ? "Ghi số của hệ thống" : "Ghi lại số của hệ thống"}
      </MayButton>
      <FormDialog
        opened={opened}
        onClose={close}
        title={`Số của hệ thống một cửa, ${label}`}
        lead="Chép từ báo cáo tổng hợp của hệ thống. Số này chỉ để đối chiếu, không thay số đếm từ các bảng."
        initial={initial}
        check={(values) =>
          Object.fromEntries(
            controlKeys
              .filter((key) => String(values[key]).trim() === "")
              .map((key) => [key, "Hãy ghi số, 0 nếu không phát sinh."]),
          )
        }
        verb="Ghi số"
        submit={({ source, ...numbers }) =>
          api.timeliness.sayControl.call({
            ...{ period, source },
            ...(Object.fromEntries(
              controlKeys.map((key) => [key, Number(numbers[key])]),
            ) as unknown as Control),
          })
        }
        onDone={() => {
          void queries.invalidateQueries({ queryKey: api.timeliness.figures.key() });
          sayDone("Đã ghi số để đối chiếu.");
        }}
      >
        {(form) => (
          <>
            {controlKeys.map((key) => (
              <NumberInput
                key={key}
                label={controlLabels[key]}
                required
                min={0}
                allowDecimal={false}
                hideControls
                {...form.getInputProps(key)}
              />
            ))}
            <TextInput
              label="Lấy từ đâu"
              required
              maxLength={300}
              description="Tên báo cáo, ngày xuất"
              {...form.getInputProps("source")}
            />
          </>
        )}
      </FormDialog>
    </Stack>
  );
}
