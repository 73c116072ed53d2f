import { afterAll, describe, expect, test } from "vitest";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import { portalStandsAt } from "#platform/http/portal-address.ts";
import { annexLines } from "./annex.ts";
import { contentItem, proof, sampleChain } from "./chain.fixture.ts";
import type { Chain, ChainTask } from "./chain.ts";
import { composeReport } from "./compose-report.ts";
import { draftText } from "./draft-text.ts";
import { evidenceSheets } from "./evidence-sheets.ts";
import { countFigures } from "./figures.ts";
import { channelOf } from "./placement-channel.ts";
import { issuesToReview } from "./report-requirements.ts";

afterAll(() => portalStandsAt(null));

const afterwards = "2026-11-15T02:00:00.000Z";
const draft = (chain = sampleChain(), takenAt = afterwards) => draftText(chain, countFigures(chain), takenAt);
const section = (heading: string, chain = sampleChain()) =>
  draft(chain).sections.find((one) => one.heading === heading)!.text;

describe("dự thảo báo cáo", () => {
  test("theo bố cục thường dùng năm phần", () => {
    expect(draft().sections.flatMap(({ level, heading }) => (level === 1 ? [heading] : []))).toEqual([
      "Công tác chỉ đạo, điều hành",
      "Kết quả thực hiện",
      "Đánh giá chung",
      "Phương hướng, nhiệm vụ tháng 12 năm 2026",
      "Đề xuất, kiến nghị",
    ]);
    expect(draft().abstract).toBe(
      "Kết quả tuyên truyền cải cách hành chính tháng 11 năm 2026; phương hướng, nhiệm vụ tháng 12 năm 2026",
    );
    expect(draft().addressees).toEqual(["UBND tỉnh Bắc Ninh"]);
  });

  test("mỗi số liệu đứng trong câu với tử số, mẫu số, kỳ và nguồn", () => {
    expect(section("Kết quả chung so với kế hoạch")).toContain(
      "Tính từ ngày 15/10/2026 đến hết ngày 14/11/2026, 1/3 nội dung phải thực hiện (33,3%) theo kế hoạch đã có minh chứng",
    );
    expect(section("Kết quả chung so với kế hoạch")).toContain(
      "(nguồn: Kế hoạch và minh chứng trên hệ thống)",
    );
    expect(section("Công tác chỉ đạo, điều hành")).toContain("Kế hoạch số 12/KH-SVHTTDL ngày 10/02/2026");
    expect(section("Công tác chỉ đạo, điều hành")).toContain(
      "- Kế hoạch số 36/KH-UBND ngày 20/10/2026 về tuyên truyền cải cách.",
    );
  });

  test("khó khăn đơn vị nêu và hạn được lùi đứng trong dự thảo với ngày và bước đã đến; không có thì nói là không có", () => {
    const raised = {
      id: "d1",
      about: "Làm video hướng dẫn",
      unitName: "Phòng Mẫu A",
      what: "Thiếu máy quay.",
      proposal: "Văn phòng cho mượn máy",
      raisedAt: "2026-10-20T02:00:00.000Z",
      gatheredAt: null,
      decidedAt: null,
      decision: null,
    };
    const decided = {
      ...raised,
      id: "d2",
      raisedAt: "2026-10-01T02:00:00.000Z",
      proposal: null,
      gatheredAt: "2026-10-21T02:00:00.000Z",
      decidedAt: "2026-11-02T02:00:00.000Z",
      decision: "Mua mới trong quý IV",
    };
    const extension = {
      id: "e1",
      taskId: "t1",
      title: "Biên soạn sổ tay",
      oldDay: "2026-10-30",
      newDay: "2026-11-10",
      reason: "Chờ quy định mới.",
    };
    const chain: Chain = { ...sampleChain(), difficulties: [raised, decided], extensions: [extension] };
    const shortcomings = section("Tồn tại, hạn chế", chain);
    expect(shortcomings).toContain("Khó khăn, vướng mắc do các đơn vị nêu: 2 (nguồn:");
    expect(shortcomings).toContain(
      "- Phòng Mẫu A (nêu ngày 20/10/2026, về “Làm video hướng dẫn”): Thiếu máy quay; đề nghị văn phòng cho mượn máy; chưa tổng hợp.",
    );
    expect(shortcomings).toContain(
      "- Phòng Mẫu A (nêu ngày 01/10/2026, từ trước kỳ, về “Làm video hướng dẫn”): Thiếu máy quay; lãnh đạo quyết định ngày 02/11/2026: Mua mới trong quý IV.",
    );
    expect(section("Kết quả chung so với kế hoạch", chain)).toContain(
      "- “Biên soạn sổ tay”: từ 30/10/2026 sang 10/11/2026, lý do: chờ quy định mới.",
    );
    expect(section("Tồn tại, hạn chế", { ...sampleChain(), difficulties: [] })).toContain(
      "các đơn vị không nêu khó khăn, vướng mắc nào",
    );
    expect(section("Tồn tại, hạn chế")).not.toContain("vướng mắc");
  });

  test("nội dung được lồng ghép trong hoạt động của đơn vị được nêu, không có thì không nói", () => {
    const row = {
      id: "h1",
      title: "Hội nghị giao ban quý IV.",
      kindLabel: "Hội nghị, hội thảo",
      unitName: "Phòng Mẫu A",
      on: "2026-10-20",
    };
    const told = section("Kết quả chung so với kế hoạch", { ...sampleChain(), embedded: [row] });
    expect(told).toContain("lồng ghép trong 1 hoạt động của đơn vị (nguồn:");
    expect(told).toContain("- Phòng Mẫu A: Hội nghị giao ban quý IV, ngày 20/10/2026.");
    expect(section("Kết quả chung so với kế hoạch")).not.toContain("lồng ghép");
  });

  test("chỉ tiêu theo kỳ: đạt, chưa đạt khi kỳ đã hết; chưa hết kỳ thì nói đang thực hiện", () => {
    const row = {
      id: "g1",
      name: "Viết tin",
      label: "Tháng 11 năm 2026",
      to: "2026-11-14",
      amount: 4,
      unit: "tin",
    };
    const text = section("Kết quả chung so với kế hoạch", {
      ...sampleChain(),
      targets: [
        { ...row, count: 5, met: true },
        { ...row, count: 1, met: false },
        { ...row, label: "Quý IV năm 2026", to: "2026-12-14", count: 2, met: false },
      ],
    });
    expect(text).toContain("đạt 1/2 chỉ tiêu đã hết kỳ");
    expect(text).toContain("- “Viết tin”, tháng 11 năm 2026: đạt, 5/4 tin.");
    expect(text).toContain("- “Viết tin”, tháng 11 năm 2026: chưa đạt, 1/4 tin.");
    expect(text).toContain("quý IV năm 2026: đang thực hiện, 2/4 tin, kỳ đến hết ngày 14/12/2026.");
    expect(section("Kết quả chung so với kế hoạch")).not.toContain("Chỉ tiêu theo kỳ");
  });

  test("đề xuất giải pháp trong cơ quan: đến bước nào nói bước ấy, giao thành nhiệm vụ nào nói nhiệm vụ ấy", () => {
    const made = {
      id: "p1",
      about: null,
      byName: "Nguyễn Văn Mẫu",
      what: "Lập tủ sách dùng chung.",
      proposedAt: "2026-10-20T02:00:00.000Z",
      gatheredAt: null,
      keptAt: null,
      keptReason: null,
      decidedAt: null,
      accepted: null,
      decision: null,
      followedAt: null,
      followedBy: null,
    };
    const decided = { ...made, about: "Làm video", decidedAt: "2026-11-02T02:00:00.000Z", accepted: true };
    const text = section("Đề xuất, kiến nghị", {
      ...sampleChain(),
      proposals: [
        made,
        { ...decided, followedAt: "2026-11-03T02:00:00.000Z", followedBy: "Mở tủ sách" },
        { ...decided, accepted: false, decision: "Chưa có chỗ" },
      ],
    });
    expect(text).toContain(
      "- Nguyễn Văn Mẫu (đề xuất ngày 20/10/2026): Lập tủ sách dùng chung; chưa tổng hợp.",
    );
    expect(text).toContain("chấp nhận ngày 02/11/2026; giao thành nhiệm vụ “Mở tủ sách” ngày 03/11/2026.");
    expect(text).toContain("không chấp nhận ngày 02/11/2026 (chưa có chỗ).");
    expect(section("Đề xuất, kiến nghị")).not.toContain("đề xuất ngày");
  });

  test("điều chưa biết thì nói là chưa biết, điều chỉ người biết thì để chỗ cho người viết", () => {
    expect(section("So với cùng kỳ năm trước")).toContain("chưa có số liệu cùng kỳ năm trước");
    const issues = issuesToReview(draft(), []);
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("Nguyên nhân"),
      expect.stringContaining("Đề xuất, kiến nghị"),
    ]);
  });

  test("so với cùng kỳ: có số liệu thì nêu tăng, giảm, bằng với nguồn; thiếu chỉ tiêu nào thì nói thiếu chỉ tiêu ấy", () => {
    const chain = sampleChain({
      yearBefore: {
        label: "Tháng 11 năm 2025",
        source: "Báo cáo số 140/BC-SVHTTDL",
        figures: [
          { key: "content.published", numerator: 3, denominator: null },
          { key: "units.contributing", numerator: 1, denominator: 2 },
          { key: "evidence.standing", numerator: 0, denominator: null },
        ],
      },
    });
    const text = section("So với cùng kỳ năm trước", chain);
    expect(text).toContain("tháng 11 năm 2025 (nguồn: Báo cáo số 140/BC-SVHTTDL)");
    expect(text).toContain("1 sản phẩm, giảm 2 sản phẩm (66,7%) so với cùng kỳ năm trước (3 sản phẩm)");
    expect(text).toContain("bằng cùng kỳ năm trước (1 đơn vị)");
    expect(text).toContain("tăng 1 minh chứng so với cùng kỳ năm trước (0 minh chứng)");
    expect(text).toContain("Chưa có số liệu cùng kỳ để so sánh: văn bản chỉ đạo, hướng dẫn đã ban hành.");
  });

  test("so với kế hoạch: nhiệm vụ đến hạn trong kỳ, hoặc nói kế hoạch không ghi hạn nào trong kỳ", () => {
    expect(section("Kết quả chung so với kế hoạch")).toContain(
      "không có nhiệm vụ nào ghi hạn hoàn thành trong kỳ",
    );
    const [first, second] = sampleChain().tasks as [ChainTask, ChainTask];
    const due = (dueOn: string) => sampleChain({ tasks: [first, { ...second, dueOn }] });
    for (const [day, said] of [
      ["2026-10-14", "không có nhiệm vụ nào ghi hạn"],
      ["2026-10-15", "0/1 nhiệm vụ đến hạn (0%) trong kỳ đã có minh chứng"],
      ["2026-11-14", "0/1 nhiệm vụ đến hạn (0%) trong kỳ đã có minh chứng"],
      ["2026-11-15", "không có nhiệm vụ nào ghi hạn"],
    ] as const)
      expect(section("Kết quả chung so với kế hoạch", due(day)), day).toContain(said);
  });

  test("UBND ký thay mặt tập thể; không có cơ quan cấp trên thì nơi kính gửi để người soạn ghi", () => {
    const { agency } = sampleChain();
    const commune = draft(sampleChain({ agency: { ...agency, kind: "commune", superiorName: null } }));
    expect(commune.signer.authority).toEqual(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    expect(commune.addressees).toEqual([]);
    expect(issuesToReview(commune, []).map(({ field }) => field)).toContain("addressees");
  });

  test("số liệu chốt trước khi hết kỳ: nói rõ tính đến lúc chốt, không nói là hết kỳ", () => {
    const early = draft(sampleChain(), "2026-11-10T02:00:00.000Z");
    const texts = early.sections.map(({ text }) => text).join("\n");
    expect(texts).toContain("từ ngày 15/10/2026 đến thời điểm lấy số liệu ngày 10/11/2026");
    expect(texts).toContain("kỳ báo cáo kết thúc ngày 14/11/2026, số liệu chưa gồm những ngày còn lại");
    expect(texts).not.toContain("đến hết ngày 14/11/2026");
    // 17:30 of the 14th in Vietnam is still the period; half past midnight of the 15th is not.
    const told = (takenAt: string) =>
      JSON.stringify(draft(sampleChain(), takenAt)).includes("thời điểm lấy số liệu");
    expect(told("2026-11-14T10:30:00.000Z")).toBe(true);
    expect(told("2026-11-14T17:30:00.000Z")).toBe(false);
    const model = composeReport(
      { id: "r", takenAt: "2026-11-10T02:00:00.000Z", frozen: true },
      sampleChain(),
      [],
      early,
      { number: null, issuedOn: null },
    );
    expect(JSON.stringify(model.appendices![1])).toContain("đến thời điểm lấy số liệu ngày 10/11/2026");
  });

  test("kế hoạch chưa có danh mục nội dung: kết quả, tồn tại và phụ lục tính theo nhiệm vụ", () => {
    const tasks = sampleChain().tasks.map((task) => ({ ...task, obligationIds: [] }));
    const chain = sampleChain({ obligations: [], tasks });
    expect(section("Kết quả chung so với kế hoạch", chain)).toContain("chưa được ghi thành danh mục");
    expect(section("Kết quả chung so với kế hoạch", chain)).toContain("có 1/2 nhiệm vụ (50%) được giao");
    expect(section("Kết quả đạt được", chain)).toContain("với 1/2 nhiệm vụ (50%) có minh chứng");
    const lacking = section("Tồn tại, hạn chế", chain);
    expect(lacking).not.toContain("đều đã có minh chứng");
    expect(lacking).toContain("Còn 1/2 nhiệm vụ chưa có minh chứng trong kỳ");
    expect(lacking).toContain("“Viết bài”");
    expect(annexLines(chain).map(({ code, what, state }) => [code, what, state])).toEqual([
      ["Nhiệm vụ 1", "Viết tin", "proven"],
      ["Nhiệm vụ 2", "Viết bài", "open"],
    ]);
    const nothing = section("Tồn tại, hạn chế", sampleChain({ obligations: [], tasks: [] }));
    expect(nothing).toContain("chưa đánh giá được mức độ hoàn thành");
  });

  test("nhiệm vụ không thuộc nội dung nào đứng sau các nội dung trong phụ lục và được nêu khi chưa có minh chứng", () => {
    const [first, second] = sampleChain().tasks as [ChainTask, ChainTask];
    const chain = sampleChain({
      tasks: [first, second, { ...second, id: "t3", title: "Làm phim", obligationIds: [] }],
    });
    expect(annexLines(chain).map(({ code }) => code)).toEqual(["I.1-a", "I.1-b", "II.1-a", "Nhiệm vụ 1"]);
    expect(section("Tồn tại, hạn chế", chain)).toContain(
      "Còn 1/1 nhiệm vụ không thuộc nội dung phải thực hiện nào chưa có minh chứng",
    );
  });

  test("theo trụ cột, theo kênh: có thì nêu từng dòng với tử số, mẫu số; không có thì nói là chưa có", () => {
    const none = sampleChain({ content: [], evidence: [] });
    expect(section("Theo kênh thông tin", none)).toContain("chưa ghi nhận lượt đăng nào");
    expect(section("Theo các trụ cột cải cách hành chính", none)).toContain("chưa có sản phẩm nào");
    const some = sampleChain({
      content: [contentItem("c1", { primaryTheme: "pillar.procedures.disclosure" }), contentItem("c2")],
      evidence: [
        proof("c1"),
        proof("e2", { channel: "Facebook" }),
        proof("e3", { channel: null, url: null }),
      ],
    });
    expect(section("Theo các trụ cột cải cách hành chính", some)).toContain(
      "- Cải cách thủ tục hành chính: 1/2 sản phẩm (50%).",
    );
    expect(section("Theo kênh thông tin", some)).toContain("2 lượt đăng");
    expect(section("Theo kênh thông tin", some)).toContain("- Facebook: 1/2 lượt đăng (50%).");
  });

  test("văn bản cơ quan ban hành và văn bản tiếp nhận được nêu riêng", () => {
    const [received] = sampleChain().documents as [Chain["documents"][number]];
    const chain = sampleChain({
      documents: [
        received,
        { ...received, id: "d2", number: "9/KH-SM", outgoing: true, abstract: "Việc mẫu" },
      ],
    });
    const text = section("Công tác chỉ đạo, điều hành", chain);
    expect(text).toContain("cơ quan đã ban hành 1 văn bản chỉ đạo, hướng dẫn");
    expect(text).toContain("- Kế hoạch số 9/KH-SM ngày 20/10/2026 về việc mẫu.");
    expect(text).toContain("Đã tiếp nhận, triển khai 1 văn bản của cơ quan khác");
  });

  test("mọi dạng kỳ theo cùng bố cục I đến V, tên kỳ và kỳ tới đúng, cách tính kỳ nói rõ", () => {
    for (const [code, basis, label, next] of [
      ["2026-Q4", "decree", "quý IV năm 2026", "quý I năm 2027"],
      ["2026-H1", "decree", "6 tháng đầu năm 2026", "6 tháng cuối năm 2026"],
      ["2026-H2", "decree", "6 tháng cuối năm 2026", "6 tháng đầu năm 2027"],
      ["2026-9M", "decree", "9 tháng đầu năm 2026", "3 tháng cuối năm 2026"],
      ["2026", "decree", "năm 2026", "năm 2027"],
      ["2026", "calendar", "năm 2026", "năm 2027"],
    ] as const) {
      const chain = sampleChain({ period: parsePeriod(code, basis) });
      const { abstract, sections } = draft(chain);
      expect(abstract, code).toContain(`${label}; phương hướng, nhiệm vụ ${next}`);
      expect(sections.filter(({ level }) => level === 1).map(({ heading }) => heading)).toEqual([
        "Công tác chỉ đạo, điều hành",
        "Kết quả thực hiện",
        "Đánh giá chung",
        `Phương hướng, nhiệm vụ ${next}`,
        "Đề xuất, kiến nghị",
      ]);
      expect(sections[0]!.text, code).toContain(
        basis === "decree" ? "kỳ chốt số liệu ngày 14" : "theo tháng dương lịch",
      );
      expect(section("Tồn tại, hạn chế", chain), code).toContain("II.1-a");
    }
  });

  test("nêu tên nội dung, đơn vị, chủ đề còn thiếu", () => {
    expect(section("Tồn tại, hạn chế")).toContain("II.1-a");
    expect(section("Tồn tại, hạn chế")).toContain("Phòng Mẫu B");
    expect(section("Tồn tại, hạn chế")).toContain("1/2 chủ đề (50%) chưa có sản phẩm");
  });

  test("mọi mục nêu số liệu đều chỉ tới số liệu có thật", () => {
    const keys = new Set(countFigures(sampleChain()).map(({ key }) => key));
    for (const { figures } of draft().sections)
      for (const key of figures) expect(keys.has(key), key).toBe(true);
  });
});

describe("phụ lục báo cáo", () => {
  test("liệt kê mọi nội dung theo mã, với nhiệm vụ, sản phẩm, nơi đăng, minh chứng hoặc lý do chưa có", () => {
    const [first, second, third] = annexLines(sampleChain());
    expect(first).toMatchObject({
      code: "I.1-a",
      state: "proven",
      tasks: [{ id: "t1", title: "Viết tin" }],
      products: [{ id: "c1", label: "Tin: Tin mẫu c1" }],
      placements: [
        { channel: "example.vn", url: "https://example.vn/tin-tuc/c1", at: "2026-11-02T01:00:00.000Z" },
      ],
      noneReason: null,
    });
    expect(second!.noneReason).toBe("Cuộc bầu cử đã xong từ tháng 3");
    expect(third!.noneReason).toBe("Chưa có minh chứng, chưa nêu lý do");
    expect([second!.state, third!.state]).toEqual(["explained", "open"]);
  });

  test("minh chứng đã thu hồi vẫn hiện, nói rõ lúc nào và vì sao, không được tính ở bất kỳ cột nào", () => {
    const chain = sampleChain({
      evidence: [
        proof("c1", {
          taskIds: ["t1"],
          withdrawnAt: "2026-11-03T00:00:00.000Z",
          withdrawnReason: "Bài đã thu hồi",
        }),
      ],
    });
    const [line] = annexLines(chain);
    expect(line).toMatchObject({
      state: "open",
      products: [],
      placements: [],
      evidence: [{ withdrawn: { at: "2026-11-03T00:00:00.000Z", reason: "Bài đã thu hồi" } }],
      noneReason: "Chưa có minh chứng, chưa nêu lý do",
    });
    const model = composeReport(
      { id: "r", takenAt: afterwards, frozen: false },
      chain,
      countFigures(chain),
      draft(chain),
      {
        number: null,
        issuedOn: null,
      },
    );
    const printed = JSON.stringify(model.appendices[0]);
    expect(printed).toContain("Minh chứng mẫu c1 (đã thu hồi 07:00, 03/11/2026: Bài đã thu hồi)");
    const [row] = evidenceSheets("r", chain, countFigures(chain))[0]!.rows;
    expect(row![9]).toBe(0);
    expect(row![8]).toContain("đã thu hồi");
  });

  test("mỗi dòng phụ lục dẫn về đúng dòng ấy trên màn hình", () => {
    portalStandsAt({ baseUrl: "https://so.example.vn", host: "127.0.0.1", port: 3000 });
    const chain = sampleChain();
    const model = composeReport({ id: "r", takenAt: afterwards, frozen: false }, chain, [], draft(chain), {
      number: null,
      issuedOn: null,
    });
    const address = "https://so.example.vn/workspace/bao-cao/r/phu-luc?ma=II.1-a";
    expect(JSON.stringify(model.appendices[0])).toContain(`{"text":"II.1-a","link":"${address}"}`);
    expect(evidenceSheets("r", chain, [])[0]!.rows.map((row) => row.at(-1))).toContain(address);
  });

  test("kênh đọc từ địa chỉ: cổng của cơ quan, mạng xã hội quen biết, còn lại theo tên máy chủ", () => {
    portalStandsAt({ baseUrl: "https://so.example.vn", host: "127.0.0.1", port: 3000 });
    for (const [url, channel] of [
      ["/tin-tuc/a", "Cổng thông tin điện tử"],
      ["https://so.example.vn/tin-tuc/a", "Cổng thông tin điện tử"],
      ["https://so.example.vn.lua-dao.example/a", "so.example.vn.lua-dao.example"],
      ["https://www.facebook.com/x", "Facebook"],
      ["https://m.facebook.com/x", "Facebook"],
      ["https://khongphaifacebook.com/x", "khongphaifacebook.com"],
      ["https://www.baomau.vn/x", "baomau.vn"],
      [null, null],
    ] as const)
      expect(channelOf(url), String(url)).toBe(channel);
  });

  test("báo cáo có hai phụ lục, số và ngày để trống khi chưa ban hành, mang dấu dữ liệu mẫu", () => {
    const chain = sampleChain();
    const model = composeReport(
      { id: "r", takenAt: afterwards, frozen: false },
      chain,
      countFigures(chain),
      draft(),
      {
        number: null,
        issuedOn: null,
      },
    );
    expect(model.appendices).toHaveLength(2);
    expect(model).toMatchObject({
      number: null,
      date: null,
      year: 2026,
      symbol: "BC-SVHTTDL",
      sampleMark: "DỮ LIỆU MẪU",
    });
    const [obligations] = model.appendices;
    expect(obligations!.body[0]).toMatchObject({ kind: "table" });
    expect((obligations!.body[0] as { rows: unknown[] }).rows).toHaveLength(3);
  });

  test("bảng tính có một dòng cho mỗi nội dung, minh chứng, sản phẩm và số liệu", () => {
    const chain = sampleChain({ content: [contentItem("c1"), contentItem("c2", { unitId: null })] });
    const sheets = evidenceSheets("r", chain, countFigures(chain));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([3, 1, 2, countFigures(chain).length]);
  });

  test("minh chứng của cả mục đứng ở mọi dòng của mục ấy, ghi rõ là chung, không tính riêng cho nội dung nào", () => {
    const chain = sampleChain({ evidence: [proof("k", { clauses: ["I"], label: "Báo cáo chung" })] });
    const lines = annexLines(chain);
    expect(lines.map(({ code, state, clauseProofs }) => [code, state, clauseProofs.length])).toEqual([
      ["I.1-a", "open", 1],
      ["I.1-b", "explained", 1],
      ["II.1-a", "open", 0],
    ]);
    const model = composeReport(
      { id: "r", takenAt: afterwards, frozen: false },
      chain,
      countFigures(chain),
      draft(chain),
      {
        number: null,
        issuedOn: null,
      },
    );
    expect(JSON.stringify(model.appendices[0])).toContain("Minh chứng chung của mục I: Báo cáo chung");
    const told = annexLines(
      sampleChain({ evidence: [proof("k", { clauses: ["I"], obligationIds: ["o1"] })] }),
    );
    expect(
      told.slice(0, 2).map(({ clauseProofs, evidence }) => [clauseProofs.length, evidence.length]),
    ).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
