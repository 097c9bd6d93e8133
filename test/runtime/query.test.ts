import { describe, expect, test } from "vitest";
import { cookieForm } from "../../templates/runtime/cookie.ts";
import {
  cookieJoined,
  cookiePlainJoined,
} from "../../templates/runtime/cookie-joined.ts";
import { cookiePlain } from "../../templates/runtime/cookie-plain.ts";
import { formBody } from "../../templates/runtime/form-body.ts";
import { simple, simpleExploded } from "../../templates/runtime/header.ts";
import type { ParameterStyle } from "../../templates/runtime/operation.ts";
import {
  deepObject,
  form,
  formJoined,
  formOfLists,
  jsonParameter,
  pipeDelimited,
  spaceDelimited,
  tabDelimited,
} from "../../templates/runtime/query.ts";
import { reserved } from "../../templates/runtime/reserved.ts";
import { tagged } from "../../templates/runtime/tagged.ts";
import { untagging } from "../../templates/runtime/untagging.ts";
import { impatient } from "./client.ts";
import { createPet } from "./operations.ts";
import { reply, serve } from "./server.ts";

function write(style: ParameterStyle, value: unknown, name = "color"): string {
  const query: string[] = [];
  style({ headers: new Headers(), query }, name, value);
  return query.join("&");
}

// OAS 3.1.1 §4.8.12.6, style examples.
const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

describe("styles as in the specification's table", () => {
  test.each([
    ["form", form, "", "color="],
    ["form", form, "blue", "color=blue"],
    ["form", form, list, "color=blue&color=black&color=brown"],
    ["form", form, object, "R=100&G=200&B=150"],
    ["formJoined", formJoined, "", "color="],
    ["formJoined", formJoined, "blue", "color=blue"],
    ["formJoined", formJoined, list, "color=blue,black,brown"],
    ["formJoined", formJoined, object, "color=R,100,G,200,B,150"],
    ["spaceDelimited", spaceDelimited, list, "color=blue%20black%20brown"],
    [
      "spaceDelimited",
      spaceDelimited,
      object,
      "color=R%20100%20G%20200%20B%20150",
    ],
    ["pipeDelimited", pipeDelimited, list, "color=blue%7Cblack%7Cbrown"],
    [
      "pipeDelimited",
      pipeDelimited,
      object,
      "color=R%7C100%7CG%7C200%7CB%7C150",
    ],
    ["tabDelimited", tabDelimited, list, "color=blue%09black%09brown"],
    [
      "deepObject",
      deepObject,
      object,
      "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ],
    [
      "jsonParameter",
      jsonParameter,
      object,
      "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D",
    ],
  ])("%s of %j", (_, style, value, expected) => {
    expect(write(style, value)).toBe(expected);
  });
});

describe("allowReserved", () => {
  test("leaves what is reserved, less what would end the value", () => {
    expect(write(reserved(form), "/a?b=c:d,@$;e")).toBe("color=/a?b=c:d,@$;e");
    expect(write(reserved(form), "a&b+c#d[e] %")).toBe(
      "color=a%26b%2Bc%23d%5Be%5D%20%25",
    );
  });
  test("leaves what is percent-encoded already", () => {
    expect(write(reserved(form), "%2F%zz")).toBe("color=%2F%25zz");
  });
  test("says nothing of names", () => {
    expect(write(reserved(form), 1, "a/b=c")).toBe("a%2Fb%3Dc=1");
  });
});

test("a tag that a decoder added is not sent back", () => {
  const shape = tagged("kind", ({ R }) => (R === undefined ? "blue" : "red"));
  const received = shape.tag({ R: 100 });
  expect(received).toEqual({ R: 100, kind: "red" });
  expect(write(untagging(shape, form), received)).toBe("R=100");
  expect(write(untagging(shape, jsonParameter), received)).toBe(
    "color=%7B%22R%22%3A100%7D",
  );
  expect(received).toEqual({ R: 100, kind: "red" });
});

describe("encoding", () => {
  const special = "+/=&#%2F é\r\n,|";
  test.each([form, formJoined, spaceDelimited, pipeDelimited])(
    "every byte of a value survives %o",
    (style) => {
      const pairs = new URLSearchParams(write(style, special));
      expect(pairs.get("color")).toBe(special);
      expect(write(style, special)).not.toMatch(/[+/#, ]/);
    },
  );
  test("a name is encoded too", () => {
    expect(write(form, 1, "a[]&b")).toBe("a%5B%5D%26b=1");
    expect(write(deepObject, { "x]&": 1 }, "f")).toBe("f%5Bx%5D%26%5D=1");
  });
  test("a separator within a member is not a separator", () => {
    expect(write(formJoined, ["a,b", "c"])).toBe("color=a%2Cb,c");
  });
});

describe("what is undefined by RFC 6570 is left out", () => {
  test.each([form, formJoined, spaceDelimited, pipeDelimited, deepObject])(
    "members, by %o",
    (style) => {
      expect(write(style, { a: null, b: undefined })).toBe("");
      expect(write(style, [])).toBe("");
    },
  );
  test("among others", () => {
    expect(write(form, ["a", null, undefined, "b"])).toBe("color=a&color=b");
    expect(write(deepObject, { a: null, b: 0, c: "" })).toBe(
      "color%5Bb%5D=0&color%5Bc%5D=",
    );
  });
});

test("a list in an exploded object is one of a parameter of its own", () => {
  const pages = { sort: ["a,asc", null, "b"], page: 0, none: [] };
  expect(write(formOfLists, pages)).toBe("sort=a%2Casc&sort=b&page=0");
  expect(() => write(formOfLists, { a: [[1]] })).toThrow(TypeError);
  expect(() => write(formOfLists, { a: { b: 1 } })).toThrow(TypeError);
});

describe("deepObject", () => {
  test("nests, and numbers the members of a list", () => {
    expect(
      decodeURIComponent(
        write(deepObject, { a: { b: { c: [1, 2] } }, d: true }, "f"),
      ),
    ).toBe("f[a][b][c][0]=1&f[a][b][c][1]=2&f[d]=true");
    expect(
      decodeURIComponent(write(deepObject, [{ a: 1 }, { a: 2 }], "f")),
    ).toBe("f[0][a]=1&f[1][a]=2");
  });
  test("treats the names of prototypes as names", () => {
    const value: unknown = JSON.parse('{"__proto__":1,"constructor":{"x":2}}');
    expect(decodeURIComponent(write(deepObject, value, "f"))).toBe(
      "f[__proto__]=1&f[constructor][x]=2",
    );
  });
});

test.each([form, formJoined, spaceDelimited, pipeDelimited])(
  "an object within is refused by %o",
  (style) => {
    expect(() => write(style, [{}])).toThrow(
      /^"color" is missing or cannot be sent$/,
    );
    expect(() => write(style, { a: [1] })).toThrow(TypeError);
    expect(() => write(style, NaN)).toThrow(TypeError);
  },
);

describe("a request", () => {
  test("has what was given, under wire names", async () => {
    const server = await serve(reply(201, { id: "1" }));
    await createPet(impatient(server.url).client, {
      dryRun: false,
      filter: { name: "Tom & Jerry", born: { after: "2020" } },
      "X-Tags": ["a", "b"],
      session: "s/1",
      body: { name: "Tom" },
    });
    const [request] = server.arrived;
    expect(request?.method).toBe("POST");
    expect(request?.url).toBe(
      "/pets?dryRun=false&petFilter%5Bname%5D=Tom%20%26%20Jerry&petFilter%5Bborn%5D%5Bafter%5D=2020",
    );
    expect(request?.headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/json",
      "x-tags": "a,b",
      cookie: "session=s%2F1",
    });
    expect(request?.body).toBe('{"name":"Tom"}');
  });

  test("has nothing where nothing was given", async () => {
    const server = await serve(reply(201, { id: "1" }));
    await createPet(impatient(server.url).client);
    const [request] = server.arrived;
    expect(request?.url).toBe("/pets");
    expect(request?.headers).not.toHaveProperty("content-type");
    expect(request?.headers).not.toHaveProperty("cookie");
    expect(request?.headers).not.toHaveProperty("x-tags");
    expect(request?.body).toBe("");
  });

  test("null is absent from a query, and a body", async () => {
    const server = await serve(reply(201, { id: "1" }));
    const params: unknown = {
      dryRun: null,
      "X-Tags": null,
      session: null,
      body: null,
    };
    await createPet(impatient(server.url).client, params as {});
    const [request] = server.arrived;
    expect(request?.url).toBe("/pets");
    expect(request?.body).toBe("null");
    expect(request?.headers["content-type"]).toBe("application/json");
  });

  test("is made of what the arguments were when the call was made", async () => {
    const server = await serve(reply(201, { id: "1" }));
    const params = { dryRun: true, body: { name: "Tom" } };
    const call = createPet(impatient(server.url).client, params);
    params.dryRun = false;
    params.body.name = "Jerry";
    await call;
    expect(server.arrived[0]).toMatchObject({
      url: "/pets?dryRun=true",
      body: '{"name":"Tom"}',
    });
  });

  test("that cannot be encoded is a TypeError", async () => {
    const server = await serve(reply(201, {}));
    const { client } = impatient(server.url);
    const cyclic: { name: string; self?: unknown } = { name: "x" };
    cyclic.self = cyclic;
    await expect(createPet(client, { body: cyclic })).rejects.toThrow(
      TypeError,
    );
    let deep: { name: string; deep?: unknown } = { name: "x" };
    for (let i = 0; i < 100_000; i++) deep = { name: "x", deep };
    await expect(createPet(client, { body: deep })).rejects.toThrow(TypeError);
    for (const filter of [cyclic, deep])
      await expect(createPet(client, { filter })).rejects.toThrow(TypeError);
    await expect(
      createPet(client, { session: "\udc00" }).result(),
    ).rejects.toThrow(TypeError);
    expect(server.arrived).toEqual([]);
  });
});

describe("what is no value of JSON", () => {
  const odd = {
    date: new Date(0),
    map: new Map([["a", 1]]),
    set: new Set([1]),
    bytes: new Uint8Array(2),
    parameters: new URLSearchParams("a=1"),
    number: new Number(1),
  };
  const styles = {
    form,
    formJoined,
    deepObject,
    simple,
    simpleExploded,
    cookieForm,
    cookieJoined,
  };
  test.each(Object.keys(styles) as (keyof typeof styles)[])(
    "is refused, not left out, by the style %s",
    (name) => {
      for (const value of Object.values(odd)) {
        const draft = { headers: new Headers(), query: [] };
        const write = () => styles[name](draft, "since", value);
        expect(write).toThrow(/^"since(\[0\])?" is missing or cannot be sent$/);
        expect([...draft.headers, ...draft.query]).toEqual([]);
      }
    },
  );
  test("is refused as a body of fields, too", () => {
    for (const value of Object.values(odd))
      expect(() => formBody()(value, {})).toThrow(TypeError);
  });
  test("but an object without a prototype, or of a class, is one of JSON", () => {
    class Point {
      x = 1;
    }
    const bare = Object.assign(Object.create(null) as object, { x: 1 });
    for (const value of [new Point(), bare, new Proxy({ x: 1 }, {})]) {
      const draft = { headers: new Headers(), query: [] };
      deepObject(draft, "at", value);
      expect(draft.query).toEqual(["at%5Bx%5D=1"]);
    }
  });
});

describe("cookies of a list and an object", () => {
  const list = ["a", "ü", null];
  const point = { x: 1, y: undefined, z: "a" };
  test.each([
    [cookieForm, list, "c=a; c=%C3%BC"],
    [cookieForm, point, "x=1; z=a"],
    [cookiePlain, ["a", "%41"], "c=a; c=%41"],
    [cookieJoined, list, "c=a,%C3%BC"],
    [cookieJoined, ["a,b", "c"], "c=a%2Cb,c"],
    [cookieJoined, point, "c=x,1,z,a"],
    [cookieJoined, "a", "c=a"],
    [cookieJoined, [], null],
    [cookiePlainJoined, ["a", "%41"], "c=a,%41"],
    [cookiePlainJoined, point, "c=x,1,z,a"],
  ])("%o of %j", (style, value, expected) => {
    const draft = { headers: new Headers(), query: [] };
    style(draft, "c", value);
    expect(draft.headers.get("cookie")).toBe(expected);
  });
  test.each([["a,b"], ["a;b"], ["\u2603"], ["a b"]])(
    "are refused where %j could not be told from what is around it",
    (text) => {
      const draft = { headers: new Headers(), query: [] };
      for (const style of [cookiePlain, cookiePlainJoined])
        expect(() => style(draft, "c", ["a", text])).toThrow(TypeError);
    },
  );
});

test.each(["a; admin", "a=b", "a\r\nX-Evil: 1", "\u2603", "", "a b"])(
  "a cookie called %j is refused, and its value not quoted",
  (name) => {
    const draft = { headers: new Headers(), query: [] };
    const write = () => cookieForm(draft, "all", { [name]: "sk-SECRET" });
    expect(write).toThrow(/^cookie "[^]*" has a character/);
    expect(write).not.toThrow("SECRET");
    expect([...draft.headers]).toEqual([]);
  },
);

describe("base URL", () => {
  test.each(["", "/", "//"])(
    "keeps its prefix, with %j at its end",
    async (end) => {
      const server = await serve(reply(201, {}));
      await createPet(impatient(`${server.url}/api/v1${end}`).client, {
        dryRun: true,
      });
      expect(server.arrived[0]?.url).toBe("/api/v1/pets?dryRun=true");
    },
  );
  test("of the call wins", async () => {
    const server = await serve(reply(201, {}));
    await createPet(
      impatient("https://nowhere.invalid").client,
      {},
      { baseUrl: server.url },
    );
    expect(server.arrived).toHaveLength(1);
  });
  test.each([
    "",
    "/api",
    "api.example.com",
    "ftp://x",
    "https://",
    "https://x?api_key=sk-SECRET",
    "https://x#sk-SECRET",
    "https://user:sk-SECRET@x",
    "https://x\\@y",
    "javascript:alert(1)",
    "//x/y",
    "https://x /y",
  ])("%j is refused, and not quoted", async (baseUrl) => {
    const fetch = () => Promise.reject(new Error("sent"));
    const { client } = impatient(baseUrl, { fetch });
    const error: unknown = await createPet(client).catch(
      (error: unknown) => error,
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).not.toContain("SECRET");
    await expect(createPet(client).result()).rejects.toThrow(TypeError);
  });
});
