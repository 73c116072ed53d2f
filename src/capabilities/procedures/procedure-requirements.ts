import type { ProcedureRecord } from "./procedure-record.ts";
import { limitInWords } from "./record-words.ts";

/** What every procedure must state by Decree 63/2010; forms, conditions and fees only where there are any. */
export const requirementLabels = {
  steps: "trình tự thực hiện",
  methods: "cách thức thực hiện",
  components: "thành phần hồ sơ",
  limits: "thời hạn giải quyết",
  audience: "đối tượng thực hiện",
  implementingAgency: "cơ quan thực hiện",
  results: "kết quả thực hiện",
} as const;

export type Requirement = keyof typeof requirementLabels;

/** What a record does not say though it must, in the order of the decree; the name is always there. */
export function missingIn(record: ProcedureRecord): Requirement[] {
  const { methods, components } = record;
  const lacks: Record<Requirement, boolean> = {
    steps: record.steps === "",
    methods: methods.length === 0,
    components: !components.some(({ papers }) => papers.length > 0),
    limits: methods.length === 0 || methods.some((method) => limitInWords(method) === ""),
    audience: record.audience.length === 0,
    implementingAgency: record.implementingAgency === "",
    results: record.results.length === 0,
  };
  return (Object.keys(requirementLabels) as Requirement[]).filter((key) => lacks[key]);
}
