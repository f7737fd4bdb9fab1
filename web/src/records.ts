/** What the API under /api/v1 hands out, as docs/ and its OpenAPI description tell it. */

export type Role = 'reader' | 'analyst' | 'admin';
export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted';
export type FamilyName = 'air' | 'fire' | 'blast' | 'clash' | 'coercion' | 'protest' | 'diplomacy';
export type Shape = 'triangle' | 'square' | 'star' | 'diamond' | 'hexagon' | 'wedge' | 'circle';
/** West, south, east, north in degrees; a west greater than the east spans 180°. */
export type Box = [number, number, number, number];
/** Something given out page by page; `next` is null on the last page. */
export interface Paged {
  next: string | null;
}
/** What can be known of one number: null where a bound is open. */
export interface Bounds {
  low: number | null;
  best: number | null;
  high: number | null;
}

// ── session and people ─────────────────────────────────────────────────────────────────────

export interface Person {
  id: string;
  name: string;
  role: Role;
}
export interface Session {
  person: Person | null;
  csrf: string | null;
  version: string;
  needs_setup: boolean;
}
export interface Account extends Person {
  email: string | null;
  disabled: boolean;
  created: string;
  last_seen: string | null;
}
export type Scope = 'read' | 'review' | 'ingest' | 'admin';
export interface Token {
  id: string;
  name: string;
  scopes: Scope[];
  created: string;
  expires: string | null;
  last_used: string | null;
  owner: string;
}
export interface AuditEntry {
  number: number;
  at: string;
  who: string | null;
  action: string;
  subject: string | null;
  detail: unknown;
}

// ── words and codes of one report ──────────────────────────────────────────────────────────

/** Offsets are code points of the report's text, not UTF-16 units: see `ui/codepoints.ts`. */
export interface Quote {
  start: number;
  end: number;
  quote: string;
}
export interface Basis {
  field: string;
  rule: string | null;
  quotes: Quote[];
}
export interface Party {
  name: string;
  country: string | null;
  role: string;
}
export interface Place {
  name: string;
  country: string | null;
  lat: number | null;
  lon: number | null;
  precision: string;
}
export interface When {
  start: string | null;
  end: string | null;
  precision: string;
}
export interface Event {
  id: string;
  type: string;
  kind: string;
  acled: string;
  cameo: string;
  factuality: string;
  background: boolean;
  part_of: string | null;
  actors: Party[];
  targets: Party[];
  weapon: string | null;
  place: Place | null;
  date: When;
  attribution: string[];
  evidence: Quote[];
  basis: Basis[];
}
export interface Figure extends Quote {
  id: string;
  measure: string;
  low: number | null;
  high: number | null;
  qualifier: string;
  population: string | null;
  event: string | null;
  by: string | null;
  scope: string;
  of: string | null;
  unit: string | null;
  withdrawn: boolean;
  basis: Basis[];
}
export interface Claim extends Quote {
  id: string;
  speaker: string;
  cue: string | null;
  medium: string | null;
  stance: string;
  direct: boolean;
  events: string[];
  basis: Basis[];
}

// ── incidents ──────────────────────────────────────────────────────────────────────────────

export interface Toll extends Bounds {
  measure: string;
}
export interface Lite {
  id: string;
  title: string;
}
export interface Listed extends Lite {
  type: string;
  kind: string;
  label: string;
  family: FamilyName;
  factuality: string;
  weapon: string | null;
  place: string | null;
  country: string | null;
  lat: number | null;
  lon: number | null;
  precision: string | null;
  radius_km: number | null;
  start: string | null;
  end: string | null;
  date_precision: string;
  reports: number;
  origins: number;
  grade: Grade;
  protected: string[];
  tolls: Toll[];
  part_of: string[];
  events: string[];
  sensitive: boolean;
  doubt: number;
  revision: number;
}
export interface Incidents extends Paged {
  incidents: Listed[];
  revision: number;
}
export interface PlaceDetail extends Place {
  country_name: string | null;
  admin1: string | null;
  radius_km: number | null;
}
export interface GradeDetail {
  grade: Grade;
  reason: string;
  computed: Grade;
  author: string | null;
}
export interface Link {
  child: string;
  parent: string;
  reason: string;
  share: number | null;
}
export interface Lineage {
  origin: string;
  reports: string[];
  links: Link[];
}
export interface ReportLite {
  id: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  url: string | null;
  language: string | null;
}
export interface Telling {
  ref: string;
  report: string;
  event: Event;
  figures: Figure[];
  claims: Claim[];
}
/** One number of the ledger with its owner; `hedged` says it as a person would: "at least 4". */
export interface LedgerValue extends Quote {
  figure: string;
  event: string;
  report: string;
  published: string | null;
  by: string | null;
  low: number | null;
  high: number | null;
  qualifier: string;
  population: string | null;
  origin: string;
  standing: boolean;
  of: string | null;
  hedged: string;
}
export interface LedgerFigure extends Toll {
  votes: number;
  values: LedgerValue[];
}
export interface SumCheck {
  measure: string;
  whole: string;
  parts: string[];
  outcome: string;
  words: string;
}
export interface Pair {
  left: string;
  right: string;
  points: number;
  reasons: { feature: string; points: number; words: string }[];
}
export interface Lookalike extends Pair {
  incident: string;
  title: string;
}
export interface Side {
  report: string;
  event: string;
  quote: string;
  place: string | null;
}
export interface Judgement {
  number: number;
  verdict: string;
  left: Side;
  right: Side | null;
  value: unknown;
  field: string | null;
  quote: Quote | null;
  figure: string | null;
  old: unknown;
  reason: string;
  author: string;
  at: string;
  standing: boolean;
  words: string;
}
/** What an official feed says about an incident's time and place; `sure` where no hour is guessed. */
export interface IncidentWarning {
  feed: string;
  verdict: string;
  words: string;
  sure: boolean;
  lead_minutes: [number, number] | null;
  warning: Warning | null;
}
export interface Incident extends Listed {
  etag: string;
  acled: string;
  cameo: string;
  date_words: string;
  place_detail: PlaceDetail | null;
  actors: Party[];
  targets: Party[];
  grade_detail: GradeDetail;
  lineages: Lineage[];
  reports_detail: ReportLite[];
  tellings: Telling[];
  figures: LedgerFigure[];
  checks: SumCheck[];
  protected_detail: { site: string; name: string; event: string }[];
  wider: Lite[];
  parts: Lite[];
  merges: Pair[];
  lookalikes: Lookalike[];
  judgements: Judgement[];
  doubts: string[];
  citation: string;
  warnings?: IncidentWarning[];
}

// ── the situation ──────────────────────────────────────────────────────────────────────────

/** One mark of the map: an incident, or a cluster of `count` that lie near each other. */
export interface MapFeature {
  lon: number;
  lat: number;
  count: number;
  grade: Grade;
  families: Partial<Record<FamilyName, number>>;
  killed: [number | null, number | null] | null;
  incident: Listed | null;
  bounds: Box;
}
export interface MapAnswer {
  revision: number;
  total: number;
  unplaced: number;
  undated: number;
  features: MapFeature[];
}
export interface Bin {
  start: string;
  end: string;
  count: number;
  families: Partial<Record<FamilyName, number>>;
  killed: [number | null, number | null] | number | null;
}
export interface Timeline {
  unit: 'day' | 'week' | 'month' | 'year';
  bins: Bin[];
  undated: number;
}
export interface Summary {
  words: string;
  incidents: number;
  two_origins: number;
  killed: Bounds | null;
  injured: Bounds | null;
  unplaced: number;
  undated: number;
  families: Partial<Record<FamilyName, number>>;
  grades: Partial<Record<Grade, number>>;
  kinds: Record<string, number>;
  countries: Record<string, number>;
}
export interface FigureRow extends Bounds {
  incident: Lite & Partial<Listed>;
  measure: string;
  shown: number | null;
  givers: string[] | number;
  origins: number;
  disputed: boolean;
  check: string | null;
  outcome: string | null;
  whole: boolean;
}
export interface Figures extends Paged {
  rows: FigureRow[];
  totals: { measure: string; value: number | null; incidents: number }[];
}
export interface ExportFormat {
  name: string;
  media_type: string;
  suffix: string;
  description: string;
}
export interface Meaning {
  name: string;
  meaning: string;
}
export interface Family {
  name: FamilyName;
  label: string;
  colour: string;
  shape: Shape;
}
export interface Kind {
  name: string;
  label: string;
  type: string;
  family: FamilyName;
}
export interface Codes {
  types: string[];
  kinds: Kind[];
  families: Family[];
  grades: Meaning[];
  weapons: string[];
  measures: string[];
  roles: Meaning[];
  precisions: string[];
  factualities: string[];
  protected: string[];
  stances: string[];
  qualifiers?: string[];
}
export interface About {
  version: string;
  schema: number | string;
  counts: Record<string, number>;
  gazetteer: { places: number; sources: { name: string; licence: string }[] };
  accuracy: { corpus: string; measure: string; value: number }[];
  notices: string[] | string;
}
export type FeatureCollection = GeoJSON.FeatureCollection;
export interface Basemap {
  land: FeatureCollection;
  borders: FeatureCollection;
  disputed: FeatureCollection;
  units: FeatureCollection;
  towns: FeatureCollection;
}

// ── reports ────────────────────────────────────────────────────────────────────────────────

export interface Block {
  kind: string;
  start: number;
  end: number;
}
export interface ReportHead extends ReportLite {
  credits: string[];
}
export interface TracedLink extends Link {
  title: string | null;
  publisher: string | null;
}
export interface Report {
  report: ReportHead;
  text: string;
  masked: boolean;
  blocks: Block[];
  events: Event[];
  figures: Figure[];
  claims: Claim[];
  versions: { number: number; added: string; program: string }[];
  lineage: { origin: string; taken: TracedLink[]; given: TracedLink[]; shared: TracedLink[] };
  incidents: Record<string, Lite & { etag: string }>;
  judgements: Judgement[];
  etag: string;
}
export interface Reports extends Paged {
  reports: (ReportLite & { events: number; added: string })[];
}
export interface Comparison {
  left: ReportLite & { text: string };
  right: ReportLite & { text: string };
  shared: { left: [number, number]; right: [number, number] }[];
  share: number;
}
export interface Suggestion {
  words: string;
  value: unknown;
}
export interface Suggestions {
  quote: Quote;
  suggestions: Suggestion[];
}
export interface Publishers {
  publishers: {
    name: string;
    reports: number;
    copies: number;
    share_copied: number;
    last_published: string | null;
  }[];
  links: { from: string; to: string; count: number }[];
}

// ── review ─────────────────────────────────────────────────────────────────────────────────

export interface ReviewItem {
  incident: Listed;
  doubts: string[];
  event: string;
  report: string;
}
export interface Review extends Paged {
  items: ReviewItem[];
  left: number;
  done_today: number;
}
export type Verdict =
  | 'same'
  | 'different'
  | 'unsure'
  | 'split'
  | 'accept'
  | 'reject'
  | 'grade'
  | 'comment'
  | 'sensitive'
  | 'correct';
export interface NewJudgement {
  verdict: Verdict;
  incident: string;
  reason?: string;
  events?: [string, string];
  incidents?: [string, string];
  event?: string;
  field?: string;
  value?: unknown;
  quote?: { start: number; end: number };
  figure?: string | null;
}
export interface Judged {
  judgements: Judgement[];
  incident: string | null;
  etag: string | null;
}
export interface Judgements extends Paged {
  judgements: Judgement[];
}

// ── ingest ─────────────────────────────────────────────────────────────────────────────────

export interface Arrival {
  id: string;
  kind: 'text' | 'file' | 'url' | 'feed';
  name: string;
  by: string | null;
  at: string;
  status: 'waiting' | 'reading' | 'read' | 'refused' | 'failed';
  reason: string | null;
  reports: string[];
  size: number | null;
}
export interface Arrivals extends Paged {
  arrivals: Arrival[];
}
export interface Feed {
  id: string;
  url: string;
  name: string;
  every_minutes: number;
  paused: boolean;
  last_read: string | null;
  next_read: string | null;
  failures: number;
  error: string | null;
  items: number;
  read: number;
}
export interface FeedTest {
  ok: boolean;
  title: string | null;
  items: { title: string; link: string; published: string | null }[];
  reason: string | null;
}

// ── watches and warnings ───────────────────────────────────────────────────────────────────

export type Channel = 'feed' | 'webhook' | 'email' | 'cap';
export interface Watch {
  id: string;
  name: string;
  query: Record<string, string>;
  channel: Channel;
  target: string | null;
  owner: string;
  created: string;
  paused: boolean;
  addresses: { atom?: string | null; rss?: string | null; cap?: string | null };
  last: { at: string; status: string; reason: string | null } | null;
}
export interface Delivery {
  id: string;
  at: string;
  status: 'waiting' | 'sent' | 'failed';
  attempts: number;
  incidents: string[];
  reason: string | null;
}
export interface Warning {
  id: string;
  feed: string;
  feed_name: string;
  region: string;
  region_name: string;
  country: string | null;
  level: string;
  type: string;
  start: string;
  end: string | null;
  state: 'warned' | 'unknown';
  headline: string | null;
  sender: string | null;
  status: string | null;
}
export interface Region {
  uid: string;
  name: string;
  country: string | null;
  level: string;
  state: 'active' | 'partial' | 'clear' | 'unknown';
  since: string | null;
}
export type WarningFeedKind = 'cap' | 'ukrainealarm' | 'alerts-in-ua' | 'intervals';
export interface WarningFeed {
  id: string;
  name: string;
  kind: WarningFeedKind;
  url: string | null;
  paused: boolean;
  silent_after_minutes: number;
  state: 'ok' | 'silent' | 'new' | 'paused';
  last_heard: string | null;
  error: string | null;
}
export interface Warnings {
  regions: Region[];
  warnings: Warning[];
  silences: { feed: string; feed_name: string; start: string; end: string | null }[];
  feeds: WarningFeed[];
}
export interface Strike {
  incident: Listed;
  region_name: string | null;
  warning: Warning | null;
  verdict: 'in' | 'after' | 'none' | 'unknown';
  lead_minutes: [number, number] | null;
  words: string;
}
export interface Strikes {
  rows: Strike[];
  summary: { in: number; after: number; none: number; unknown: number; words: string };
}
