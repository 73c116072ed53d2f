import { useQuery } from "@tanstack/react-query";
import { nextActOf } from "#channels/web";
import type { newsroomContract } from "#newsroom/contract";
import type { planContract } from "#plan/contract";
import type { Answers } from "#ui/api.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { api } from "../api.ts";
import { useMe } from "../session.ts";
import { DoneRow } from "./done-row.tsx";
import { FeedbackRow } from "./feedback-row.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { MoneyRow } from "./money-row.tsx";
import { WorkList } from "./work-list.tsx";
import {
  ContentRow,
  DeliverableRow,
  DeliveryWorkRow,
  DifficultyRow,
  DistributionRow,
  ExtensionRow,
  GuidanceQuestionRow,
  GuidanceRow,
  HandoverRow,
  ProposalRow,
  type Report,
  ReportRow,
  ShortcomingRow,
  TaskRow,
  TipRow,
  UnitReportRow,
} from "./work-rows.tsx";

/** Reports whose next step is the caller's, by the server's own answer about each. */
const reportsByTurn = (reports: Report[]) => {
  const waiting = (state: Report["state"], verb: string) =>
    reports.filter((report) => report.state === state && report.may[verb]?.allowed);
  return {
    toSign: waiting("reviewed", "sign-off"),
    toReview: waiting("drafted", "review").filter(({ readyToReview }) => readyToReview),
    toIssue: waiting("signed-off", "submit"),
  };
};

/** Went out before a second person had looked. */
const isOut = ({ postCheckDue }: { postCheckDue: boolean }) => postCheckDue;

const DAY = 24 * 60 * 60 * 1000;

/** Whoever brings a new agency to its first text. */
const begins = ["administrator", "editor", "leadership"];

/** Whoever decides on answers, on what becomes public of them, and on cases. */
const feedbackRoles = ["leadership", "head", "office", "editor"];

/** Whoever decides about money. */
const moneyRoles = ["finance", "leadership"];

/** What is mine: failed, waiting for my decision, returned, due this week, to do; what presses stands first. */
export default function MyWorkPage() {
  const me = useMe();
  const tasks = useQuery(api.plan.myTasks.queryOptions());
  const content = useQuery(api.newsroom.myWork.queryOptions());
  const planned = useQuery(
    api.newsroom.listEntries.queryOptions({ input: { state: "planned", mine: true } }),
  );
  const tips = useQuery(api.newsroom.listTips.queryOptions({ input: { state: "open" } }));
  const toHandle = (tips.data?.tips ?? []).filter(({ may }) => may.use?.allowed);
  const toMake = (planned.data?.entries ?? [])
    .flatMap(({ deliverable, ...entry }) => (deliverable ? [{ ...entry, deliverable }] : []))
    .toSorted((one, other) => (one.deliverable.dueAt < other.deliverable.dueAt ? -1 : 1));
  const dueBefore = (moment: number) =>
    toMake.filter(({ deliverable }) => +new Date(deliverable.dueAt) < moment);
  const [overdueToMake, dueInAWeek] = [dueBefore(Date.now()), dueBefore(Date.now() + 7 * DAY)];
  const deliveries = useQuery(api.channels.deliveries.queryOptions({ input: { group: "todo" } }));
  const toPost = (deliveries.data?.deliveries ?? []).filter((row) => nextActOf(row).isMine);
  const reports = useQuery(api.reports.list.queryOptions());
  const extensions = useQuery(api.plan.openExtensions.queryOptions());
  const toDecide = (extensions.data?.extensions ?? []).filter(({ may }) => may.decide?.allowed);
  const difficulties = useQuery(api.plan.difficulties.queryOptions());
  const difficultiesWith = (verb: string) =>
    (difficulties.data?.difficulties ?? []).filter(({ may }) => may[verb]?.allowed);
  const hardships = { toGather: difficultiesWith("gather"), toSettle: difficultiesWith("decide") };
  const proposals = useQuery(api.plan.proposals.queryOptions());
  const proposalsWith = (verb: string) =>
    (proposals.data?.proposals ?? []).filter(({ may }) => may[verb]?.allowed);
  const measures = {
    proposalsToDecide: proposalsWith("decide"),
    proposalsToGather: proposalsWith("gather"),
    proposalsToFollow: proposalsWith("follow"),
  };
  const guidance = useQuery(api.plan.guidance.queryOptions());
  const notes = guidance.data?.notes ?? [];
  const guided = {
    toReceive: notes.flatMap((note) =>
      note.receipts.flatMap(({ unitId, unitName, may }) =>
        may.acknowledge?.allowed ? [{ note, unitId, unitName }] : [],
      ),
    ),
    toAnswer: notes
      .flatMap((note) =>
        note.questions.flatMap((question) => (question.may.answer?.allowed ? [{ note, question }] : [])),
      )
      .toSorted((one, other) => (one.question.askedAt < other.question.askedAt ? -1 : 1)),
  };
  const handovers = useQuery(api.plan.receivedHandovers.queryOptions());
  const received = (handovers.data?.handovers ?? []).filter(({ may }) => may.acknowledge?.allowed);
  const unitReports = useQuery(api.reports.waitingUnitReports.queryOptions());
  const shortcomings = useQuery(api.plan.shortcomings.queryOptions());
  const lacking = (shortcomings.data?.shortcomings ?? []).filter(({ mine }) => mine);
  const seesMoney = me.data?.appointments.some(({ role }) => moneyRoles.includes(role)) ?? false;
  const money = useQuery({ ...api.budget.moneyWaiting.queryOptions(), enabled: seesMoney });
  const moneyToDecide = (money.data?.waiting ?? []).filter(({ isMine }) => isMine);
  const seesFeedback = me.data?.appointments.some(({ role }) => feedbackRoles.includes(role)) ?? false;
  const feedback = useQuery({ ...api.feedback.feedbackWaiting.queryOptions(), enabled: seesFeedback });
  const feedbackToDecide = feedback.data?.waiting ?? [];
  const turns = reportsByTurn(reports.data?.reports ?? []);
  return (
    <Page title="Việc của tôi" lead={me.data && `Chào ${me.data.name}. Việc đến lượt bạn nằm ở đây.`}>
      {me.data?.appointments.some(({ role }) => begins.includes(role)) && <FirstSteps />}
      <WorkList title="Đăng khẩn chờ tôi hậu kiểm" pressing rows={content.data?.toReview.filter(isOut) ?? []}>
        {(item) => <ContentRow key={item.id} item={item} toReview />}
      </WorkList>
      <WorkList title="Báo cáo chờ tôi ký duyệt" rows={turns.toSign}>
        {(report) => <ReportRow key={report.id} report={report} />}
      </WorkList>
      <WorkList title="Báo cáo chờ tôi soát" rows={turns.toReview}>
        {(report) => <ReportRow key={report.id} report={report} />}
      </WorkList>
      <WorkList title="Báo cáo chờ ghi số, ngày ban hành" rows={turns.toIssue}>
        {(report) => <ReportRow key={report.id} report={report} />}
      </WorkList>
      <WorkList title="Báo cáo đơn vị tôi phải gửi" rows={unitReports.data?.toWrite ?? []}>
        {(row) => <UnitReportRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Báo cáo đơn vị chờ tôi tiếp nhận" rows={unitReports.data?.toAccept ?? []}>
        {(row) => <UnitReportRow key={row.id} row={row} named />}
      </WorkList>
      <WorkList title="Đơn vị quá hạn gửi báo cáo" rows={unitReports.data?.inArrears ?? []}>
        {(row) => <UnitReportRow key={row.id} row={row} named />}
      </WorkList>
      <WorkList title="Kinh phí chờ tôi duyệt, xác nhận" rows={moneyToDecide}>
        {(row) => <MoneyRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Phản ánh, kiến nghị chờ tôi duyệt" rows={feedbackToDecide}>
        {(row) => <FeedbackRow key={`${row.kind} ${row.id}`} row={row} />}
      </WorkList>
      <WorkList title="Đề nghị gia hạn chờ tôi quyết định" rows={toDecide}>
        {(row) => <ExtensionRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Khó khăn chờ tôi quyết định" rows={hardships.toSettle}>
        {(row) => <DifficultyRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Khó khăn chờ tôi tổng hợp" rows={hardships.toGather}>
        {(row) => <DifficultyRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Câu hỏi về hướng dẫn chờ tôi trả lời" rows={guided.toAnswer}>
        {({ note, question }) => <GuidanceQuestionRow key={question.id} note={note} question={question} />}
      </WorkList>
      <WorkList title="Hướng dẫn chờ đơn vị tôi xác nhận" rows={guided.toReceive}>
        {({ note, unitId, unitName }) => (
          <GuidanceRow key={`${note.id} ${unitId}`} note={note} unitName={unitName} />
        )}
      </WorkList>
      <WorkList title="Kế hoạch cơ quan khác chuyển đến, chờ xác nhận" rows={received}>
        {(row) => <HandoverRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Đề xuất chờ tôi quyết định" rows={measures.proposalsToDecide}>
        {(row) => <ProposalRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Đề xuất chờ tôi tổng hợp" rows={measures.proposalsToGather}>
        {(row) => <ProposalRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Đề xuất đã chấp nhận, chờ giao việc" rows={measures.proposalsToFollow}>
        {(row) => <ProposalRow key={row.id} row={row} />}
      </WorkList>
      <Asked query={content}>
        {({ failed, toReview, toPublish, returned }) => (
          <>
            <WorkList title="Đăng chưa thành công" pressing rows={failed}>
              {(item) => <ContentRow key={item.id} item={item} />}
            </WorkList>
            <WorkList title="Chờ tôi duyệt" rows={toReview.filter((item) => !isOut(item))}>
              {(item) => <ContentRow key={item.id} item={item} toReview />}
            </WorkList>
            {toReview.filter(({ lowRisk, may }) => lowRisk && may.approve?.allowed).length > 1 && (
              <LinkButton to="/duyet-nhieu-bai" variant="default" w="fit-content">
                Duyệt nhiều bài một lượt
              </LinkButton>
            )}
            <WorkList title="Trả lại cho tôi" rows={returned}>
              {(item) => <ContentRow key={item.id} item={item} />}
            </WorkList>
            <WorkList title="Đã duyệt, chờ đăng" rows={toPublish}>
              {(item) => <ContentRow key={item.id} item={item} />}
            </WorkList>
          </>
        )}
      </Asked>
      <WorkList title="Sản phẩm của đề tài quá hạn" pressing rows={overdueToMake}>
        {(row) => <DeliverableRow key={row.id} row={row} />}
      </WorkList>
      <WorkList
        title="Sản phẩm của đề tài đến hạn trong tuần này"
        rows={dueInAWeek.slice(overdueToMake.length)}
      >
        {(row) => <DeliverableRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Đăng kênh chờ tôi" rows={toPost}>
        {(row) => <DeliveryWorkRow key={row.id} row={row} />}
      </WorkList>
      <Asked query={tasks}>
        {({ overdue, dueThisWeek, toAcknowledge, toDo, severalPlans }) => {
          const pressing = new Set([...overdue, ...dueThisWeek].map(({ id }) => id));
          return (
            <>
              <WorkList title="Kế hoạch chờ đơn vị tôi xác nhận" rows={toAcknowledge}>
                {(row) => <DistributionRow key={`${row.planId} ${row.unitId}`} row={row} />}
              </WorkList>
              <WorkList title="Nhiệm vụ quá hạn" pressing rows={overdue}>
                {(task) => <TaskRow key={task.id} task={task} named={severalPlans} />}
              </WorkList>
              <WorkList title="Tồn tại phải khắc phục" rows={lacking}>
                {(row) => <ShortcomingRow key={row.id} row={row} />}
              </WorkList>
              <WorkList title="Đến hạn trong tuần này" rows={dueThisWeek}>
                {(task) => <TaskRow key={task.id} task={task} named={severalPlans} />}
              </WorkList>
              <WorkList title="Nhiệm vụ phải làm" rows={toDo.filter(({ id }) => !pressing.has(id))}>
                {(task) => <TaskRow key={task.id} task={task} named={severalPlans} />}
              </WorkList>
            </>
          );
        }}
      </Asked>
      <WorkList title="Tin gửi về chờ xử lý" rows={toHandle}>
        {(row) => <TipRow key={row.id} row={row} />}
      </WorkList>
      <WorkList title="Sản phẩm của đề tài tôi phải làm" rows={toMake.slice(dueInAWeek.length)}>
        {(row) => <DeliverableRow key={row.id} row={row} />}
      </WorkList>
      <Asked query={content}>
        {({ drafts, doneToday }) => (
          <>
            <WorkList title="Bài tôi đang viết" rows={drafts}>
              {(item) => <ContentRow key={item.id} item={item} />}
            </WorkList>
            <WorkList title="Hôm nay đã làm" rows={doneToday}>
              {(act) => <DoneRow key={act.id} act={act} />}
            </WorkList>
          </>
        )}
      </Asked>
      {tasks.data &&
        content.data &&
        planned.data &&
        tips.data &&
        deliveries.data &&
        reports.data &&
        extensions.data &&
        difficulties.data &&
        proposals.data &&
        guidance.data &&
        handovers.data &&
        unitReports.data &&
        shortcomings.data &&
        (!seesMoney || money.data) &&
        (!seesFeedback || feedback.data) &&
        nothing(rowsOf(tasks.data), waitingIn(content.data), turns, unitReports.data, {
          toDecide,
          moneyToDecide,
          feedbackToDecide,
          ...hardships,
          ...measures,
          ...guided,
          lacking,
          received,
          toMake,
          toPost,
          toHandle,
        }) && (
          <EmptyState
            title="Hiện không có việc nào đến lượt bạn."
            why="Nhiệm vụ được giao cho bạn hoặc đơn vị bạn, bài chờ bạn duyệt và bài bị trả lại sẽ hiện ở đây. Bạn có thể xem kế hoạch để biết việc sắp tới."
            action={<LinkButton to="/ke-hoach">Xem kế hoạch</LinkButton>}
          />
        )}
    </Page>
  );
}

const rowsOf = ({ severalPlans: _, ...rows }: Answers<typeof planContract>["myTasks"]) => rows;

const waitingIn = ({ doneToday: _, ...rows }: Answers<typeof newsroomContract>["myWork"]) => rows;

const nothing = (...groups: Record<string, unknown[]>[]) =>
  groups.every((group) => Object.values(group).every((rows) => rows.length === 0));
