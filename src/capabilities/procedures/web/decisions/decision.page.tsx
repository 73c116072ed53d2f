import { Alert, Button, Group, List, Stack, Table, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { actionLabels, decisionStateLabels } from "../../decisions/decision.ts";
import { levelLabels } from "../../procedure-record.ts";
import { api, type DecisionView } from "../api.ts";
import { CarriedThrough } from "./carried-through.tsx";
import { DecisionForm, draftOfDecision } from "./decision-form.tsx";
import { rowsInWords } from "./decision-list.page.tsx";

/** One decision: its rows to be compared and confirmed, then where each procedure stands. */
export default function DecisionPage() {
  const id = useParam("id");
  const decisions = useQuery(api.procedures.decisions.queryOptions());
  return (
    <Asked query={decisions}>
      {({ decisions: all }) => {
        const view = all.find((one) => one.id === id);
        return view ? (
          <Opened key={view.id} view={view} />
        ) : (
          <Page title="Quyết định công bố">
            <Text>Không có quyết định này trong cơ quan.</Text>
          </Page>
        );
      }}
    </Asked>
  );
}

function Opened({ view }: { view: DecisionView }) {
  const { id, state, may, rows } = view;
  const queries = useQueryClient();
  const [editing, edit] = useDisclosure(false);
  const [confirming, confirm] = useDisclosure(false);
  const done = async (words: string) => {
    await queries.invalidateQueries({ queryKey: api.procedures.key() });
    sayDone(words);
  };
  const settle = useMutation({
    mutationFn: () => api.procedures.confirmDecision.call({ id }),
    onSuccess: async () => {
      confirm.close();
      await done("Đã xác nhận; sổ thủ tục đã đổi theo quyết định.");
    },
  });
  return (
    <Page
      title={`Quyết định ${view.number}`}
      crumbs={[
        { label: "Công khai thủ tục", to: "/cong-khai-thu-tuc" },
        { label: "Quyết định công bố", to: "/cong-khai-thu-tuc/quyet-dinh" },
      ]}
      lead={
        <Group gap="xs">
          <StateBadge tone={state === "draft" ? "waiting" : "approved"} word={decisionStateLabels[state]} />
          <span>
            Ban hành <DayText day={view.issuedOn} />, có hiệu lực từ <DayText day={view.effectiveOn} />
            {view.confirmedAt && (
              <>
                , {view.confirmedByName} xác nhận lúc <MomentText at={view.confirmedAt} />
              </>
            )}
          </span>
        </Group>
      }
      actions={
        state === "draft" ? (
          <>
            <MayButton may={may} verb="save" hideReason onClick={confirm.open}>
              Xác nhận đúng với quyết định
            </MayButton>
            <MayButton may={may} verb="save" variant="default" hideReason onClick={edit.toggle}>
              {editing ? "Thôi sửa" : "Sửa các dòng"}
            </MayButton>
          </>
        ) : (
          <LinkButton to="/cong-khai-thu-tuc" search={{ "quyet-dinh": id }} variant="default">
            Xem nơi công khai
          </LinkButton>
        )
      }
    >
      {editing && state === "draft" ? (
        <DecisionForm
          isNew={false}
          id={id}
          draftKey={`quyet-dinh-cong-bo.${id}`}
          start={draftOfDecision(view)}
        />
      ) : (
        <Stack>
          {view.abstract && <Text>{view.abstract}</Text>}
          {state === "draft" && (
            <Alert color="yellow" title="Chưa có gì trong sổ thủ tục thay đổi">
              Hãy so từng dòng với văn bản gốc. Khi xác nhận: thủ tục mới vào sổ, thủ tục sửa đổi có bản mới,
              thủ tục bãi bỏ thôi thực hiện từ ngày có hiệu lực, và hạn công khai ở mọi nơi tính từ ngày ban
              hành.
            </Alert>
          )}
          <Section id="cac-dong" title={`Thủ tục được công bố: ${rowsInWords(view) || "chưa có dòng nào"}`}>
            <Rows rows={rows} />
          </Section>
          {state === "confirmed" && <CarriedThrough view={view} onDone={done} />}
          <MadeKnown view={view} onDone={done} />
        </Stack>
      )}
      <Confirm
        opened={confirming}
        onClose={confirm.close}
        title="Xác nhận quyết định"
        verb="Xác nhận"
        onConfirm={() => settle.mutate()}
        pending={settle.isPending}
        error={settle.error}
      >
        <Text>
          Bạn đã so {rows.length} dòng với văn bản gốc. Sổ thủ tục đổi theo ngay; quyết định không sửa được
          nữa.
        </Text>
      </Confirm>
    </Page>
  );
}

function Rows({ rows }: Pick<DecisionView, "rows">) {
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label="Các dòng của quyết định">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Mã</Table.Th>
            <Table.Th scope="col">Thủ tục</Table.Th>
            <Table.Th scope="col">Việc</Table.Th>
            <Table.Th scope="col">Lĩnh vực</Table.Th>
            <Table.Th scope="col">Cấp</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ code, name, action, replacesCode, field, level, procedureId }) => (
            <Table.Tr key={code}>
              <Table.Td>{code}</Table.Td>
              <Table.Td>
                {procedureId ? (
                  <LinkText to="/thu-tuc/$id" params={{ id: procedureId }}>
                    {name || code}
                  </LinkText>
                ) : (
                  <>
                    {name || "(chưa có tên)"}
                    <Text size="xs" c="gray.7">
                      Chưa có trong sổ
                    </Text>
                  </>
                )}
              </Table.Td>
              <Table.Td>
                {actionLabels[action]}
                {replacesCode && ` ${replacesCode}`}
              </Table.Td>
              <Table.Td>{field}</Table.Td>
              <Table.Td>{level && levelLabels[level]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function MadeKnown({ view, onDone }: { view: DecisionView; onDone: (words: string) => Promise<void> }) {
  const { id, madeKnown, may } = view;
  const [adding, add] = useDisclosure(false);
  return (
    <Section id="cong-bo" title={`Đã công bố bằng ${madeKnown.length} hình thức`}>
      {madeKnown.length > 0 && (
        <List>
          {madeKnown.map(({ form, url, on }) => (
            <List.Item key={`${form} ${on}`}>
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {form}
                </a>
              ) : (
                form
              )}
              , {formatDate(on)}
            </List.Item>
          ))}
        </List>
      )}
      <div>
        {may.save?.allowed && (
          <Button variant="default" onClick={add.open}>
            Ghi hình thức công bố
          </Button>
        )}
      </div>
      <FormDialog
        opened={adding}
        onClose={add.close}
        title="Ghi hình thức công bố"
        lead="Quyết định đã đến người dân, cơ quan khác bằng cách nào: đăng cổng, gửi văn bản, niêm yết, phát thanh…"
        initial={{ form: "", url: "", on: today().toString() as string | null }}
        check={({ on }) => (on === null ? { on: "Hãy chọn ngày." } : {})}
        verb="Ghi"
        submit={({ form, url, on }) =>
          api.procedures.announceDecision.call({
            id,
            madeKnown: [...madeKnown, { form, url: url || null, on: on! }],
          })
        }
        onDone={() => void onDone("Đã ghi hình thức công bố.")}
      >
        {(form) => (
          <>
            <TextInput
              label="Hình thức"
              required
              placeholder="Đăng cổng của tỉnh"
              {...form.getInputProps("form")}
            />
            <DateField label="Ngày" required {...form.getInputProps("on")} />
            <TextInput label="Địa chỉ" type="url" placeholder="https://…" {...form.getInputProps("url")} />
          </>
        )}
      </FormDialog>
    </Section>
  );
}
