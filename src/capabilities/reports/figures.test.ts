import { describe, expect, test } from "vitest";
import { annexLines } from "./annex.ts";
import { canonicalJson } from "./canonical-json.ts";
import { contentItem, proof, sampleChain } from "./chain.fixture.ts";
import { readChain } from "./chain.ts";
import { differences } from "./differences.ts";
import { figureInWords } from "./figure.ts";
import { figureRows } from "./figure-rows.ts";
import { countFigures } from "./figures.ts";

const figure = (key: string, chain = sampleChain()) => countFigures(chain).find((one) => one.key === key)!;

const collected = (chain = sampleChain()) => ({
  chain,
  figures: countFigures(chain),
  annex: annexLines(chain),
});

describe("số liệu báo cáo", () => {
  test("mỗi nội dung phải thực hiện được đếm đúng một lần: có minh chứng, có lý do, hoặc còn thiếu", () => {
    expect(figure("obligations.with-evidence").rows.ids).toEqual(["o1"]);
    expect(figure("obligations.with-reason").rows.ids).toEqual(["o2"]);
    expect(figure("obligations.open").rows.ids).toEqual(["o3"]);
    expect(figure("obligations.open").denominator).toBe(3);
  });

  test("minh chứng nêu rõ nội dung thì chỉ tính cho nội dung ấy, không tính cho cả nhiệm vụ", () => {
    const chain = sampleChain({ evidence: [proof("e", { taskIds: ["t2"], obligationIds: ["o3"] })] });
    expect(figure("obligations.with-evidence", chain).rows.ids).toEqual(["o3"]);
    expect(figure("tasks.with-evidence", chain).rows.ids).toEqual(["t2"]);
  });

  test("minh chứng đã thu hồi không chứng minh gì", () => {
    const chain = sampleChain({
      evidence: [proof("e", { taskIds: ["t1"], withdrawnAt: "2026-11-03T00:00:00.000Z" })],
    });
    expect(figure("obligations.with-evidence", chain).numerator).toBe(0);
    expect(figure("evidence.standing", chain).numerator).toBe(0);
  });

  test("chủ đề phụ cũng tính là đã bao phủ, còn số sản phẩm theo nhóm chỉ tính chủ đề chính", () => {
    const chain = sampleChain({ content: [contentItem("c", { themes: ["results"] })] });
    expect(figure("themes.covered", chain).numerator).toBe(2);
    expect(figure("content.by-theme-group.results", chain).numerator).toBe(0);
  });

  test("đơn vị chưa có sản phẩm vẫn hiện với số 0", () => {
    expect(figure("content.by-unit.u2")).toMatchObject({
      label: "Phòng Mẫu B",
      numerator: 0,
      denominator: 1,
    });
  });

  test("tử số luôn bằng số dòng đứng sau và mở ra đúng các dòng ấy", () => {
    const chain = sampleChain();
    for (const one of countFigures(chain)) {
      expect(one.rows.ids, one.key).toHaveLength(one.numerator);
      expect(figureRows(chain, one), one.key).toHaveLength(one.numerator);
      expect(one.source).not.toBe("");
    }
  });

  test("số viết kiểu Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy thập phân", () => {
    const counted = {
      key: "k",
      label: "",
      unit: "nhiệm vụ",
      source: "",
      rows: { kind: "task" as const, ids: [] },
    };
    expect(figureInWords({ ...counted, numerator: 1, denominator: 3 })).toBe("1/3 nhiệm vụ (33,3%)");
    expect(figureInWords({ ...counted, numerator: 0, denominator: 0 })).toBe("không phát sinh nhiệm vụ");
    expect(figureInWords({ ...counted, numerator: 12345, denominator: null })).toBe("12.345 nhiệm vụ");
  });
});

describe("khác biệt so với số liệu đã chốt", () => {
  test("không có gì khác khi dữ liệu không đổi, kể cả sau khi ghi ra và đọc lại", () => {
    const frozen = JSON.parse(canonicalJson(collected()));
    expect(differences(frozen, collected())).toEqual({ figures: [], rows: [] });
  });

  test("nêu số liệu đã đổi và từng dòng thêm, bớt, sửa", () => {
    const now = sampleChain({
      content: [contentItem("c1", { title: "Tên mới" }), contentItem("c2")],
      evidence: [],
    });
    const found = differences(collected(), collected(now));
    expect(found.figures.map(({ key }) => key)).toContain("content.published");
    expect(found.figures.map(({ key }) => key)).toContain("obligations.with-evidence");
    expect(found.rows).toEqual([
      { kind: "content", id: "c1", label: "Tên mới", change: "changed" },
      { kind: "content", id: "c2", label: "Tin mẫu c2", change: "added" },
      { kind: "evidence", id: "c1", label: "Minh chứng mẫu c1", change: "removed" },
    ]);
  });
});

describe("báo cáo chốt bởi phiên bản trước", () => {
  test("vẫn đọc được; điều ngày ấy chưa ghi thì là chưa biết, không bị coi là đã đổi", () => {
    const { yearBefore: _, pillars: __, ...now } = sampleChain();
    const kept = {
      ...now,
      publishedYearBefore: 3,
      documents: now.documents.map(({ outgoing: _o, ...one }) => one),
      tasks: now.tasks.map(({ dueOn: _d, doneThisYear: _t, ...one }) => one),
      evidence: now.evidence.map(({ channel: _c, withdrawnReason: _r, ...one }) => one),
    };
    const chain = readChain(JSON.parse(canonicalJson(kept)));
    expect(chain.yearBefore?.figures).toEqual([
      { key: "content.published", numerator: 3, denominator: null },
    ]);
    expect(chain.evidence[0]).toMatchObject({ channel: null, withdrawnReason: null });
    expect(differences({ ...collected(chain), figures: [] }, { ...collected(), figures: [] }).rows).toEqual(
      [],
    );
    expect(annexLines(chain)[0]!.placements[0]!.channel).toBe("Kênh chưa rõ");
  });
});
