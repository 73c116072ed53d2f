const escapes: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " " };

/** The words of captions (.vtt or .srt) alone, line by line, without times and marks. */
export const wordsOfCaptions = (captions: string): string[] =>
  captions
    .split(/\r\n|\r|\n/u)
    .filter((line) => line.trim() !== "" && !/^(?:WEBVTT|NOTE|STYLE)|-->|^\d+$/u.test(line.trim()))
    .map((line) =>
      line
        .replace(/<[^>]*>/gu, "")
        .replace(/&(?:amp|lt|gt|nbsp);/gu, (mark) => escapes[mark]!)
        .trim(),
    );
