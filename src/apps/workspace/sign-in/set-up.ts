import type { AgencyKind, UnitKind } from "#organization/contract";

/** What the three steps ask for, as typed. */
export interface SetUp {
  code: string;
  agency: { kind: AgencyKind; name: string; superiorName: string; symbol: string; place: string };
  units: { key: string; name: string; shortName: string; kind: UnitKind }[];
  administrator: { name: string; email: string; password: string };
}

export const LAST_STEP = 2;

/** The beginning: the four units that nearly every department has, with names to be corrected. */
export const emptySetUp = (): SetUp => ({
  code: "",
  agency: { kind: "department", name: "", superiorName: "", symbol: "", place: "" },
  units: [
    { key: "leadership", name: "Lãnh đạo cơ quan", shortName: "LĐ", kind: "leadership" },
    { key: "office", name: "Văn phòng", shortName: "VP", kind: "office" },
  ],
  administrator: { name: "", email: "", password: "" },
});

/** The fields of a step that are still empty, with the sentence that stands beside each. */
export function fieldsMissing({ code, agency, units, administrator }: SetUp, step: number) {
  const wanted: [string, string, string][][] = [
    [
      ["agency.name", agency.name, "Hãy nhập tên cơ quan."],
      ["agency.symbol", agency.symbol, "Hãy nhập ký hiệu, ví dụ SNV hoặc UBND."],
      ["agency.place", agency.place, "Hãy nhập địa danh."],
    ],
    units.flatMap(({ name, shortName }, index): [string, string, string][] => [
      [`units.${index}.name`, name, "Hãy nhập tên đơn vị."],
      [`units.${index}.shortName`, shortName, "Hãy nhập tên viết tắt."],
    ]),
    [
      ["code", code, "Hãy nhập mã thiết lập."],
      ["administrator.name", administrator.name, "Hãy nhập họ và tên."],
      ["administrator.email", administrator.email, "Hãy nhập thư điện tử."],
      ["administrator.password", administrator.password, "Hãy nhập mật khẩu."],
    ],
  ];
  return Object.fromEntries(
    (wanted[step] ?? []).flatMap(([field, value, sentence]) =>
      value.trim() === "" ? [[field, sentence]] : [],
    ),
  );
}

/** The step that asks for a field the server refused. */
export const stepOfField = (field: string): number =>
  field.startsWith("agency") ? 0 : field.startsWith("units") ? 1 : LAST_STEP;

/** What the API takes. */
export const setUpInput = ({ code, agency, units, administrator }: SetUp) => ({
  code: code.trim(),
  agency: {
    ...agency,
    superiorName: agency.superiorName.trim() || null,
    address: null,
    phone: null,
    email: null,
  },
  units: units.map(({ name, shortName, kind }) => ({ name, shortName, kind })),
  administrator,
});
