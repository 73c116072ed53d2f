// The screens that people touch. Where they are stands in this page alone: no address, no history, nothing kept.
(() => {
  const place = document.getElementById("quay");
  const { base } = place.dataset;
  let data = null;
  let index = [];
  /** Data that came while somebody was looking; shown from the start screen on. */
  let waiting = null;
  let state = { isOnline: true, lookedAt: null };
  /** What was seen before, for the button back. */
  let trail = [];
  let here = { screen: "start" };
  let idle = null;

  const make = (tag, { text, className, children = [], ...rest } = {}) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    for (const [name, value] of Object.entries(rest)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const button = (text, act, className = "") => {
    const made = make("button", { text, className, type: "button" });
    made.addEventListener("click", act);
    return made;
  };

  /** The squares of a code as a picture with a name. */
  const picture = ({ size, rows }, name) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const dark = rows.flatMap((row, y) =>
      [...row].flatMap((digit, at) =>
        [8, 4, 2, 1].flatMap((bit, nth) =>
          Number.parseInt(digit, 16) & bit ? [`M${at * 4 + nth} ${y}h1v1h-1z`] : [],
        ),
      ),
    );
    path.setAttribute("d", dark.join(""));
    svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
    svg.setAttribute("class", "code");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", name);
    svg.append(path);
    return svg;
  };

  const go = (next) => {
    trail.push(here);
    here = next;
    draw();
  };
  const back = () => {
    here = trail.pop() ?? { screen: "start" };
    draw();
  };
  /** Everything that somebody looked at or typed is gone. */
  const reset = () => {
    trail = [];
    here = { screen: "start" };
    if (waiting) take(waiting);
    draw();
  };

  const count = (number) => `${number.toLocaleString("vi-VN")} thủ tục`;

  const rowsOf = (procedures) =>
    make("ul", {
      className: "big-list",
      children: procedures.map((one) =>
        make("li", {
          children: [
            button(one.isPaused ? `${one.name} (đang tạm dừng)` : one.name, () =>
              go({ screen: "one", code: one.code }),
            ),
          ],
        }),
      ),
    });

  const start = () => {
    const fields = Map.groupBy(data.procedures, ({ field }) => field || "Lĩnh vực khác");
    const named = [...fields].toSorted(([a], [b]) => a.localeCompare(b, "vi"));
    return [
      make("h1", { text: "Bạn cần làm thủ tục gì?" }),
      ...(data.message ? [make("p", { className: "message", text: data.message })] : []),
      button("Tìm bằng chữ", () => go({ screen: "search", typed: "" }), "main"),
      make("h2", { text: "Chọn lĩnh vực" }),
      make("ul", {
        className: "big-list by-field",
        children: [
          ...named.map(([field, all]) => {
            const made = button(field, () => go({ screen: "field", field }));
            made.append(make("span", { className: "how-many", text: count(all.length) }));
            return make("li", { children: [made] });
          }),
        ],
      }),
    ];
  };

  const field = () => [
    make("h1", { text: here.field }),
    rowsOf(data.procedures.filter((one) => (one.field || "Lĩnh vực khác") === here.field)),
  ];

  const search = () => {
    const input = make("input", {
      ...{ id: "tim", type: "search", inputmode: "none", autocomplete: "off", maxlength: "100" },
    });
    input.value = here.typed;
    const found = make("div", { className: "matches" });
    const told = make("p", { className: "told", role: "status" });
    const typed = (text) => {
      here.typed = text;
      const all = kioskSearch.find(index, text);
      told.textContent =
        text.trim() === ""
          ? "Gõ vài chữ trong tên thủ tục; không cần gõ dấu."
          : all.length === 0
            ? "Không có thủ tục nào khớp. Hãy bớt chữ, hoặc về màn hình đầu chọn lĩnh vực."
            : `Tìm thấy ${count(all.length)}.`;
      found.replaceChildren(...(all.length > 0 ? [rowsOf(all.slice(0, 30))] : []));
    };
    input.addEventListener("input", () => typed(input.value));
    const keys = make("div", {});
    kioskKeyboard.mount(keys, input, typed);
    typed(here.typed);
    return [
      make("h1", { text: "Tìm thủ tục" }),
      make("label", { for: "tim", text: "Tên thủ tục, việc cần làm hoặc mã" }),
      input,
      keys,
      told,
      found,
    ];
  };

  const untold = ["Chưa có thông tin"];
  const pair = (title, lines) =>
    make("div", {
      children: [
        make("dt", { text: title }),
        ...(lines.length > 0 ? lines : untold).map((line) => make("dd", { text: line })),
      ],
    });

  const bring = ({ bring: cases }) =>
    cases.flatMap((one) => [
      ...(one.case ? [make("h3", { text: `Trường hợp: ${one.case}` })] : []),
      make("ul", { children: one.papers.map((paper) => make("li", { text: paper })) }),
    ]);

  const taken = (name, facts, code) =>
    make("figure", {
      children: [
        picture(code, `Mã QR: ${name}`),
        make("figcaption", { children: [make("strong", { text: name }), make("span", { text: facts })] }),
      ],
    });

  const one = () => {
    const found = data.procedures.find(({ code }) => code === here.code);
    if (!found) return [make("h1", { text: "Thủ tục này không còn ở đây" })];
    const title = make("h1", { text: found.name });
    const words = make("article", {
      children: [
        title,
        make("p", { className: "soft", text: [`Mã ${found.code}`, found.field].filter(Boolean).join(" · ") }),
        ...(found.isPaused ? [make("p", { className: "paused", text: "Thủ tục này đang tạm dừng." })] : []),
        make("dl", {
          className: "facts-now",
          children: [
            pair("Nộp ở đâu", found.where),
            pair("Bao lâu", found.howLong),
            pair("Phí, lệ phí", found.howMuch),
            pair("Kết quả", found.results),
          ],
        }),
        make("h2", { text: "Cần mang theo" }),
        ...(found.bring.length > 0 ? bring(found) : [make("p", { text: untold[0] })]),
      ],
    });
    readAloud.whenAble(() =>
      readAloud.mount(
        words,
        (bar) => title.after(bar),
        () => idle?.touch(),
      ),
    );
    return [
      make("div", {
        className: "one",
        children: [
          words,
          make("section", {
            className: "take-home",
            "aria-label": "Mang về điện thoại",
            children: [
              make("h2", { text: "Mang về điện thoại" }),
              make("p", { text: "Mở máy ảnh của điện thoại, hướng vào mã." }),
              taken("Trang của thủ tục", "Xem đủ trên điện thoại", found.page),
              ...found.forms.map(({ name, facts, code }) => taken(name, `Biểu mẫu, ${facts}`, code)),
              ...(data.phone ? [make("p", { text: `Hỏi thêm: ${data.phone}` })] : []),
            ],
          }),
        ],
      }),
    ];
  };

  const screens = { start, field, search, one };
  const bar = make("div", { className: "top" });
  const content = make("div", { className: "screen" });
  const foot = make("p", { className: "state", role: "status" });

  const drawState = () => {
    const at = state.lookedAt?.toLocaleString("vi-VN", {
      ...{ timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit" },
      ...{ day: "2-digit", month: "2-digit", year: "numeric" },
    });
    const words = state.isOnline ? "" : "Đang ngoại tuyến: xem được như lần cập nhật sau cùng. ";
    foot.textContent = data ? `${words}Cập nhật lúc ${at ?? "chưa rõ"}.` : "";
    foot.classList.toggle("offline", !state.isOnline);
  };

  const draw = () => {
    readAloud.stop();
    const isStart = here.screen === "start";
    bar.replaceChildren(
      make("strong", { text: data.agency }),
      ...(isStart ? [] : [button("← Quay lại", back, "second"), button("Về màn hình đầu", reset, "second")]),
    );
    content.replaceChildren(...screens[here.screen]());
    drawState();
    scrollTo(0, 0);
    const title = content.querySelector("h1");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  };

  const isAtStart = () => here.screen === "start" && trail.length === 0;
  const take = (next) => {
    waiting = null;
    if (data !== null && next.program !== data.program && state.isOnline) location.reload();
    data = next;
    index = kioskSearch.indexOf(data.procedures);
    idle?.setSeconds(data.idleSeconds);
  };

  kioskOffline.start({
    base,
    onData: (next) => {
      if (data !== null && !isAtStart()) {
        waiting = next;
        return;
      }
      const isFirst = data === null;
      take(next);
      if (isFirst) {
        place.replaceChildren(bar, content, foot);
        idle = kioskIdle.start({ seconds: data.idleSeconds, isAtStart, reset });
      }
      draw();
    },
    onState: (next) => {
      state = next;
      if (data) drawState();
      else if (!state.isOnline)
        place.replaceChildren(
          make("h1", { text: "Chưa mở được màn hình tra cứu" }),
          make("p", { text: "Máy chưa có mạng và chưa giữ nội dung nào. Màn hình tự mở khi có mạng lại." }),
        );
    },
  });
})();
