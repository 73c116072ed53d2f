import {
  Alert,
  Badge,
  Box,
  Button,
  Grid,
  Group,
  List,
  NumberInput,
  Paper,
  ScrollArea,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { Clause, PlanReading, PlanTask } from "../reading/plan-reading.ts";
import { api, type ImportView } from "./api.ts";
import { dueText } from "./words.ts";

/** What was read out of the document, beside the document's own words; corrected, then confirmed. */
export default function ImportPage() {
  const id = useParam("id");
  const found = useQuery(
    api.plan.getImport.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }),
  );
  return (
    <Page
      title="Xem trước kế hoạch"
      crumbs={[{ label: "Kế hoạch", to: "/ke-hoach" }]}
      lead="Chưa có gì được ghi vào kế hoạch. Sửa chỗ chưa đúng rồi xác nhận."
    >
      <Asked query={found}>{(data) => <Preview key={data.id} found={data} />}</Asked>
    </Page>
  );
}

const yearOf = (reading: PlanReading): number =>
  Number(
    /\b(20\d\d)\b/.exec(`${reading.header.title ?? ""} ${reading.header.date ?? ""}`)?.[1] ??
      new Date().getFullYear(),
  );

function Preview({ found }: { found: ImportView }) {
  const go = useGo();
  const queries = useQueryClient();
  // What comes over the wire was checked by the same schema that typed it.
  const [reading, setReading] = useState(found.reading as PlanReading);
  const [year, setYear] = useState(yearOf(found.reading as PlanReading));
  const [changed, setChanged] = useState(false);
  const correct = useMutation(api.plan.correctImport.mutationOptions());
  const confirm = useMutation(
    api.plan.confirmImport.mutationOptions({
      onSuccess: ({ planId }) => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã đưa kế hoạch vào hệ thống.");
        go(`/ke-hoach/${planId}`);
      },
    }),
  );
  const edit = (part: Partial<PlanReading>) => {
    setReading({ ...reading, ...part });
    setChanged(true);
  };
  const save = async () => {
    if (changed) await correct.mutateAsync({ id: found.id, reading });
    setChanged(false);
  };
  const { header, warnings, tasks, citations } = reading;
  const editHeader = (part: Partial<PlanReading["header"]>) => edit({ header: { ...header, ...part } });
  if (found.planId) {
    return (
      <Alert color="green" title="Bản xem trước này đã được xác nhận">
        <Button onClick={() => go(`/ke-hoach/${found.planId}`)}>Mở kế hoạch</Button>
      </Alert>
    );
  }
  return (
    <Stack>
      {warnings.length > 0 && (
        <Alert color="yellow" title={`${warnings.length} chỗ chưa chắc, hãy xem lại`}>
          <List size="sm">
            {warnings.map(({ code, message, where }) => (
              <List.Item key={`${code} ${where} ${message}`}>
                {message}{" "}
                {where && !where.startsWith("header.") && (
                  <Text span c="gray.7">
                    ({where})
                  </Text>
                )}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Paper withBorder p="md" component="section" aria-labelledby="dau-van-ban">
        <Title order={2} size="h4" id="dau-van-ban" mb="sm">
          Đầu văn bản
        </Title>
        <Grid>
          <Grid.Col span={{ base: 12, sm: 8 }}>
            <Textarea
              label="Trích yếu"
              autosize
              value={header.title ?? ""}
              onChange={(event) => editHeader({ title: event.currentTarget.value || null })}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 12, sm: 4 }}>
            <NumberInput
              label="Kế hoạch của năm"
              value={year}
              onChange={(value) => setYear(Number(value))}
              min={2000}
              max={2100}
              hideControls
            />
          </Grid.Col>
          <Grid.Col span={{ base: 6, sm: 3 }}>
            <TextInput
              label="Số"
              placeholder="để trống nếu chưa cấp"
              value={header.number ?? ""}
              onChange={(event) => editHeader({ number: event.currentTarget.value || null })}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 6, sm: 3 }}>
            <TextInput
              label="Ký hiệu"
              value={header.symbol ?? ""}
              onChange={(event) => editHeader({ symbol: event.currentTarget.value || null })}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 6, sm: 3 }}>
            <DateField label="Ngày ký" value={header.date} onChange={(date) => editHeader({ date })} />
          </Grid.Col>
          <Grid.Col span={{ base: 6, sm: 3 }}>
            <TextInput
              label="Nơi ký"
              value={header.place ?? ""}
              onChange={(event) => editHeader({ place: event.currentTarget.value || null })}
            />
          </Grid.Col>
          <Grid.Col span={12}>
            <Textarea
              label="Nơi nhận (mỗi dòng một nơi)"
              autosize
              value={header.recipients.join("\n")}
              onChange={(event) => editHeader({ recipients: event.currentTarget.value.split("\n") })}
            />
          </Grid.Col>
        </Grid>
        {citations.length > 0 && (
          <Text size="sm" mt="sm">
            Văn bản được dẫn: {citations.map(({ number }) => number).join("; ")}.
          </Text>
        )}
      </Paper>
      <Grid>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="cac-muc">
            <Title order={2} size="h4" id="cac-muc" mb="sm">
              Các mục đọc được
            </Title>
            <ScrollArea.Autosize
              mah="32rem"
              type="auto"
              viewportProps={{ tabIndex: 0, role: "group", "aria-label": "Các mục đọc được" }}
            >
              <ClauseTree clauses={reading.clauses} />
            </ScrollArea.Autosize>
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Paper withBorder p="md" component="section" aria-labelledby="van-ban-goc">
            <Title order={2} size="h4" id="van-ban-goc" mb="sm">
              Văn bản gốc: {found.fileName}
            </Title>
            <ScrollArea.Autosize
              mah="32rem"
              type="auto"
              viewportProps={{ tabIndex: 0, role: "group", "aria-label": "Văn bản gốc" }}
            >
              <Stack gap={6}>
                {found.paragraphs.map(({ index, text, clausePath }) => (
                  <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
                    <Badge
                      variant="light"
                      color={clausePath ? "blue" : "gray"}
                      tt="none"
                      miw="4.5rem"
                      style={{ flexShrink: 0 }}
                    >
                      {clausePath ?? "–"}
                    </Badge>
                    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                      {text}
                    </Text>
                  </Group>
                ))}
              </Stack>
            </ScrollArea.Autosize>
          </Paper>
        </Grid.Col>
      </Grid>
      <TaskPreview tasks={tasks} onChange={(next) => edit({ tasks: next })} />
      <ErrorNotice error={correct.error ?? confirm.error} />
      <Group>
        <Button
          loading={correct.isPending || confirm.isPending}
          onClick={async () => {
            await save();
            confirm.mutate({ id: found.id, year });
          }}
        >
          Xác nhận, đưa vào kế hoạch
        </Button>
        <Button
          variant="default"
          onClick={() => void save().then(() => sayDone("Đã lưu bản xem trước."))}
          disabled={!changed}
        >
          Lưu chỗ sửa
        </Button>
      </Group>
    </Stack>
  );
}

function ClauseTree({ clauses }: { clauses: Clause[] }) {
  return (
    <List listStyleType="none" spacing={6} size="sm" withPadding={false}>
      {clauses.map(({ path, title, text, children }) => (
        <List.Item key={path}>
          <Text span size="sm" fw={title ? 600 : 400} style={{ overflowWrap: "anywhere" }}>
            <Badge variant="light" color="blue" tt="none" mr={6}>
              {path}
            </Badge>
            {title ?? text}
          </Text>
          {title && text && (
            <Text size="sm" c="gray.8">
              {text}
            </Text>
          )}
          {children.length > 0 && (
            <Box pl="md" mt={6}>
              <ClauseTree clauses={children} />
            </Box>
          )}
        </List.Item>
      ))}
    </List>
  );
}

function TaskPreview({ tasks, onChange }: { tasks: PlanTask[]; onChange: (tasks: PlanTask[]) => void }) {
  const change = (index: number, part: Partial<PlanTask>) =>
    onChange(tasks.map((row, place) => (place === index ? { ...row, ...part } : row)));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="nhiem-vu-doc-duoc">
      <Title order={2} size="h4" id="nhiem-vu-doc-duoc" mb="sm">
        Nhiệm vụ đọc được ({tasks.length})
      </Title>
      {tasks.length === 0 ? (
        <Text size="sm">
          Văn bản không nêu đơn vị chủ trì hay thời gian; nhiệm vụ có thể thêm sau khi xác nhận.
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Mục</Table.Th>
                <Table.Th>Việc</Table.Th>
                <Table.Th>Đơn vị chủ trì</Table.Th>
                <Table.Th>Thời gian</Table.Th>
                <Table.Th>
                  <span className="only-read-aloud">Bỏ</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tasks.map((row, index) => (
                <Table.Tr key={`${row.clause ?? ""} ${row.appendix?.row ?? ""} ${row.title}`}>
                  <Table.Td>{row.clause ?? `Phụ lục, dòng ${row.appendix?.row ?? ""}`}</Table.Td>
                  <Table.Td>{row.title}</Table.Td>
                  <Table.Td>
                    <TextInput
                      aria-label={`Đơn vị chủ trì: ${row.title}`}
                      defaultValue={row.leadUnit ?? ""}
                      onBlur={(event) => {
                        const name = event.currentTarget.value.trim();
                        if (name !== (row.leadUnit ?? ""))
                          change(index, { leadUnit: name || null, leadUnits: name ? [name] : [] });
                      }}
                    />
                  </Table.Td>
                  <Table.Td>{dueText(row.due)}</Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      color="red"
                      aria-label={`Bỏ nhiệm vụ: ${row.title}`}
                      onClick={() => onChange(tasks.filter((_, place) => place !== index))}
                    >
                      Bỏ
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
