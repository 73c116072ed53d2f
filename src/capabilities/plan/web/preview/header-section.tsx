import { Alert, Button, Grid, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { DateField } from "#ui/date-field.tsx";
import type { ImportView } from "../api.ts";
import { KeptField } from "./kept-field.tsx";
import type { Unsure } from "./unsure.ts";
import { UnsureMark } from "./unsure-mark.tsx";
import type { useHeader } from "./use-header.ts";

/** Number, date, title, signer, recipients as read; each is kept when its field is left. */
export function HeaderSection({
  fields: { header, hasUnsent, keep, resend },
  citations,
  unsure,
  saving,
  onSettle,
}: {
  fields: ReturnType<typeof useHeader>;
  citations: ImportView["reading"]["citations"];
  unsure: Unsure[];
  saving: boolean;
  onSettle: (unsure: Unsure) => void;
}) {
  const marks = (field: string): ReactNode =>
    unsure
      .filter((one) => one.header === field)
      .map((one) => <UnsureMark key={one.index} unsure={one} onSettle={onSettle} />);
  const words = (
    field: "title" | "number" | "symbol" | "place" | "agency" | "parentAgency" | "type",
    label: string,
    placeholder?: string,
  ) => (
    <Stack gap={4} data-header={field} tabIndex={-1}>
      <KeptField
        label={label}
        placeholder={placeholder}
        value={header[field] ?? ""}
        onKeep={(value) => keep({ [field]: value })}
      />
      {marks(field)}
    </Stack>
  );
  const signer = header.signer ?? { authority: [], position: null, name: null };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="dau-van-ban">
      <Title order={2} size="h4" id="dau-van-ban" mb="sm">
        Đầu và cuối văn bản
      </Title>
      <Grid>
        <Grid.Col span={{ base: 12, sm: 4 }}>{words("type", "Tên loại")}</Grid.Col>
        <Grid.Col span={{ base: 12, sm: 8 }}>{words("title", "Trích yếu")}</Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6 }}>{words("parentAgency", "Cơ quan chủ quản")}</Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6 }}>{words("agency", "Cơ quan ban hành")}</Grid.Col>
        <Grid.Col span={{ base: 6, sm: 3 }}>{words("number", "Số", "để trống nếu chưa cấp")}</Grid.Col>
        <Grid.Col span={{ base: 6, sm: 3 }}>{words("symbol", "Ký hiệu")}</Grid.Col>
        <Grid.Col span={{ base: 12, sm: 3 }}>
          <Stack gap={4} data-header="date" tabIndex={-1}>
            <DateField label="Ngày ký" value={header.date} onChange={(date) => keep({ date })} />
            {marks("date")}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 3 }}>{words("place", "Nơi ký")}</Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6 }}>
          <Stack gap="xs" data-header="signer" tabIndex={-1}>
            <KeptField
              label="Quyền hạn ký (mỗi dòng một dòng)"
              placeholder="KT. GIÁM ĐỐC"
              value={signer.authority.join("\n")}
              onKeep={(value) => keep({ signer: { ...signer, authority: value.split("\n") } })}
            />
            <KeptField
              label="Chức vụ người ký"
              value={signer.position ?? ""}
              onKeep={(position) => keep({ signer: { ...signer, position } })}
            />
            <KeptField
              label="Họ và tên người ký"
              value={signer.name ?? ""}
              onKeep={(name) => keep({ signer: { ...signer, name } })}
            />
            {marks("signer")}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6 }}>
          <Stack gap={4} data-header="recipients" tabIndex={-1}>
            <KeptField
              label="Nơi nhận (mỗi dòng một nơi)"
              minRows={4}
              value={header.recipients.join("\n")}
              onKeep={(value) => keep({ recipients: value.split("\n") })}
            />
            {marks("recipients")}
          </Stack>
        </Grid.Col>
      </Grid>
      {hasUnsent && !saving && (
        <Alert color="red" variant="light" mt="sm">
          <Group gap="sm">
            <Text size="sm">Chỗ vừa sửa ở đây chưa lưu được; chữ bạn gõ vẫn còn.</Text>
            <Button size="compact-sm" variant="default" onClick={resend}>
              Lưu lại
            </Button>
          </Group>
        </Alert>
      )}
      {citations.length > 0 && (
        <Text size="sm" mt="sm">
          Văn bản được dẫn: {citations.map(({ number }) => number).join("; ")}.
        </Text>
      )}
    </Paper>
  );
}
