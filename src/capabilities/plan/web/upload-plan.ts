import { ORPCError } from "@orpc/client";

/** What the server says about a refused request. */
interface Refusal {
  code?: string;
  message?: string;
  data?: unknown;
}

/**
 * Sends a document for reading and tells how much of it has left (0 to 1; at 1 the server is reading), which `fetch`
 * cannot. Gives the preview's id. Rejects like the client of the API: ORPCError when refused, TypeError when cut off.
 */
export function uploadPlan(file: File, onSent: (share: number) => void): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/plan-imports");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onSent(1);
    request.onerror = () => reject(new TypeError("network"));
    request.onload = () => {
      const { status, response } = request;
      if (status >= 200 && status < 300 && response) return resolve(response as { id: string });
      const { code = "INTERNAL_SERVER_ERROR", message, data }: Refusal = response ?? {};
      reject(new ORPCError(code, { status, message: message ?? "", data }));
    };
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}
