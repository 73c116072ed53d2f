// Nobody there: asked first, then everything that was looked at is forgotten.
globalThis.kioskIdle = (() => {
  /** So long the question can be answered. */
  const ANSWER_SECONDS = 20;

  /** `isAtStart`: nothing to forget. `reset` forgets. */
  const start = ({ seconds, isAtStart, reset }) => {
    let touched = Date.now();
    let wait = seconds;
    const dialog = document.createElement("dialog");
    dialog.className = "idle";
    dialog.setAttribute("aria-labelledby", "con-do");
    const title = document.createElement("h2");
    title.id = "con-do";
    title.textContent = "Bạn còn xem không?";
    const words = document.createElement("p");
    const stay = document.createElement("button");
    stay.type = "button";
    stay.textContent = "Tôi còn xem";
    const leave = document.createElement("button");
    leave.type = "button";
    leave.className = "second";
    leave.textContent = "Về màn hình đầu";
    dialog.append(title, words, stay, leave);
    document.body.append(dialog);

    const touch = () => {
      touched = Date.now();
    };
    const answer = (stays) => {
      touch();
      if (dialog.open) dialog.close();
      if (!stays) reset();
    };
    stay.addEventListener("click", () => answer(true));
    leave.addEventListener("click", () => answer(false));
    // Escape is an answer too: somebody is there.
    dialog.addEventListener("close", touch);
    for (const kind of ["pointerdown", "keydown", "scroll", "input"])
      addEventListener(kind, () => !dialog.open && touch(), { capture: true, passive: true });

    setInterval(() => {
      if (isAtStart()) return touch();
      const idle = (Date.now() - touched) / 1000;
      if (idle < wait) return undefined;
      const left = Math.ceil(wait + ANSWER_SECONDS - idle);
      if (left <= 0) return answer(false);
      words.textContent = `Màn hình sẽ trở về đầu và quên những gì bạn đã xem sau ${left} giây.`;
      if (!dialog.open) {
        dialog.showModal();
        stay.focus();
      }
      return undefined;
    }, 1000);
    return {
      touch,
      setSeconds: (next) => {
        wait = next;
      },
    };
  };

  return { start };
})();
