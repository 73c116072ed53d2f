import type { Chain, ChainContent, ChainEvidence } from "./chain.ts";

/** An item as the tests of this capability need it; `more` replaces parts. */
export const contentItem = (id: string, more: Partial<ChainContent> = {}): ChainContent => ({
  id,
  kind: "news",
  kindLabel: "Tin",
  title: `Tin mẫu ${id}`,
  unitId: "u1",
  primaryTheme: "policy",
  themes: [],
  state: "published",
  publishedAt: "2026-11-02T01:00:00.000Z",
  url: `https://example.vn/tin-tuc/${id}`,
  withdrawnAt: null,
  taskIds: ["t1"],
  obligationIds: [],
  revisionHash: null,
  ...more,
});

export const proof = (id: string, more: Partial<ChainEvidence> = {}): ChainEvidence => ({
  id,
  label: `Minh chứng mẫu ${id}`,
  url: `https://example.vn/tin-tuc/${id}`,
  at: "2026-11-02T01:00:00.000Z",
  source: "newsroom",
  sourceId: id,
  taskIds: [],
  obligationIds: [],
  withdrawnAt: null,
  ...more,
});

/** A small chain: three obligations, two tasks, two units; one obligation proven, one explained, one open. */
export const sampleChain = (more: Partial<Chain> = {}): Chain => ({
  agency: {
    name: "Sở Văn hóa, Thể thao và Du lịch",
    superiorName: "UBND TỈNH BẮC NINH",
    symbol: "SVHTTDL",
    place: "Bắc Ninh",
    isSample: true,
  },
  plan: {
    id: "p",
    title: "Kế hoạch mẫu",
    number: "12",
    symbol: "KH-SVHTTDL",
    date: "2026-02-10",
    year: 2026,
  },
  period: {
    code: "2026-11",
    basis: "decree",
    kind: "month",
    from: "2026-10-15",
    to: "2026-11-14",
    label: "Tháng 11 năm 2026",
  },
  units: [
    { id: "u1", name: "Phòng Mẫu A", shortName: "PMA", kind: "division" },
    { id: "u2", name: "Phòng Mẫu B", shortName: "PMB", kind: "division" },
  ],
  themes: [
    {
      slug: "policy",
      label: "Chủ trương, chính sách",
      group: "policy",
      groupLabel: "Chủ trương, chính sách",
    },
    { slug: "results", label: "Kết quả nổi bật", group: "results", groupLabel: "Kết quả nổi bật" },
  ],
  documents: [
    {
      id: "d1",
      number: "36/KH-UBND",
      type: "Kế hoạch",
      issuedOn: "2026-10-20",
      abstract: "Tuyên truyền cải cách",
    },
  ],
  obligations: [
    {
      id: "o1",
      code: "I.1-a",
      what: "Hoàn thành việc được giao",
      themes: [],
      leadUnits: ["Phòng Mẫu A"],
      noneReason: null,
    },
    {
      id: "o2",
      code: "I.1-b",
      what: "Truyền thông về bầu cử",
      themes: [],
      leadUnits: [],
      noneReason: "Cuộc bầu cử đã xong từ tháng 3",
    },
    {
      id: "o3",
      code: "II.1-a",
      what: "Viết về kết quả nổi bật",
      themes: [],
      leadUnits: ["Phòng Mẫu B"],
      noneReason: null,
    },
  ],
  tasks: [
    {
      id: "t1",
      title: "Viết tin",
      obligationIds: ["o1"],
      leadUnitId: "u1",
      leadUnitText: "Phòng Mẫu A",
      due: "Thường xuyên",
      deliverable: "Tin",
    },
    {
      id: "t2",
      title: "Viết bài",
      obligationIds: ["o2", "o3"],
      leadUnitId: "u2",
      leadUnitText: "Phòng Mẫu B",
      due: null,
      deliverable: "Bài",
    },
  ],
  content: [contentItem("c1")],
  evidence: [proof("c1", { taskIds: ["t1"] })],
  publishedYearBefore: null,
  ...more,
});
