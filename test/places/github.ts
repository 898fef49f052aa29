/** A stand-in for GitHub's API: the comments of one pull request. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: "Bot" | "User" };
}

export interface Api {
  readonly url: string;
  readonly comments: Comment[];
  /** Requests, as `POST /repos/…`. */
  readonly asked: string[];
  /** What requests that write are answered with. */
  answer: number;
  readonly close: () => void;
}

const PATHS = /^\/repos\/shop\/web\/issues\/(?:(7)\/comments(?:\?per_page=(\d+)&page=(\d+))?|comments\/(\d+))$/;

/** Starts it on a port of this machine. */
export async function startApi(): Promise<Api> {
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      const { method = "", url = "" } = request;
      api.asked.push(`${method} ${url}`);
      const answer = (status: number, body: unknown): void => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      };
      const [matched, number, perPage = "30", page = "1", id] = PATHS.exec(url) ?? [];
      if (matched === undefined || request.headers.authorization !== "Bearer the-token") {
        answer(404, {});
      } else if (method === "GET") {
        const [size, at] = [Number(perPage), Number(page)];
        answer(200, api.comments.slice((at - 1) * size, at * size));
      } else if (api.answer >= 300) {
        answer(api.answer, { message: "Resource not accessible by integration" });
      } else {
        const { body } = JSON.parse(text) as { body: string };
        const existing = api.comments.find((comment) => String(comment.id) === id);
        if (method === "PATCH" && existing) existing.body = body;
        else if (method === "POST" && number !== undefined)
          api.comments.push({ id: api.comments.length + 1, body, user: { type: "Bot" } });
        else api.answer = 404;
        answer(api.answer, {});
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const api: Api = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    comments: [],
    asked: [],
    answer: 200,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return api;
}
