// What all entities have in common. Which of them is meant is known at run time only, so these
// functions take its collection, or the address with ids in it, and put the route together here.
// Both are types made of the OpenAPI document: one that the server does not have does not build.
import { api, asSeen, data, type Schemas } from "./client";
import type { paths } from "./schema";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** The paths of the document with that method. */
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, object> ? P : never;
}[keyof paths];

/** `/sites`, where the document has `/api/v1/sites/{id}` and what follows with that method. */
type CollectionWith<
  M extends Method,
  Rest extends string = "",
  P = PathsWith<M>,
> = P extends `/api/v1${infer Name}/{id}${Rest}` ? Name : never;

/** A path with ids in it: `/accounts/…/sites`. */
type Filled<P extends string> = P extends `${infer Head}{${string}}${infer Tail}`
  ? `${Head}${string}${Filled<Tail>}`
  : P;

/** The address of a path of the document. */
export type AddressOf<P extends keyof paths> = P extends `/api/v1${infer Rest}`
  ? Filled<Rest>
  : never;

/** What is sent to a path of the document. */
export type BodyOf<P extends PathsWith<"post">> = paths[P]["post"] extends {
  requestBody: { content: { "application/json": infer Body } };
}
  ? Body
  : never;

type Creating<P = PathsWith<"post">> =
  P extends PathsWith<"post">
    ? paths[P]["post"] extends { responses: { 201: object } }
      ? P
      : never
    : never;

/** Paths that answer with all of a kind, the archived ones too where that is asked for. */
type Listing<P = PathsWith<"get">> =
  P extends PathsWith<"get">
    ? paths[P]["get"] extends { parameters: { query?: infer Query } }
      ? Query extends { archived?: boolean }
        ? "archived" extends keyof Query
          ? P
          : never
        : never
      : never
    : never;
/** `/sites`, of which each account has its own. */
export type OfAccount = Listing extends infer P
  ? P extends `/api/v1/accounts/{account}${infer Name}`
    ? Name
    : never
  : never;

/** `/sites`: where entities of a kind live. */
export type Collection = CollectionWith<"patch">;
export type Archivable = Collection & CollectionWith<"delete">;
export type Restorable = CollectionWith<"post", "/restore">;
export type Movable = CollectionWith<"put", "/position">;
export type Erasable = CollectionWith<"post", "/erase">;
/** `/accounts/…/sites`: where a new one is created. */
export type Birthplace = AddressOf<Creating>;
/** `/accounts/…/sites`: where all of a kind are read. */
export type List = AddressOf<Listing>;
/** Where hints on a draft come from: `/cycles/…/objective-hints`. */
export type HintsAddress = AddressOf<Extract<PathsWith<"post">, `${string}-hints`>>;

/** An entity of whatever kind. */
export type Entity = Record<string, unknown> & { id: string; version: number };

interface Init {
  params?: { path?: { id: string }; header?: Record<string, string>; query?: object };
  body?: unknown;
}

/** The client for what the types above have checked already. */
const checked = api as unknown as Record<
  Uppercase<Method>,
  (url: string, init: Init) => Promise<{ data?: unknown }>
>;

const one = async (answer: Promise<{ data?: unknown }>) => (await data(answer)) as Entity;

type Seen = { id: string; version: number };

const because = (entity: Seen, reason?: string) => ({
  ...asSeen(entity),
  query: { reason: reason || undefined },
});

export const create = (at: Birthplace, body: Record<string, unknown>) =>
  one(checked.POST(`/api/v1${at}`, { body }));

export const change = (collection: Collection, entity: Seen, body: Record<string, unknown>) =>
  one(checked.PATCH(`/api/v1${collection}/{id}`, { params: asSeen(entity), body }));

export const archive = (collection: Archivable, entity: Seen, reason?: string) =>
  one(checked.DELETE(`/api/v1${collection}/{id}`, { params: because(entity, reason) }));

export const restore = (collection: Restorable, entity: Seen, reason?: string) =>
  one(checked.POST(`/api/v1${collection}/{id}/restore`, { params: because(entity, reason) }));

/** `position` counts from 1. */
export const move = (collection: Movable, entity: Seen, position: number) =>
  one(
    checked.PUT(`/api/v1${collection}/{id}/position`, {
      params: asSeen(entity),
      body: { position },
    }),
  );

export const erase = (collection: Erasable, person: Seen) =>
  data(checked.POST(`/api/v1${collection}/{id}/erase`, { params: asSeen(person) }));

export const listWithArchived = async (at: List) =>
  (await data(
    checked.GET(`/api/v1${at}`, { params: { query: { archived: true } } }),
  )) as (Entity & {
    archivedAt: string | null;
  })[];

export const hintsOn = async (at: HintsAddress, draft: Record<string, unknown>) =>
  (await data(checked.POST(`/api/v1${at}`, { body: draft }))) as Schemas["HintsView"];

/** Creates that may wait for the network: sent twice they are one. */
export type Keepable =
  | "/api/v1/accounts/{account}/signals"
  | "/api/v1/key-results/{parent}/check-ins";

export const sendKept = (at: AddressOf<Keepable>, body: BodyOf<Keepable>) =>
  one(checked.POST(`/api/v1${at}`, { body }));
