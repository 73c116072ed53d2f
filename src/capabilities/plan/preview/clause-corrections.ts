import type { Correction } from "./correction.ts";
import { named, type Outline, outlineOf, type Place, placeOf, positional } from "./outline.ts";
import { ImpossibleCorrection, type PreviewState, withoutWarnings } from "./preview-state.ts";

type Of<Kind extends Correction["kind"]> = Extract<Correction, { kind: Kind }>;

function find(outline: Outline[], path: string): Place {
  const place = placeOf(outline, path);
  if (!place) throw new ImpossibleCorrection(`Bản xem trước không còn mục ${path}.`);
  return place;
}

/** The label as the reader keeps it: without closing punctuation; what has no number is counted when it is named. */
const labelOf = (typed: string, before: string): string =>
  typed.replace(/[.)\s]+$/u, "") || `${positional(before) ?? "p"}0`;

/** Text that goes on: in the same line when a sentence was cut, else in a new one. */
const joined = (before: string, after: string): string => {
  if (before === "" || after === "") return before + after;
  return before + (/[.;:!?…]$/u.test(before) ? "\n" : " ") + after;
};

/** The words of a clause as they stand in the document. */
function printed({ label, title, text }: Outline): string {
  const number = positional(label) ? "" : `${label}${/^\p{Ll}$/u.test(label) ? ")" : "."} `;
  return number + [title, text].filter((part) => part !== null && part !== "").join("\n");
}

/** Gives paths again after a change, and lets tasks, warnings and paragraphs follow their clauses. */
function renamed({ reading, paragraphs }: PreviewState, outline: Outline[]): PreviewState {
  const { clauses, moved } = named(outline);
  const paths = new Set(pathsOf(outlineOf(reading.clauses)));
  const follow = (path: string | null) => (path === null ? null : (moved.get(path) ?? null));
  const lost = reading.warnings.flatMap(({ where }, position) =>
    paths.has(where) && !moved.has(where) ? [position] : [],
  );
  const state = {
    reading: {
      ...reading,
      clauses,
      tasks: reading.tasks.map((task) => ({ ...task, clause: follow(task.clause) })),
      warnings: reading.warnings.map((warning) => ({
        ...warning,
        where: moved.get(warning.where) ?? warning.where,
      })),
    },
    paragraphs: paragraphs.map((row) => ({ ...row, clausePath: follow(row.clausePath) })),
  };
  return withoutWarnings(state, new Set(lost));
}

const pathsOf = (outline: Outline[]): string[] =>
  outline.flatMap(({ was, children }) => [...was, ...pathsOf(children)]);

export function editClause(
  state: PreviewState,
  { path, label, title, text }: Of<"edit-clause">,
): PreviewState {
  const outline = outlineOf(state.reading.clauses);
  const { node } = find(outline, path);
  const next = labelOf(label, node.label);
  const settled = state.reading.warnings.flatMap(({ code, where }, position) =>
    where === path && next !== node.label && ["duplicate-label", "label-gap"].includes(code)
      ? [position]
      : [],
  );
  Object.assign(node, { label: next, title: title || null, text });
  return renamed(withoutWarnings(state, new Set(settled)), outline);
}

export function addClause(
  state: PreviewState,
  { after, label, title, text }: Of<"add-clause">,
): PreviewState {
  const outline = outlineOf(state.reading.clauses);
  const { list, at, node } = find(outline, after);
  list.splice(at + 1, 0, {
    label: labelOf(label, node.label),
    title: title || null,
    text,
    children: [],
    was: [],
  });
  return renamed(state, outline);
}

/** Takes a clause out; its tasks go to the clause that held it, its paragraphs of the source to none. */
export function removeClause(state: PreviewState, { path, inner }: Of<"remove-clause">): PreviewState {
  const outline = outlineOf(state.reading.clauses);
  const { node, list, at, parent } = find(outline, path);
  list.splice(at, 1, ...(inner === "keep" ? node.children : []));
  if (outline.length === 0) throw new ImpossibleCorrection("Kế hoạch phải còn ít nhất một mục.");
  const gone = inner === "keep" ? node.was : pathsOf([node]);
  const heir = parent?.was[0] ?? null;
  const { reading, paragraphs } = state;
  return renamed(
    {
      reading: {
        ...reading,
        tasks: reading.tasks.map((task) =>
          task.clause !== null && gone.includes(task.clause) ? { ...task, clause: heir } : task,
        ),
      },
      paragraphs,
    },
    outline,
  );
}

/** Makes a clause the continuation of the one printed right above it, which takes in what stood inside as well. */
export function joinClause(state: PreviewState, { path, into }: Of<"join-clause">): PreviewState {
  const outline = outlineOf(state.reading.clauses);
  const { node, list, at, parent, above } = find(outline, path);
  if (!above) throw new ImpossibleCorrection("Đây là mục đầu tiên, không có mục nào ở trên để nối vào.");
  const words = printed(node);
  if (into === "title") above.title = `${above.title ?? ""} ${words}`.trim();
  else above.text = joined(above.text, words);
  above.was.push(...node.was);
  if (above === parent) list.splice(at, 1, ...node.children);
  else {
    list.splice(at, 1);
    above.children.push(...node.children);
  }
  return renamed(state, outline);
}

/** Moves a clause one level in or out; the order of the document stays, so what follows goes along where it must. */
export function moveClause(state: PreviewState, { path, to }: Of<"move-clause">): PreviewState {
  const outline = outlineOf(state.reading.clauses);
  const { node, list, at, parent } = find(outline, path);
  if (to === "in") {
    const before = list[at - 1];
    if (!before) throw new ImpossibleCorrection("Không có mục cùng cấp ở trên để đưa vào trong.");
    list.splice(at, 1);
    before.children.push(node);
  } else {
    if (!parent) throw new ImpossibleCorrection("Mục này đã ở cấp ngoài cùng.");
    const upper = find(outline, parent.was[0]!);
    node.children.push(...list.splice(at + 1));
    list.splice(at, 1);
    upper.list.splice(upper.at + 1, 0, node);
  }
  return renamed(state, outline);
}
