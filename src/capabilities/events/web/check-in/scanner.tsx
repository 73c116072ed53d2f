import { Alert, Button, Stack } from "@mantine/core";
import decodeQR from "qr/decode.js";
import { useEffect, useRef, useState } from "react";

const EVERY_MS = 200;
const MOST_WIDTH = 640;
/** A code that was away for so long is shown anew: by somebody else, perhaps, with a copy. */
const AWAY_MS = 1_500;
const NO_CAMERA = "Không mở được máy ảnh. Hãy cho phép dùng máy ảnh, hoặc gõ mã in dưới hình mã.";

/** What the code in a picture says; null: none is to be read there. */
function codeIn(picture: ImageData): string | null {
  try {
    return decodeQR(picture);
  } catch {
    return null;
  }
}

/** Reads codes with the camera of this device; everything stays on it. */
export function Scanner({ onText }: { onText: (text: string) => void }) {
  const [on, setOn] = useState(false);
  const [fault, setFault] = useState("");
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onText);
  told.current = onText;
  useEffect(() => {
    if (!on) return;
    let stream: MediaStream | null = null;
    let ended = false;
    let last = "";
    let lastAt = 0;
    const canvas = document.createElement("canvas");
    const look = () => {
      const shown = video.current;
      if (!shown || shown.videoWidth === 0) return;
      const scale = Math.min(1, MOST_WIDTH / shown.videoWidth);
      canvas.width = Math.round(shown.videoWidth * scale);
      canvas.height = Math.round(shown.videoHeight * scale);
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (!context) return;
      context.drawImage(shown, 0, 0, canvas.width, canvas.height);
      const text = codeIn(context.getImageData(0, 0, canvas.width, canvas.height));
      if (text === null) return;
      // The same picture stands before the camera for a while.
      const isStill = text === last && Date.now() - lastAt < AWAY_MS;
      [last, lastAt] = [text, Date.now()];
      if (isStill) return;
      told.current(text);
    };
    const timer = setInterval(look, EVERY_MS);
    // Browsers hide the camera from pages without https.
    const camera = async () => navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    camera()
      .then(async (opened) => {
        stream = opened;
        if (ended || !video.current) return opened.getTracks().forEach((track) => void track.stop());
        video.current.srcObject = opened;
        await video.current.play();
      })
      .catch(() => {
        setFault(NO_CAMERA);
        setOn(false);
      });
    return () => {
      ended = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [on]);
  return (
    <Stack gap="xs">
      {on && (
        <video
          ref={video}
          muted
          playsInline
          aria-label="Hình từ máy ảnh"
          style={{ width: "100%", maxHeight: "50vh" }}
        >
          <track kind="captions" />
        </video>
      )}
      <Button
        size="lg"
        variant={on ? "default" : "filled"}
        onClick={() => {
          setFault("");
          setOn(!on);
        }}
      >
        {on ? "Tắt máy ảnh" : "Quét mã bằng máy ảnh"}
      </Button>
      {fault && (
        <Alert color="orange" role="alert">
          {fault}
        </Alert>
      )}
    </Stack>
  );
}
