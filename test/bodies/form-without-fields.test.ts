import { expect, test } from "vitest";
import { accepting, clientOf } from "./client-of.ts";
import { formDataOf, receive } from "./receive.ts";

const list = { schema: { type: "array", items: { type: "object" } } };

test("a form whose schema is no object is sent with the caller's fields", async () => {
  const { module } = await clientOf({
    "/files": {
      post: {
        operationId: "attach",
        ...accepting({
          "multipart/form-data": {
            schema: { type: "string", format: "binary" },
          },
        }),
      },
    },
    "/rows": {
      post: {
        operationId: "add",
        ...accepting({ "application/x-www-form-urlencoded": list }),
      },
      put: {
        operationId: "replace",
        ...accepting({ "multipart/form-data": list, "application/json": list }),
      },
    },
  });
  const server = await receive();
  const client = module.createClient({ baseUrl: server.url });
  await module["attach"]?.(client, { body: { file: new Blob(["a"]), n: 1 } });
  await module["add"]?.(client, { body: { rows: [1, 2] } });
  await module["replace"]?.(client, { body: [{ a: 1 }] });
  const [attached, added, replaced] = server.received;
  const form = await formDataOf(attached!);
  expect(await (form.get("file") as File).text()).toBe("a");
  expect(form.get("n")).toBe("1");
  expect(added?.text).toBe("rows=1&rows=2");
  expect(replaced?.headers["content-type"]).toBe("application/json");
  expect(replaced?.text).toBe('[{"a":1}]');
});
