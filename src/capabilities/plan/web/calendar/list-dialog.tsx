import {
  Button,
  FileButton,
  Group,
  List,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { dayWithWeekday } from "./calendar-view.ts";

type Trial = Awaited<ReturnType<typeof api.plan.tryCalendarList.call>>;

const changeWords = { new: "mới", changed: "đổi", same: "như cũ" } as const;

/** Puts a pasted or CSV list in the place of a year's, after a trial that shows each line. */
export function ListDialog({
  year,
  opened,
  onClose,
}: {
  year: number;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  /** The trial, and the text that it was made with. */
  const [tried, setTried] = useState<{ text: string; trial: Trial } | null>(null);
  const attempt = useMutation({
    mutationFn: (text: string) => api.plan.tryCalendarList.call({ year, text }),
    onSuccess: (trial, text) => setTried({ text, trial }),
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Nhập danh sách ngày nghỉ năm ${year}`}
      size="xl"
      lead={
        <>
          Dán từ bảng tính hoặc chọn tệp CSV. Mỗi dòng gồm: ngày (hoặc ngày đầu - ngày cuối); tên ngày; “nghỉ”
          hoặc “làm bù” (bỏ trống là nghỉ). Danh sách thay cho danh sách đang có của năm {year}.
        </>
      }
      initial={{ text: "", source: "" }}
      verb="Thay danh sách"
      submit={(values) => api.plan.importCalendar.call({ year, ...values })}
      onDone={() => {
        setTried(null);
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone(`Đã nhập danh sách ngày nghỉ năm ${year}.`);
      }}
    >
      {(form) => (
        <>
          <Textarea
            label="Danh sách"
            required
            autosize
            minRows={6}
            maxRows={14}
            placeholder={`01/01/${year}; Tết Dương lịch; nghỉ\n10/01/${year}; Làm bù ngày 02/01; làm bù`}
            {...form.getInputProps("text")}
          />
          <Group>
            <FileButton
              accept=".csv,.txt,text/csv,text/plain"
              onChange={async (file) => file && form.setFieldValue("text", await file.text())}
            >
              {(button) => (
                <Button variant="default" {...button}>
                  Chọn tệp CSV
                </Button>
              )}
            </FileButton>
            <Button
              variant="default"
              loading={attempt.isPending}
              onClick={() => attempt.mutate(form.getValues().text)}
            >
              Xem thử
            </Button>
          </Group>
          <ErrorNotice error={attempt.error} />
          {tried && tried.text === form.getValues().text && <TrialView trial={tried.trial} />}
          <TextInput
            label="Căn cứ"
            description="Số, ngày của thông báo nghỉ lễ, Tết; đứng cạnh từng ngày"
            {...form.getInputProps("source")}
          />
        </>
      )}
    </FormDialog>
  );
}

function TrialView({ trial: { lines, gone, errors } }: { trial: Trial }) {
  const days = lines.flatMap((line) => line.days);
  return (
    <Stack gap="xs" component="section" aria-labelledby="xem-thu">
      <Title order={3} size="h4" id="xem-thu">
        Xem thử, chưa thay đổi gì
      </Title>
      <Text size="sm" role="status">
        {errors > 0 ? `${errors} dòng chưa đúng; sửa xong mới nhập được. ` : "Mọi dòng đều đọc được. "}
        {days.length} ngày: {days.filter(({ kind }) => kind === "off").length} nghỉ,{" "}
        {days.filter(({ kind }) => kind === "worked").length} làm bù.
      </Text>
      <Table.ScrollContainer minWidth={420} maxHeight={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Dòng</Table.Th>
              <Table.Th>Đọc được</Table.Th>
              <Table.Th>Kết quả</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ line, text, days: read, error }) => (
              <Table.Tr key={line}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>
                  {error ? (
                    text
                  ) : (
                    <List size="sm" listStyleType="none">
                      {read.map(({ day, kind, name }) => (
                        <List.Item key={day}>
                          {dayWithWeekday(day)}: {kind === "off" ? "nghỉ" : "làm bù"}, {name}
                        </List.Item>
                      ))}
                    </List>
                  )}
                </Table.Td>
                <Table.Td>
                  {error ? (
                    <StateBadge tone="failed" word={error} />
                  ) : (
                    [...new Set(read.map(({ change }) => changeWords[change]))].join(", ")
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {gone.length > 0 && (
        <Text size="sm">
          Sẽ bỏ khỏi danh sách: {gone.map(({ day, name }) => `${dayWithWeekday(day)} (${name})`).join("; ")}.
        </Text>
      )}
    </Stack>
  );
}
