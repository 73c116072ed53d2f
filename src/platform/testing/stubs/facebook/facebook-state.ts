import { idsFrom } from "../stub-call.ts";
import type { StubClock } from "../stub-clock.ts";
import { ALL_SCOPES, type FacebookSeed, facebookSeed, type SeededPage } from "./facebook-seed.ts";

export interface Token {
  token: string;
  kind: "USER" | "PAGE";
  appId: string;
  userId: string;
  pageId: string | null;
  /** Unix seconds; 0: never. */
  expiresAt: number;
  scopes: string[];
  /** Subcode of its end; null while it lives. */
  endedBy: number | null;
}

export interface Post {
  id: string;
  pageId: string;
  appId: string;
  message: string;
  link: string | null;
  /** Milliseconds. */
  createdAt: number;
  /** Listed from here on. */
  appearsAt: number;
  published: boolean;
  scheduledAt: number | null;
  photoIds: string[];
  videoId: string | null;
  /** For tests and for showing figures: what people did with it. */
  figures: { views: number; reach: number; clicks: number; comments: number; shares: number; likes: number };
}

export interface Photo {
  id: string;
  pageId: string;
  appId: string;
  published: boolean;
  temporary: boolean;
  createdAt: number;
  bytes: number;
  altText: string | null;
  usedBy: string | null;
}

export interface Video {
  id: string;
  pageId: string;
  appId: string;
  title: string;
  description: string;
  createdAt: number;
  published: boolean;
  scheduledAt: number | null;
  isReel: boolean;
  uploaded: number;
  size: number;
  /** A reel becomes one only with its finish. */
  finished: boolean;
  pollsLeft: number;
  failsWith: string | null;
  postId: string | null;
}

export interface Upload {
  id: string;
  length: number;
  received: number;
  handle: string;
}

/** Everything that the network holds. */
export class FacebookState {
  readonly clock: StubClock;
  readonly origin: () => string;
  seed: FacebookSeed = facebookSeed;
  settings = facebookSeed.settings;
  apps: FacebookSeed["apps"] = [];
  people: FacebookSeed["people"] = [];
  pages: SeededPage[] = [];
  tokens = new Map<string, Token>();
  codes = new Map<string, { userId: string; redirectUri: string; appId: string; until: number }>();
  posts = new Map<string, Post>();
  photos = new Map<string, Photo>();
  videos = new Map<string, Video>();
  uploads = new Map<string, Upload>();
  /** Moments of the calls within the last hour. */
  calls: number[] = [];
  nextId = idsFrom(0n);

  constructor(clock: StubClock, origin: () => string) {
    this.clock = clock;
    this.origin = origin;
  }

  reset(seed: FacebookSeed): void {
    this.seed = seed;
    this.settings = seed.settings;
    this.apps = seed.apps;
    this.people = seed.people;
    this.pages = seed.pages;
    // Above 2^53, as they are.
    this.nextId = idsFrom(122_334_455_667_788_990n);
    for (const store of [this.codes, this.posts, this.photos, this.videos, this.uploads]) store.clear();
    this.calls = [];
    this.tokens.clear();
    for (const { pageId = null, expiresAt = 0, scopes = ALL_SCOPES, ...rest } of seed.tokens)
      this.tokens.set(rest.token, { ...rest, pageId, expiresAt, scopes, endedBy: null });
  }

  page(id: string | null | undefined): SeededPage | undefined {
    return this.pages.find((page) => page.id === id);
  }

  /** What is due by the clock has happened: planned posts are out, unused temporary photos are gone. */
  settle(): void {
    const now = this.clock.now();
    for (const post of this.posts.values())
      if (!post.published && post.scheduledAt !== null && post.scheduledAt <= now) {
        post.published = true;
        post.createdAt = post.appearsAt = post.scheduledAt;
        post.scheduledAt = null;
      }
    for (const video of this.videos.values())
      if (video.scheduledAt !== null && video.scheduledAt <= now) {
        video.scheduledAt = null;
        video.published = true;
        this.showVideo(video);
      }
    for (const { published, createdAt, figures } of this.posts.values()) {
      const views = Math.floor(((now - createdAt) / 3_600_000) * this.settings.viewsPerHour);
      if (!published || views <= figures.views) continue;
      figures.views = views;
      figures.reach = Math.floor(views * 0.8);
      figures.likes = Math.floor(views / 20);
      figures.clicks = Math.floor(views / 25);
      figures.comments = Math.floor(views / 120);
      figures.shares = Math.floor(views / 150);
    }
    for (const photo of this.photos.values())
      if (photo.temporary && photo.usedBy === null && now - photo.createdAt > 24 * 3_600_000)
        this.photos.delete(photo.id);
  }

  addPost(
    post: Pick<Post, "pageId" | "appId" | "message"> &
      Partial<Pick<Post, "link" | "published" | "scheduledAt" | "photoIds" | "videoId">>,
    appearsAfterSeconds = this.settings.appearsAfterSeconds,
  ): Post {
    const createdAt = this.clock.now();
    const made: Post = {
      link: null,
      published: true,
      scheduledAt: null,
      photoIds: [],
      videoId: null,
      ...post,
      id: `${post.pageId}_${this.nextId()}`,
      createdAt,
      appearsAt: createdAt + appearsAfterSeconds * 1000,
      figures: { views: 0, reach: 0, clicks: 0, comments: 0, shares: 0, likes: 0 },
    };
    this.posts.set(made.id, made);
    return made;
  }

  /** A video that is ready and public stands on the Page as a post. */
  showVideo(video: Video): void {
    if (
      video.postId ||
      !video.published ||
      !video.finished ||
      video.pollsLeft > 0 ||
      video.failsWith !== null
    )
      return;
    const { pageId, appId, description } = video;
    video.postId = this.addPost({ pageId, appId, message: description, videoId: video.id }).id;
  }
}
