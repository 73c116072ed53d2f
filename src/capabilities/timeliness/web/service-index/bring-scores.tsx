import { Alert, Button, Group, List, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { type MayAnswer, MayButton } from "#ui/may-button.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { sayDone } from "#ui/undo.tsx";
import { scoreKeys, scoreLabels } from "../../service-index/score.ts";
import { api } from "../api.ts";

const MOST_SCORES = 5_000;
const SHOWN = 20;

/** Brings scores: a table that is tried first, or one day typed by hand. */
export function BringScores({ may, onBrought }: { may: MayAnswer; onBrought: () => void }) {
  const [url, setUrl] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [typing, { open, close }] = useDisclosure(false);
  const attempt = useMutation({
    mutationFn: (chosen: File) => api.timeliness.tryScores.call({ file: chosen, url }),
  });
  const bring = useMutation({
    mutationFn: () => api.timeliness.importScores.call({ file: file!, url }),
    onSuccess: ({ added, changed, unchanged }) => {
      setFile(null);
      attempt.reset();
      onBrought();
      sayDone(`Đã nhập: ${added} dòng mới, ${changed} thay đổi, ${unchanged} như cũ.`);
    },
  });
  if (!may.import?.allowed)
    return (
      <Text size="sm" c="gray.7">
        Điểm do Văn phòng và biên tập nhập.
      </Text>
    );
  const found = attempt.data;
  return (
    <Stack component="section" aria-labelledby="nhap-diem" align="stretch">
      <Title order={2} size="h4" id="nhap-diem">
        Nhập điểm
      </Title>
      <TextInput
        label="Đường dẫn nơi công bố"
        description="Cho dòng nào của bảng không có đường dẫn riêng"
        type="url"
        maxLength={1000}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <SheetDrop
        what="bảng điểm"
        mostLines={MOST_SCORES}
        busy={attempt.isPending || bring.isPending}
        onFile={(chosen) => {
          setFile(chosen);
          bring.reset();
          attempt.mutate(chosen);
        }}
      />
      <Text size="sm">
        Bảng có các cột Đơn vị, Ngày, Tổng điểm và tên từng nhóm; cột Đường dẫn nếu mỗi dòng một nơi công bố.
      </Text>
      <ErrorNotice error={attempt.error ?? bring.error} />
      {file && found && (
        <>
          <Alert
            color={found.errors.length > 0 ? "red" : "blue"}
            variant="light"
            title={`Xem thử “${file.name}”`}
          >
            <Text size="sm" role="status">
              Đọc được {found.scores.length} dòng điểm; {found.errors.length} dòng chưa đúng
              {found.errors.length > 0 && ", hãy sửa bảng rồi chọn lại; chưa có gì được ghi"}.
            </Text>
            <List size="sm">
              {found.errors.slice(0, SHOWN).map(({ row, message }) => (
                <List.Item key={row}>{message}</List.Item>
              ))}
            </List>
          </Alert>
          <Group>
            <Button
              disabled={found.errors.length > 0 || found.scores.length === 0}
              loading={bring.isPending}
              onClick={() => bring.mutate()}
            >
              Nhập {found.scores.length} dòng
            </Button>
            <Button variant="subtle" onClick={() => setFile(null)}>
              Bỏ tệp này
            </Button>
          </Group>
        </>
      )}
      <MayButton may={may} verb="import" variant="default" style={{ alignSelf: "flex-start" }} onClick={open}>
        Ghi tay điểm của một ngày
      </MayButton>
      <FormDialog
        opened={typing}
        onClose={close}
        title="Ghi điểm của một ngày"
        lead="Chép đúng như nơi công bố; nhóm nào không có thì để trống."
        initial={{
          ...{ entity: "", scoredOn: "", url: "", total: "", transparency: "", progress: "" },
          ...{ digitisation: "", online: "", satisfaction: "" },
        }}
        verb="Ghi điểm"
        submit={(values) => api.timeliness.typeScore.call(values)}
        onDone={() => {
          onBrought();
          sayDone("Đã ghi điểm.");
        }}
      >
        {(form) => (
          <>
            <TextInput label="Đơn vị" required maxLength={300} {...form.getInputProps("entity")} />
            <DateField
              label="Ngày của điểm"
              required
              value={form.values.scoredOn || null}
              onChange={(day) => form.setFieldValue("scoredOn", day ?? "")}
              error={form.errors.scoredOn}
            />
            {scoreKeys.map((key) => (
              <TextInput
                key={key}
                label={scoreLabels[key]}
                inputMode="decimal"
                autoComplete="off"
                {...form.getInputProps(key)}
              />
            ))}
            <TextInput label="Đường dẫn nơi công bố" required type="url" {...form.getInputProps("url")} />
          </>
        )}
      </FormDialog>
    </Stack>
  );
}
