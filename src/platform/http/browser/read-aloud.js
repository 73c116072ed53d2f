// Reads the main text of a page aloud with the browser's own Vietnamese voice. Without such a voice nothing is shown.
globalThis.readAloud = (() => {
  const speech = globalThis.speechSynthesis;
  const BLOCKS = "h1,h2,h3,h4,p,li,dt,dd,th,td,figcaption,blockquote,pre,summary,address,.line";
  const LEFT_OUT = "nav,form,script,style,button,audio,video,svg,.read-aloud,[aria-hidden=true],[hidden]";
  // Voices of browsers stop in the middle of what is longer.
  const SHORT = /[\s\S]{1,200}(?=\s|$)|[\s\S]{1,200}/g;
  const MARK = "dang-doc";

  const voice = () => speech?.getVoices().find(({ lang }) => /^vi\b/i.test(lang.replace("_", "-")));

  /** Calls back once there is a Vietnamese voice: browsers bring theirs late, or never. */
  const whenAble = (callback) => {
    if (!speech) return;
    if (voice()) callback();
    else speech.addEventListener?.("voiceschanged", () => voice() && callback(), { once: true });
  };

  const isLeftOut = (node, root) => {
    const out = node.parentElement?.closest(LEFT_OUT);
    return out !== null && root.contains(out);
  };

  /** Pieces that are said one after the other, each with where its letters stand. */
  const piecesOf = (root) => {
    const pieces = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let block = null;
    let run = [];
    const end = () => {
      const text = run.map((node) => node.data).join("");
      const parts = Intl.Segmenter
        ? [...new Intl.Segmenter("vi", { granularity: "sentence" }).segment(text)].map(
            ({ segment }) => segment,
          )
        : [text];
      let at = 0;
      for (const part of parts.flatMap((one) => one.match(SHORT) ?? [])) {
        const said = part.replace(/\s+/g, " ").trim();
        if (/[\p{L}\p{N}]/u.test(said))
          pieces.push({ said, block, nodes: run, from: at, to: at + part.length });
        at += part.length;
      }
      run = [];
    };
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // What stands between, such as a dot for the eye alone, is a pause.
      if (isLeftOut(node, root)) {
        if (node.parentElement.closest(BLOCKS) === block) end();
        continue;
      }
      const own = node.parentElement.closest(BLOCKS) ?? root;
      if (own !== block) {
        end();
        block = own;
      }
      run.push(node);
    }
    end();
    return pieces;
  };

  /** Letters of the nodes of a piece as a range of the document. */
  const rangeOf = ({ nodes, from, to }) => {
    const range = document.createRange();
    let at = 0;
    for (const node of nodes) {
      const next = at + node.data.length;
      if (from >= at && from <= next) range.setStart(node, from - at);
      if (to >= at && to <= next) range.setEnd(node, to - at);
      at = next;
    }
    return range;
  };

  const mark = (piece) => {
    if (globalThis.CSS?.highlights) {
      if (piece) CSS.highlights.set(MARK, new Highlight(rangeOf(piece)));
      else CSS.highlights.delete(MARK);
    } else {
      for (const one of document.querySelectorAll(`.${MARK}`)) one.classList.remove(MARK);
      piece?.block.classList.add(MARK);
    }
    if (piece) piece.block.scrollIntoView({ block: "nearest" });
  };

  let current = null;
  /** Ends what is being read, wherever it was begun. */
  const stop = () => current?.stop();

  /** Buttons that read `root`, put where `place` says; `noted` hears each sentence. */
  const mount = (root, place, noted = () => {}) => {
    const bar = document.createElement("div");
    bar.className = "read-aloud";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Nghe đọc trang này");
    const button = (words, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = words;
      made.addEventListener("click", act);
      bar.append(made);
      return made;
    };
    const told = document.createElement("span");
    told.className = "unseen";
    told.setAttribute("role", "status");
    let pieces = [];
    let at = 0;
    // Counts what was begun: an utterance that was cut off ends later, and must not go on with the next.
    let turn = 0;

    const show = (state) => {
      main.textContent = state === "reading" ? "Tạm dừng" : state === "paused" ? "Đọc tiếp" : "Đọc to";
      halt.hidden = state === "still";
      bar.dataset.state = state;
    };
    const sayNext = () => {
      const piece = pieces[at];
      if (!piece) return finish("Đã đọc xong.");
      const mine = turn;
      const said = new SpeechSynthesisUtterance(piece.said);
      said.voice = voice();
      said.lang = said.voice.lang;
      said.onend = () => {
        if (mine !== turn) return;
        at += 1;
        sayNext();
      };
      said.onerror = () => mine === turn && finish("Không đọc tiếp được.");
      mark(piece);
      noted();
      speech.speak(said);
    };
    const cut = () => {
      turn += 1;
      speech.cancel();
    };
    const finish = (words) => {
      cut();
      mark(null);
      at = 0;
      current = null;
      told.textContent = words;
      if (document.activeElement === halt) main.focus();
      show("still");
    };
    const reader = { stop: () => finish("") };
    const main = button("Đọc to", () => {
      const { state } = bar.dataset;
      // Cut off and begun again at its sentence: browsers on telephones do not hold a voice.
      if (state === "reading") {
        cut();
        return show("paused");
      }
      if (state !== "paused") {
        stop();
        pieces = piecesOf(root);
        at = 0;
      }
      current = reader;
      told.textContent = "";
      cut();
      show("reading");
      sayNext();
    });
    const halt = button("Dừng đọc", () => finish("Đã dừng đọc."));
    bar.append(told);
    show("still");
    place(bar);
  };

  globalThis.addEventListener("pagehide", stop);
  return { whenAble, mount, stop };
})();

readAloud.whenAble(() => {
  const root = document.querySelector("[data-doc-to]");
  const title = root?.querySelector("h1");
  if (title) readAloud.mount(root, (bar) => title.after(bar));
});
