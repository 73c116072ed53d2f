import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords, vietnameseNumber } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { Section } from "../report-text.ts";
import { countTold, type Told } from "../told.ts";
import type { ChainCommitment, ChainEvent, ChainEvents, ChainQuestion } from "./events-in-period.ts";

const held = ({ state }: ChainEvent): boolean => state === "held";
const every = () => true;

const countWays = {
  list: "theo danh sách ký",
  scan: "theo điểm danh bằng mã",
  estimate: "ước tính",
} as const;

const kindsOf = ({ events }: ChainEvents): { kind: string; label: string }[] =>
  [...new Map(events.filter(held).map(({ kind, kindLabel }) => [kind, kindLabel]))]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, label]) => ({ kind, label }));

const inKinds = (span: ChainEvents): Told<ChainEvent>[] =>
  kindsOf(span).map(({ kind, label }) => ({
    ...{ key: `events.by-kind.${kind}`, label, unit: "sự kiện", of: held },
    is: (row) => held(row) && row.kind === kind,
  }));

const attended: Told<ChainEvent>[] = [
  {
    ...{ key: "events.attended", label: "Người dự các sự kiện đã diễn ra", unit: "lượt người", is: held },
    ...{ of: null, amount: (row: ChainEvent) => row.attended ?? 0 },
  },
  ...(["list", "scan", "estimate"] as const).map((way) => ({
    ...{ key: `events.attended.${way}`, label: `Người dự đếm ${countWays[way]}`, unit: "lượt người" },
    is: (row: ChainEvent) => held(row) && row.countedHow === way,
    ...{ of: held, amount: (row: ChainEvent) => row.attended ?? 0 },
  })),
];

const eventTold = (span: ChainEvents): Told<ChainEvent>[] => [
  {
    ...{ key: "events.held", label: "Sự kiện có nội dung cải cách hành chính đã diễn ra" },
    ...{ unit: "sự kiện", is: held, of: null },
  },
  ...inKinds(span),
  ...attended,
  {
    ...{ key: "events.photos", label: "Ảnh công khai của các sự kiện đã diễn ra", unit: "ảnh", is: held },
    ...{ of: null, amount: (row) => row.photos },
  },
  {
    ...{ key: "events.materials", label: "Tài liệu kèm các sự kiện đã diễn ra", unit: "tài liệu", is: held },
    ...{ of: null, amount: (row) => row.materials },
  },
  {
    ...{ key: "events.postponed", label: "Sự kiện trong kỳ phải hoãn, chờ lịch mới", unit: "sự kiện" },
    ...{ is: ({ state }) => state === "postponed", of: null },
  },
  {
    ...{ key: "events.cancelled", label: "Sự kiện trong kỳ đã hủy", unit: "sự kiện" },
    ...{ is: ({ state }) => state === "cancelled", of: null },
  },
  {
    ...{ key: "events.unrecorded", label: "Sự kiện đã qua ngày mà chưa ghi nhận diễn ra", unit: "sự kiện" },
    ...{ is: ({ state, lastOn }) => state === "announced" && lastOn < span.until, of: null },
  },
];

const answered = ({ publishedOn, answer }: ChainQuestion): boolean =>
  publishedOn !== null && answer !== "withdrawn";
const takenBack = ({ publishedOn, answer }: ChainQuestion): boolean =>
  publishedOn !== null && answer === "withdrawn";
const prepared = ({ publishedOn, isDeclined, answer }: ChainQuestion): boolean =>
  publishedOn === null && !isDeclined && answer !== null;

const questionTold = ({ from }: ChainEvents): Told<ChainQuestion>[] =>
  (
    [
      ["handled", "Câu hỏi đối thoại phải trả lời trong kỳ", every, null],
      ["received", "Câu hỏi nhận mới trong kỳ", ({ receivedOn }: ChainQuestion) => receivedOn >= from, every],
      ["published", "Đã trả lời công khai", answered, every],
      ["prepared", "Đã soạn trả lời, chưa công khai", prepared, every],
      ["declined", "Không trả lời, đã nêu lý do", ({ isDeclined }: ChainQuestion) => isDeclined, every],
      ["withdrawn", "Trả lời đã rút lại", takenBack, every],
      [
        "unanswered",
        "Chưa có trả lời",
        (row: ChainQuestion) => row.publishedOn === null && !row.isDeclined && row.answer === null,
        every,
      ],
    ] as const
  ).map(([key, label, is, of]) => ({ key: `dialogue.${key}`, label, unit: "câu hỏi", is, of }));

const kept = ({ doneOn }: ChainCommitment): boolean => doneOn !== null;
const inTime = ({ doneOn, dueOn }: ChainCommitment): boolean => doneOn !== null && doneOn <= dueOn;

const commitmentTold = ({ from, until }: ChainEvents): Told<ChainCommitment>[] =>
  (
    [
      ["followed", "Cam kết với người dân, doanh nghiệp theo dõi trong kỳ", every, null],
      ["made", "Cam kết công khai trong kỳ", ({ madeOn }: ChainCommitment) => madeOn >= from, every],
      ["kept", "Cam kết đã thực hiện, công khai kết quả", kept, every],
      ["in-time", "Cam kết thực hiện đúng hạn, trong số đã thực hiện", inTime, kept],
      [
        "running",
        "Cam kết đang thực hiện, chưa đến hạn",
        (row: ChainCommitment) => !kept(row) && row.dueOn >= until,
        every,
      ],
      [
        "overdue",
        "Cam kết quá hạn, chưa có kết quả",
        (row: ChainCommitment) => !kept(row) && row.dueOn < until,
        every,
      ],
    ] as const
  ).map(([key, label, is, of]) => ({ key: `commitments.${key}`, label, unit: "cam kết", is, of }));

const sourceOf = ({ from, until }: ChainEvents, register: string): string =>
  `${register} trên hệ thống, từ ${formatDate(from)} đến ${formatDate(until)}`;

/** The figures of events, dialogues and promises, each with the rows that it counts. None where nothing was kept of it. */
export function countEvents({ events: span, yearBefore }: Chain): Figure[] {
  if (span === undefined) return [];
  const from = (register: string) => ({ source: sourceOf(span, register), yearBefore });
  return [
    ...countTold(eventTold(span), span.events, { kind: "event", ...from("Sổ sự kiện") }),
    ...countTold(questionTold(span), span.questions, { kind: "question", ...from("Sổ câu hỏi đối thoại") }),
    ...countTold(commitmentTold(span), span.commitments, {
      kind: "commitment",
      ...from("Sổ cam kết sau đối thoại"),
    }),
  ];
}

const lineOf = (figure: Figure): string =>
  `- ${figure.label}: ${figure.denominator === 0 ? "không phát sinh" : figureInWords(figure)}.`;

/** What took place, who came, what was asked and what became of each promise; that nothing arose is a sentence too. */
export function eventSections({ events: span }: Chain, get: (key: string) => Figure): Section[] {
  if (span === undefined) return [];
  const keysOf = (told: { key: string }[]) => told.map(({ key }) => key);
  const [eventKeys, questionKeys, commitmentKeys] = [
    keysOf(eventTold(span)),
    keysOf(questionTold(span)),
    keysOf(commitmentTold(span)),
  ];
  const happened = get("events.held");
  const [questions, promises] = [get("dialogue.handled"), get("commitments.followed")];
  const rest = (keys: string[], whole: Figure) => keys.filter((key) => key !== whole.key).map(get);
  const told = (figure: Figure) =>
    figure.numerator > 0 || /^events\.(?:by-kind|attended$|photos|materials)/u.test(figure.key);
  const lines = [
    happened.numerator === 0
      ? `Trong kỳ chưa ghi nhận sự kiện nào có nội dung cải cách hành chính đã diễn ra (nguồn: ${happened.source}).`
      : `Trong kỳ đã diễn ra ${figureInWords(happened)} có nội dung cải cách hành chính (nguồn: ${happened.source}):`,
    ...rest(eventKeys, happened)
      .filter((one) => told(one) && (happened.numerator > 0 || one.numerator > 0))
      .map(lineOf),
    ...(questions.numerator === 0
      ? [`Trong kỳ không phát sinh câu hỏi đối thoại nào (nguồn: ${questions.source}).`]
      : [
          `Đối thoại: phải trả lời ${figureInWords(questions)}, kể cả kỳ trước chuyển sang (nguồn: ${questions.source}):`,
          ...rest(questionKeys, questions).map(lineOf),
        ]),
    ...(promises.numerator === 0
      ? [`Không có cam kết nào với người dân, doanh nghiệp phải theo dõi (nguồn: ${promises.source}).`]
      : [
          `Cam kết: theo dõi ${figureInWords(promises)}, kể cả kỳ trước chuyển sang (nguồn: ${promises.source}):`,
          ...rest(commitmentKeys, promises).map(lineOf),
        ]),
  ];
  return [
    {
      ...{ level: 2, heading: "Sự kiện, đối thoại", text: lines.join("\n") },
      figures: [...eventKeys, ...questionKeys, ...commitmentKeys],
    },
  ];
}

const hrefOf = (eventId: string): string => `/workspace/su-kien/${eventId}`;

const states = {
  announced: "đã công bố",
  postponed: "hoãn, chờ lịch mới",
  cancelled: "đã hủy",
  held: "đã diễn ra",
} as const;

const answerInWords = (row: ChainQuestion): string =>
  row.publishedOn !== null
    ? `trả lời công khai ${formatDate(row.publishedOn)}${row.answer === "withdrawn" ? ", đã rút lại" : ""}`
    : row.isDeclined
      ? "không trả lời, đã nêu lý do"
      : row.answer === null
        ? "chưa có trả lời"
        : "đã soạn trả lời, chưa công khai";

const resultInWords = ({ doneOn, dueOn }: ChainCommitment, until: string): string =>
  doneOn === null
    ? dueOn < until
      ? "quá hạn, chưa có kết quả"
      : "đang thực hiện"
    : `xong ${formatDate(doneOn)} (${doneOn <= dueOn ? "đúng hạn" : "muộn hạn"})`;

/** The rows behind a figure of events, questions or promises; an event tells what it gives to a sum. */
export function eventRows({ events: span }: Chain, { key, rows: { kind } }: Figure): FigureRow[] {
  if (span === undefined) return [];
  if (kind === "question")
    return span.questions.map((row) => ({
      ...{ id: row.id, kind, label: `Câu hỏi ${row.code}`, url: hrefOf(row.eventId) },
      detail: [row.eventTitle, `nhận ${formatDate(row.receivedOn)}`, answerInWords(row)].join(" · "),
    }));
  if (kind === "commitment")
    return span.commitments.map((row) => ({
      ...{ id: row.id, kind, label: row.words, url: hrefOf(row.eventId) },
      detail: [row.unitName, `hạn ${formatDate(row.dueOn)}`, resultInWords(row, span.until)].join(" · "),
    }));
  const { amount, unit } = eventTold(span).find((one) => one.key === key) ?? {};
  return span.events.map((row) => ({
    ...{ id: row.id, kind, label: row.title, url: hrefOf(row.id) },
    ...(amount && { amount: amount(row) }),
    detail: [
      ...(amount ? [`${vietnameseNumber(amount(row))} ${unit}`] : []),
      row.kindLabel,
      formatDate(row.on),
      row.unitName,
      states[row.state],
      ...(row.countedHow === null
        ? []
        : [`${vietnameseNumber(row.attended ?? 0)} người dự, ${countWays[row.countedHow]}`]),
    ].join(" · "),
  }));
}

/** Events and promises as sheets; none where there are none. */
export function eventSheets({ events: span }: Chain): Sheet[] {
  if (span === undefined) return [];
  const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
  const number = (header: string) => ({ header, width: 12, kind: "number" as const });
  const day = (header: string) => ({ header, width: 14, kind: "date" as const });
  const sheets: Sheet[] = [
    {
      name: "Sự kiện",
      columns: [
        ...[text("Tên sự kiện", 50), text("Loại", 26), text("Đơn vị chủ trì", 34), day("Ngày")],
        ...[
          text("Tình trạng", 20),
          number("Người dự"),
          text("Cách đếm", 22),
          number("Ảnh"),
          number("Tài liệu"),
        ],
      ],
      rows: span.events.map((row) => [
        ...[row.title, row.kindLabel, row.unitName, row.on, states[row.state], row.attended],
        row.countedHow && countWays[row.countedHow],
        ...[row.photos, row.materials],
      ]),
    },
    {
      name: "Câu hỏi đối thoại",
      columns: [text("Mã", 16), text("Sự kiện", 50), day("Nhận"), text("Tình trạng", 44)],
      rows: span.questions.map((row) => [row.code, row.eventTitle, row.receivedOn, answerInWords(row)]),
    },
    {
      name: "Cam kết",
      columns: [
        ...[text("Cam kết", 60), text("Đơn vị", 34), day("Công khai"), day("Hạn"), day("Thực hiện xong")],
        text("Tình trạng", 30),
      ],
      rows: span.commitments.map((row) => [
        ...[row.words, row.unitName, row.madeOn, row.dueOn, row.doneOn],
        resultInWords(row, span.until),
      ]),
    },
  ];
  return sheets.filter(({ rows }) => rows.length > 0);
}
