import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Group,
  List,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { DayText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useFilters, useParam } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import {
  type LineStanding,
  lineStandingOf,
  lineStandings,
  reviewedKindLabels,
  reviewMarks,
} from "../../rights-review/rights-review.ts";
import { api, type RightsReviewLineView, type RightsReviewView } from "../api.ts";
import { DecideDialog, type Deciding } from "./decide-dialog.tsx";
import { reviewStates } from "./review-states.ts";

const tones = {
  open: "waiting",
  confirmed: "done",
  withdrawn: "withdrawn",
  changed: "approved",
  left: "note",
  gone: "none",
} as const;

const mayDecide = ({ may, open }: RightsReviewLineView) => open && may.decide?.allowed === true;

function Decision({ line }: { line: RightsReviewLineView }) {
  const at = lineStandingOf(line);
  return (
    <Stack gap={4}>
      <StateBadge tone={tones[at]} word={lineStandings[at]} />
      {line.newRight && (line.outcome === "changed" || line.open) && (
        <Text size="sm">
          {line.open ? `${line.proposedByName} đề nghị đổi` : "Quyền mới"}: {line.newRight}
        </Text>
      )}
      {(line.reason ?? line.leftReason ?? (line.open ? line.proposal : null)) && (
        <Text size="sm">Lý do: {line.reason ?? line.leftReason ?? line.proposal}</Text>
      )}
      {line.decidedByName && line.decidedAt && (
        <Text size="xs" c="gray.7">
          {line.decidedByName}, {formatDateTime(line.decidedAt)}
        </Text>
      )}
      {line.open && (
        <Text size="xs" c="gray.7">
          {line.may.decide?.allowed ? "Chờ bạn" : `Chờ: ${line.reviewers}`}
        </Text>
      )}
    </Stack>
  );
}

/** One review: what it is, every right with its decision, and how it ends. */
export default function RightsReviewPage() {
  const id = useParam("id");
  const queries = useQueryClient();
  const review = useQuery(api.organization.rightsReview.queryOptions({ input: { id } }));
  const [view] = useFilters({ "quyet-dinh": "", "don-vi": "" });
  const [chosen, setChosen] = useState<string[]>([]);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [ending, setEnding] = useState<"close" | "cancel" | null>(null);
  const take = (answer: RightsReviewView, said: string) => {
    queries.setQueryData(api.organization.rightsReview.queryKey({ input: { id } }), answer);
    void queries.invalidateQueries({ queryKey: api.organization.rightsReviews.key() });
    setChosen([]);
    sayDone(said);
  };
  const confirm = useMutation(
    api.organization.decideRights.mutationOptions({ onSuccess: (answer) => take(answer, "Đã giữ nguyên.") }),
  );
  const cancel = useMutation(
    api.organization.cancelRightsReview.mutationOptions({
      onSuccess: (answer) => {
        setEnding(null);
        take(answer, "Đã hủy đợt rà soát.");
      },
    }),
  );
  const keep = (lines: RightsReviewLineView[]) =>
    confirm.mutate({ id, outcome: "confirmed", reason: null, lineIds: lines.map((line) => line.id) });
  const left = review.data?.lines.filter((line) => line.left) ?? [];
  const table = new URLSearchParams({
    ...(view["quyet-dinh"] && { outcome: view["quyet-dinh"] }),
    ...(view["don-vi"] && { unitId: view["don-vi"] }),
  });
  return (
    <Page
      title={review.data ? `Đợt rà soát ngày ${formatDate(review.data.asOf)}` : "Rà soát quyền"}
      crumbs={[{ label: "Rà soát quyền", to: "/ra-soat-quyen" }]}
      actions={
        review.data && (
          <>
            {review.data.may.take?.allowed && (
              <>
                <Anchor href={`/api/rights-reviews/${id}/table?${table}`} download py={4}>
                  Tải danh sách (.xlsx)
                </Anchor>
                <Anchor href={`/api/rights-reviews/${id}/minutes`} download py={4}>
                  Tải biên bản (.docx)
                </Anchor>
              </>
            )}
            {review.data.state === "open" && review.data.may.change?.allowed && (
              <MayButton may={review.data.may} verb="close" onClick={() => setEnding("close")}>
                Kết thúc đợt
              </MayButton>
            )}
          </>
        )
      }
    >
      <Asked query={review}>
        {(found) => {
          const { lines, givenSince, state, may } = found;
          const mine = lines.filter(mayDecide);
          const picked = mine.filter((line) => chosen.includes(line.id));
          const units = Object.fromEntries(
            lines.flatMap(({ unitId, unitName }) => (unitId ? [[unitId, unitName ?? ""]] : [])),
          );
          return (
            <Stack gap="lg">
              <Group gap="md">
                <StateBadge {...reviewStates[state]} />
                <Text size="sm">
                  Hạn <DayText day={found.dueOn} />. {found.openedByName} mở lúc{" "}
                  {formatDateTime(found.openedAt)}. Căn cứ: {found.basis}
                </Text>
              </Group>
              {found.conclusion && (
                <Text>
                  Kết luận của {found.closedByName}
                  {found.closedAt && `, ${formatDateTime(found.closedAt)}`}: {found.conclusion}
                </Text>
              )}
              {found.cancelReason && (
                <Text>
                  {found.cancelledByName} đã hủy vì: {found.cancelReason}
                </Text>
              )}
              <SimpleGrid component="dl" cols={{ base: 2, sm: left.length > 0 ? 6 : 5 }} m={0}>
                {(Object.keys(lineStandings) as LineStanding[])
                  .filter((standing) => standing !== "left" || left.length > 0)
                  .map((standing) => (
                    <div key={standing}>
                      <Text component="dt" size="sm" c="gray.7">
                        {lineStandings[standing]}
                      </Text>
                      <Text component="dd" m={0} fw={600} size="xl">
                        {lines.filter((line) => lineStandingOf(line) === standing).length}
                      </Text>
                    </div>
                  ))}
              </SimpleGrid>
              {state === "open" && left.length > 0 && (
                <Alert color="yellow" title={`${left.length} quyền không có người khác quyết`}>
                  Không ai rà soát quyền của chính mình, mà ngoài người giữ chưa có ai khác được quyết định.
                  Phân công thêm quản trị hoặc lãnh đạo thì người đó quyết định được; nếu không, khi kết thúc
                  đợt hãy ghi lý do, các dòng này được giữ nguyên với lý do đó.
                </Alert>
              )}
              {givenSince.length > 0 && (
                <Alert color="yellow" title="Quyền giao sau ngày chốt danh sách, không nằm trong đợt này">
                  <List size="sm">
                    {givenSince.map((given) => (
                      <List.Item key={given}>{given}</List.Item>
                    ))}
                  </List>
                </Alert>
              )}
              {mine.length > 1 && (
                <Group role="group" aria-label="Quyết định các dòng đã chọn">
                  <Checkbox
                    label={`Chọn cả ${mine.length} quyền chờ bạn`}
                    checked={picked.length === mine.length}
                    indeterminate={picked.length > 0 && picked.length < mine.length}
                    onChange={(event) =>
                      setChosen(event.currentTarget.checked ? mine.map((line) => line.id) : [])
                    }
                  />
                  <Button
                    disabled={picked.length === 0}
                    loading={confirm.isPending}
                    onClick={() => keep(picked)}
                  >
                    Giữ nguyên {picked.length > 0 ? `${picked.length} quyền` : "quyền đã chọn"}
                  </Button>
                  <Button
                    variant="default"
                    disabled={picked.length === 0}
                    onClick={() => setDeciding({ outcome: "withdrawn", lines: picked })}
                  >
                    Thu hồi
                  </Button>
                </Group>
              )}
              <ErrorNotice error={confirm.error} />
              <DataTable
                caption="Các quyền trong đợt rà soát"
                rows={lines}
                rowKey={(line) => line.id}
                searchText={({ personName, right, jobTitle }) => `${personName} ${right} ${jobTitle ?? ""}`}
                filters={[
                  {
                    key: "quyet-dinh",
                    label: "Quyết định",
                    options: optionsOf(lineStandings),
                    matches: (line, value) => lineStandingOf(line) === value,
                  },
                  {
                    key: "don-vi",
                    label: "Đơn vị",
                    options: optionsOf(units),
                    matches: ({ unitId }, value) => unitId === value,
                  },
                  {
                    key: "chu-y",
                    label: "Cần chú ý",
                    options: optionsOf(reviewMarks),
                    matches: ({ marks }, value) => (marks as string[]).includes(value),
                  },
                ]}
                columns={[
                  {
                    key: "nguoi",
                    header: "Người",
                    cell: (line) => (
                      <Group gap="xs" wrap="nowrap" align="flex-start">
                        {mayDecide(line) && (
                          <Checkbox
                            aria-label={`Chọn ${line.personName}, ${line.right}`}
                            checked={chosen.includes(line.id)}
                            onChange={(event) =>
                              setChosen(
                                event.currentTarget.checked
                                  ? [...chosen, line.id]
                                  : chosen.filter((one) => one !== line.id),
                              )
                            }
                          />
                        )}
                        <div>
                          <Text fw={600}>{line.personName}</Text>
                          {line.jobTitle && <Text size="sm">{line.jobTitle}</Text>}
                        </div>
                      </Group>
                    ),
                    sortBy: ({ personName }) => personName,
                  },
                  {
                    key: "quyen",
                    header: "Quyền trong danh sách",
                    cell: (line) => (
                      <>
                        <Text size="xs" c="gray.7">
                          {reviewedKindLabels[line.kind]}
                        </Text>
                        {line.kind !== "account" && <Text size="sm">{line.right}</Text>}
                        {line.fromDate && (
                          <Text size="sm">
                            Từ <DayText day={line.fromDate} />
                            {line.toDate && (
                              <>
                                {" "}
                                đến <DayText day={line.toDate} />
                              </>
                            )}
                          </Text>
                        )}
                        {line.since && (
                          <Text size="sm" fw={600}>
                            {state === "open" ? "Hiện nay" : "Lúc kết thúc đợt"}: {line.since}
                          </Text>
                        )}
                      </>
                    ),
                    sortBy: ({ right }) => right,
                  },
                  {
                    key: "dung",
                    header: "Sử dụng",
                    cell: ({ lastSignIn, marks }) => (
                      <>
                        {lastSignIn && (
                          <Text size="sm">
                            Đăng nhập cuối <DayText day={lastSignIn} />
                          </Text>
                        )}
                        {marks.map((mark) => (
                          <Text key={mark} size="sm" fw={600}>
                            {reviewMarks[mark]}
                          </Text>
                        ))}
                      </>
                    ),
                    sortBy: ({ lastSignIn }) => lastSignIn ?? "",
                  },
                  { key: "quyet-dinh", header: "Quyết định", cell: (line) => <Decision line={line} /> },
                  ...(mine.length > 0
                    ? [
                        {
                          key: "viec",
                          header: "Việc",
                          cell: (line: RightsReviewLineView) =>
                            mayDecide(line) && (
                              <Group gap={6}>
                                <Button size="xs" variant="default" onClick={() => keep([line])}>
                                  Giữ nguyên
                                  <span className="only-read-aloud">
                                    : {line.personName}, {line.right}
                                  </span>
                                </Button>
                                <Button
                                  size="xs"
                                  variant="default"
                                  onClick={() => setDeciding({ outcome: "withdrawn", lines: [line] })}
                                >
                                  Thu hồi
                                  <span className="only-read-aloud">
                                    : {line.personName}, {line.right}
                                  </span>
                                </Button>
                                {line.kind === "appointment" && (
                                  <Button
                                    size="xs"
                                    variant="default"
                                    onClick={() => setDeciding({ outcome: "changed", lines: [line] })}
                                  >
                                    Đổi
                                    <span className="only-read-aloud">
                                      : {line.personName}, {line.right}
                                    </span>
                                  </Button>
                                )}
                              </Group>
                            ),
                        },
                      ]
                    : []),
                ]}
              />
              {may.cancel?.allowed && (
                <Group>
                  <Button variant="subtle" onClick={() => setEnding("cancel")}>
                    Hủy đợt mở nhầm
                  </Button>
                </Group>
              )}
            </Stack>
          );
        }}
      </Asked>
      {deciding && (
        <DecideDialog
          reviewId={id}
          deciding={deciding}
          keepsPeople={review.data?.may.change?.allowed === true}
          onClose={() => setDeciding(null)}
          onDone={(answer) =>
            take(answer, deciding.outcome === "changed" ? "Đã ghi việc đổi." : "Đã thu hồi.")
          }
        />
      )}
      <FormDialog
        opened={ending === "close"}
        onClose={() => setEnding(null)}
        title="Kết thúc đợt rà soát"
        lead="Danh sách, các quyết định và kết luận được giữ nguyên từ lúc này, không sửa được nữa; kiểm tra viên xem được."
        initial={{ conclusion: "", leftReason: "" }}
        verb="Kết thúc đợt"
        submit={(fields) => api.organization.closeRightsReview.call({ id, ...fields })}
        onDone={(answer) => take(answer, "Đã kết thúc đợt rà soát.")}
      >
        {(form) => (
          <>
            {left.length > 0 && (
              <Textarea
                label={`Vì sao ${left.length} quyền không có người khác quyết`}
                description={left.map(({ personName, right }) => `${personName}: ${right}`).join("; ")}
                required
                autosize
                minRows={2}
                {...form.getInputProps("leftReason")}
              />
            )}
            <Textarea label="Kết luận" required autosize minRows={3} {...form.getInputProps("conclusion")} />
          </>
        )}
      </FormDialog>
      <Confirm
        opened={ending === "cancel"}
        onClose={() => setEnding(null)}
        title="Hủy đợt rà soát"
        verb="Hủy đợt"
        reasonLabel="Lý do"
        pending={cancel.isPending}
        error={cancel.error}
        onConfirm={(reason) => cancel.mutate({ id, reason })}
      >
        Chưa có dòng nào được quyết định. Đợt này vẫn nằm trong danh sách với lý do hủy.
      </Confirm>
    </Page>
  );
}
