import { OpenAPIGenerator } from "@orpc/openapi";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { ORPCError, onError, ValidationError } from "@orpc/server";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { Hono } from "hono";
import type { Actor } from "#platform/auth/actor.ts";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import type { ApiContext } from "#platform/http/api-context.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { contracts } from "../contracts.ts";
import { plugs } from "../plugs.ts";
import { describeCalls } from "./describe-calls.ts";
import { referencePage } from "./reference-page.ts";

export interface ApiParts {
  database: Database;
  config: Config;
  actorOf: (database: Database, headers: Headers) => Promise<Actor | null>;
  onFault?: (error: unknown, request: Request) => void;
}

/** Fields that a validation refused, in the form that screens show beside them. */
function invalidInput(error: unknown): unknown {
  if (
    !(error instanceof ORPCError) ||
    error.code !== "BAD_REQUEST" ||
    !(error.cause instanceof ValidationError)
  )
    return error;
  const issues = error.cause.issues.map(({ path = [], message }) => ({
    field: path.map((part) => (typeof part === "object" ? part.key : part)).join("."),
    message,
  }));
  return new ORPCError("BAD_REQUEST", {
    status: 400,
    message: "Dữ liệu gửi lên chưa đúng; chưa có gì thay đổi. Hãy xem các trường được nêu.",
    data: { issues },
    cause: error.cause,
  });
}

/** Nothing that a screen sends is nested deeper; what is goes to the validation as it came. */
const deepest = 500;

/** The input as the database can keep it: PostgreSQL has no NUL character and no half of a letter. */
function storable(input: unknown, depth = 0): unknown {
  if (typeof input === "string") return input.replaceAll("\u0000", "").toWellFormed();
  if (input === null || typeof input !== "object" || input instanceof Blob || depth > deepest) return input;
  if (Array.isArray(input)) return input.map((part) => storable(part, depth + 1));
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, storable(value, depth + 1)]));
}

/** The REST interface of all capabilities under /api, its OpenAPI document and a reference page. */
export function createApi({ database, config, actorOf, onFault }: ApiParts): Hono {
  const router = Object.fromEntries(
    plugs.flatMap(({ capability, routes }) => (routes ? [[capability, routes]] : [])),
  );
  const handler = new OpenAPIHandler<ApiContext>(router, {
    clientInterceptors: [
      ({ next, ...call }) => next({ ...call, input: storable(call.input) }),
      onError((error) => {
        throw invalidInput(error);
      }),
    ],
  });
  const app = new Hono();
  const outgoingCalls = plugs.flatMap((plug) => plug.outgoingCalls ?? []);
  let document: Promise<unknown> | null = null;
  const describe = () => {
    document ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
      .generate(contracts, {
        info: { title: "Gần Dân", version: "1", description: "Giao diện lập trình của Gần Dân" },
        servers: [{ url: "/api" }],
      })
      .then((described) => ({ ...described, webhooks: describeCalls(outgoingCalls) }));
    return document;
  };
  app.get("/api/openapi.json", async (c) => c.json((await describe()) as object));
  app.get("/api", async (c) => c.html(referencePage(await describe(), outgoingCalls)));
  app.all("/api/*", async (c) => {
    c.header("Cache-Control", "no-store");
    const headers = c.req.raw.headers;
    const actor = await actorOf(database, headers);
    try {
      const { matched, response } = await handler.handle(c.req.raw, {
        prefix: "/api",
        context: { database, actor, address: callerAddress(c, config), headers },
      });
      if (matched) {
        if (response.status >= 500) onFault?.(new Error(`HTTP ${response.status}`), c.req.raw);
        // An answer that was made whole takes no header from the context.
        if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-store");
        return response;
      }
    } catch (error) {
      onFault?.(error, c.req.raw);
      return c.json(
        { code: "INTERNAL_SERVER_ERROR", message: "Máy chủ gặp lỗi; chưa có gì được lưu. Hãy thử lại." },
        500,
      );
    }
    return c.json({ code: "NOT_FOUND", message: "Không có địa chỉ này trong giao diện lập trình." }, 404);
  });
  return app;
}
